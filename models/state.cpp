#include "models/state.hpp"

#include "models/agents/firm_columns.hpp"
#include "models/platforms/meet.hpp"
#include "models/rule_memory.hpp"
#include "models/state_checks.hpp"
#include "sim/hash.hpp"
#include "sim/planted.hpp"
#include "sim/table.hpp"

#include <array>
#include <ranges>
#include <tuple>

#include <fmt/format.h>

namespace rongtong {

namespace {

// The one list of what is state beside the columns of firms and links: f(name, range or value).
template <class E, class F>
void for_each_table(E& e, const F& f)
{
    auto& p = e.pools;
    f("pools.persons", p.persons), f("pools.persons_at_start", p.persons_at_start);
    f("pools.output_at_start", p.output_at_start), f("pools.expected", p.expected), f("pools.supply", p.supply);
    f("pools.price", p.price), f("pools.appeal", p.appeal), f("pools.share", p.share), f("pools.pull", p.pull);
    f("households", e.households), f("labour", e.labour.all), f("banks", e.banks);
    Market::for_each_state(e.market,
                           [&](const char* name, auto& table) { f(fmt::format("market.{}", name), table.all); });
    auto& t = e.turnover;
    f("turnover.orders_at_start", t.orders_at_start), f("turnover.firms_at_start", t.firms_at_start);
    f("turnover.output", t.output), f("turnover.exit_first", t.exit_first);
    f("turnover.exit_workers", t.exit_workers), f("turnover.exit_weight", t.exit_weight);
    f("turnover.used_capital", t.used_capital), f("turnover.cell_rows", t.cell_rows);
    f("turnover.size_weight", t.size_weight), f("turnover.cell_first", t.cell_first);
    auto& c = e.cell_costs;
    f("cell_costs.labour_scale", c.labour_scale), f("cell_costs.capital_scale", c.capital_scale);
    auto& front = e.frontier;
    f("frontier.front", front.front), f("frontier.usual", front.usual), f("frontier.gain", front.gain);
    f("frontier.research", front.research), f("frontier.rate", front.rate);
    f("frontier.taught", front.taught), f("frontier.teaching", front.teaching);
    auto& r = e.facilities;
    f("facilities.lines", r.lines), f("facilities.labs", r.labs), f("facilities.spending", r.spending);
    f("facilities.small_labs", r.small_labs), f("facilities.small_spending", r.small_spending);
    f("facilities.room", r.room), f("facilities.asked", r.asked);
    f("joint.projects", e.joint.projects), f("joint.former", e.joint.former);
    f("platforms", e.platforms.all), f("platforms.firms", e.platforms.firms),
        f("platforms.members", e.platforms.members);
    f("digital.cost", e.digital.cost), f("digital.bought", e.digital.bought);
    f("cell_costs.worth_scale", c.worth_scale), f("cell_costs.start", c.start), f("cell_costs.now", c.now);
    f("turnover.leaders", t.leaders), f("equity.stakes", e.equity.stakes), f("sums", e.sums);
    f("accounts.balance", e.accounts.balance.cell), f("accounts.opening", e.accounts.opening_deposits);
}

template <class E, class F>
void for_each_value(E& e, const F& f)
{
    f("month", e.month), f("next_id", e.next_id), f("government", e.government), f("world", e.world);
    f("central_bank", e.central_bank), f("policy_rate", e.policy_rate), f("progress", e.progress),
        f("sentiment", e.sentiment);
    f("frontier.growth", e.frontier.growth), f("frontier.mean", e.frontier.mean), f("frontier.home", e.frontier.home);
    f("market.mean_quality", e.market.mean_quality), f("market.administration_sector", e.market.administration_sector);
    f("turnover.scrapped", e.turnover.scrapped), f("turnover.entry_out", e.turnover.entry_out);
    f("turnover.compacted", e.turnover.compacted), f("accounts.reclassified", e.accounts_reclassified);
    f("equity.private_room", e.equity.private_room), f("equity.fund_room", e.equity.fund_room);
    f("tiers", e.tiers), f("total", e.total);
}

// Tables of agents and of relations: f(name, table).
template <class E, class F>
void for_each_agent_table(E& e, const F& f)
{
    f("firms", e.firms), f("links.network", e.links.network), f("links", e.links);
}

template <class E, class F>
void for_each_agent_column(E& e, const F& f)
{
    for_each_agent_table(e, [&](const char* name, auto& table) {
        for_each_column(table, [&](std::string_view column_name, auto& column) {
            f(fmt::format("{}.{}", name, column_name), column);
        });
    });
}

// Names, kinds and sizes of all that is state: two programs with the same layout read each other's checkpoints.
class LayoutText {
public:
    template <class Values>
    void add(std::string_view name, const Values&)
    {
        if constexpr (std::ranges::range<Values>) add_type<std::ranges::range_value_t<Values>>(name);
        else add_type<Values>(name);
    }
    std::uint64_t hash() const { return text_hash(text_); }

private:
    template <class T>
    void add_type(std::string_view name)
    {
        text_ += fmt::format("{} {} {}", name, static_cast<int>(section_kind<T>()), sizeof(T));
        if constexpr (requires { T::fields(); })
            std::apply([&](auto... field) { (add_field(field), ...); }, T::fields());
        text_ += '\n';
    }
    template <class T, class Field>
    void add_field(Field T::*)
    {
        text_ += fmt::format(" {}:{}", static_cast<int>(section_kind<Field>()), sizeof(Field));
    }

    std::string text_;
};

// What the start's firms fix of the technology: by sector, beside what the calibration gives.
constexpr std::array start_figures{&Sector::productivity, &Sector::capital, &Sector::debt,
                                   &Sector::interest,     &Sector::margin,  &Sector::capital_of_sales,
                                   &Sector::investment,   &Sector::research};

std::vector<double> figures_of_start(const Economy& e)
{
    std::vector<double> figures;
    for (const auto& s : e.technology.sectors)
        for (const auto member : start_figures) figures.push_back(s.*member);
    return figures;
}

// Scratch tables that a month overwrites before it reads them, in the right size.
void size_scratch(Economy& e)
{
    const std::size_t cells = e.pools.persons.size();
    auto& p = e.pools;
    for (auto* v : {&p.ordered, &p.shipped, &p.basket, &p.investment}) v->assign(cells, 0);
    for (auto* v : {&p.revenue, &p.inputs_paid, &p.imports_paid}) v->assign(cells, Money());
}

} // namespace

std::uint64_t state_layout()
{
    static const std::uint64_t hash = [] {
        LayoutText layout;
        const Economy e;
        const auto add = [&](std::string_view name, const auto& values) { layout.add(name, values); };
        for_each_value(e, add), for_each_table(e, add), for_each_agent_column(e, add);
        return layout.hash();
    }();
    return hash;
}

void add_state(CheckpointWriter& checkpoint, const Economy& e)
{
    checkpoint.add_value("state_layout", state_layout());
    for_each_value(e, [&](const char* name, const auto& value) { checkpoint.add_value(name, value); });
    for_each_table(e, [&](std::string_view name, const auto& table) { checkpoint.add(name, table); });
    for_each_agent_column(e, [&](const std::string& name, const auto& column) { checkpoint.add(name, column); });
    checkpoint.add("groups", e.groups.all());
    checkpoint.add("marks", e.marks); // no part of the hash: nothing depends on them
    add_rules(checkpoint, e);
    checkpoint.add_text("technology.start", bytes_of(figures_of_start(e)));
}

namespace {

void restore_start_figures(CheckpointReader& checkpoint, TechnologyTable& technology)
{
    const auto figures = values_of(checkpoint.text("technology.start"));
    if (figures.size() != technology.sectors.size() * start_figures.size())
        throw CheckpointError(checkpoint.path() +
                              ": the checkpoint's calibration has another number of sectors than the scenario's");
    auto next = figures.begin();
    for (auto& sector : technology.sectors)
        for (const auto member : start_figures) sector.*member = *next++;
}

} // namespace

Economy restore_state(CheckpointReader& checkpoint, const Setup& setup)
{
    if (!checkpoint.has("state_layout") || checkpoint.value<std::uint64_t>("state_layout") != state_layout())
        throw CheckpointError(checkpoint.path() +
                              ": the checkpoint holds another list of columns than this program's: use "
                              "the program that wrote it");
    Economy e;
    e.setup = setup;
    mark_targets(e.setup);
    e.technology = make_technology(setup);
    e.groups = GroupTable(setup.calibration->sector_count(), setup.calibration->region_count());
    e.market.shape(e.groups);
    for_each_value(e, [&](const char* name, auto& value) {
        using T = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_same_v<T, bool>)
            value = checked_flag(checkpoint.value<std::uint8_t>(name), name, checkpoint.path());
        else value = checkpoint.value<T>(name);
    });
    for_each_table(e, [&](std::string_view name, auto& table) {
        if constexpr (requires { table.resize(1); }) checkpoint.get(name, table);
        else checkpoint.get(name, std::span(table));
    });
    for_each_agent_column(e, [&](const std::string& name, auto& column) { checkpoint.get(name, column); });
    checkpoint.get("marks", std::span(e.marks));
    std::vector<Group> groups;
    checkpoint.get("groups", groups);
    check_groups(groups, setup, checkpoint.path());
    for (const auto& g : groups) e.groups.number(g);
    restore_start_figures(checkpoint, e.technology);
    e.policy.levers.resize(setup.policies.size());
    restore_rules(checkpoint, e);
    if (!planted("checkpoint")) check_state(e, checkpoint.path());
    size_scratch(e);
    set_reach(e);
    e.market.trade = e.market.trade_start;
    return e;
}

std::size_t state_bytes(const Economy& e)
{
    std::size_t bytes = 0;
    for_each_agent_column(
        e, [&](const std::string&, const auto& column) { bytes += std::as_bytes(std::span(column)).size(); });
    return bytes;
}

std::uint64_t state_hash(const Economy& e)
{
    StateHash hash;
    for_each_value(e, [&](const char*, const auto& value) { hash.add(std::span(&value, 1)); });
    for_each_table(e, [&](std::string_view, const auto& table) { hash.add(table); });
    for_each_agent_column(e, [&](const std::string&, const auto& column) { hash.add(column); });
    if (!e.policy.spells.empty()) hash.add(text_of(e.policy.spells));
    return hash.value();
}

} // namespace rongtong
