#include "models/state.hpp"

#include "models/policies/look_back.hpp"
#include "sim/hash.hpp"
#include "sim/table.hpp"

#include <ranges>
#include <sstream>
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
    f("households", e.households), f("banks", e.banks);
    auto& m = e.market;
    f("market.basket", m.basket), f("market.pool_basket", m.pool_basket), f("market.trade_start", m.trade_start);
    f("market.export_start", m.export_start), f("market.cross_links", m.cross_links), f("market.price", m.price);
    f("market.share_sum", m.share_sum), f("market.pull_sum", m.pull_sum), f("market.trade_cut", m.trade_cut);
    auto& t = e.turnover;
    f("turnover.entry_rate", t.entry_rate), f("turnover.margin_at_start", t.margin_at_start);
    f("turnover.used_capital", t.used_capital), f("turnover.cell_rows", t.cell_rows);
    f("turnover.size_weight", t.size_weight), f("turnover.cell_first", t.cell_first);
    f("turnover.leaders", t.leaders), f("equity.stakes", e.equity.stakes), f("sums", e.sums);
    f("accounts.balance", e.accounts.balance.cell), f("accounts.opening", e.accounts.opening_deposits);
}

template <class E, class F>
void for_each_value(E& e, const F& f)
{
    f("month", e.month), f("next_id", e.next_id), f("government", e.government), f("world", e.world);
    f("central_bank", e.central_bank);
    f("market.mean_quality", e.market.mean_quality), f("market.administration_sector", e.market.administration_sector);
    f("turnover.compacted", e.turnover.compacted), f("accounts.reclassified", e.accounts_reclassified);
    f("equity.private_room", e.equity.private_room), f("equity.fund_room", e.equity.fund_room);
    f("total", e.total);
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

std::vector<double> productivity(const Economy& e)
{
    std::vector<double> p;
    for (const auto& s : e.technology.sectors) p.push_back(s.productivity);
    return p;
}

// A temporary column would not outlive the function that adds it; its bytes do as text.
std::string bytes_of(const std::vector<double>& values)
{
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(double)};
}

std::vector<double> values_of(const std::string& bytes)
{
    std::vector<double> values(bytes.size() / sizeof(double));
    std::copy_n(bytes.data(), values.size() * sizeof(double), reinterpret_cast<char*>(values.data()));
    return values;
}

// Rules: a line for each that holds, its month and its policy's label, which has no line break.
std::string text_of(const RuleSpells& spells)
{
    std::string text;
    for (const auto& [label, since] : spells) text += fmt::format("{} {}\n", since, label);
    return text;
}

RuleSpells read_spells(const std::string& text)
{
    RuleSpells spells;
    std::istringstream lines(text);
    std::int32_t since = 0;
    for (std::string label; lines >> since && std::getline(lines.ignore(), label);) spells[label] = since;
    return spells;
}

// Scratch tables that a month overwrites before it reads them, in the right size.
void size_scratch(Economy& e)
{
    const std::size_t cells = e.pools.persons.size(), regions = e.households.size();
    auto& p = e.pools;
    for (auto* v : {&p.ordered, &p.shipped, &p.basket, &p.investment}) v->assign(cells, 0);
    for (auto* v :
         {&p.revenue, &p.inputs_paid, &p.imports_paid, &p.tax, &p.investment_paid, &p.investment_imports, &p.income})
        v->assign(cells, Money());
    auto& m = e.market;
    for (auto* v : {&m.use_price, &m.paid_price, &m.fill, &m.pay, &m.basket_price, &m.basket_fill, &m.basket_pay})
        v->assign(cells, 1);
    for (auto* v : {&m.wanted, &m.foreign, &m.ordered, &m.shipped}) v->assign(cells, 0);
    for (auto* v : {&m.border_factor, &m.trade_pay, &m.capital_price, &m.capital_fill, &m.capital_pay})
        v->assign(regions, 1);
    m.trade = m.trade_start;
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
    for_each_table(e, [&](const char* name, const auto& table) { checkpoint.add(name, table); });
    for_each_agent_column(e, [&](const std::string& name, const auto& column) { checkpoint.add(name, column); });
    checkpoint.add("groups", e.groups.all());
    checkpoint.add("marks", e.marks); // no part of the hash: nothing depends on them
    checkpoint.add_text("policy.spells", text_of(e.policy.spells));
    const SeenMonth seen = look_back(e);
    checkpoint.add_value("policy.seen_month", seen.month);
    checkpoint.add_text("policy.seen", bytes_of(seen.values));
    checkpoint.add_text("technology.productivity", bytes_of(productivity(e)));
}

Economy restore_state(CheckpointReader& checkpoint, const Setup& setup)
{
    if (!checkpoint.has("state_layout") || checkpoint.value<std::uint64_t>("state_layout") != state_layout())
        throw CheckpointError("the checkpoint holds another list of columns than this program's: use the program that "
                              "wrote it");
    Economy e;
    e.setup = setup;
    e.technology = make_technology(setup);
    for_each_value(e, [&](const char* name, auto& value) {
        value = checkpoint.value<std::remove_cvref_t<decltype(value)>>(name);
    });
    for_each_table(e, [&](const char* name, auto& table) {
        if constexpr (requires { table.resize(1); }) checkpoint.get(name, table);
        else checkpoint.get(name, std::span(table));
    });
    for_each_agent_column(e, [&](const std::string& name, auto& column) { checkpoint.get(name, column); });
    checkpoint.get("marks", std::span(e.marks));
    std::vector<Group> groups;
    checkpoint.get("groups", groups);
    e.groups = GroupTable(setup.calibration->sector_count(), setup.calibration->region_count());
    for (const auto& g : groups) e.groups.number(g);
    const auto p = values_of(checkpoint.text("technology.productivity"));
    if (p.size() != e.technology.sectors.size())
        throw CheckpointError("the checkpoint's calibration has another number of sectors than the scenario's");
    for (std::size_t s = 0; s < p.size(); ++s) e.technology.sectors[s].productivity = p[s];
    e.policy.levers.resize(setup.policies.size());
    e.policy.spells = read_spells(checkpoint.text("policy.spells"));
    e.policy.seen = {checkpoint.value<std::int32_t>("policy.seen_month"), values_of(checkpoint.text("policy.seen"))};
    if (e.policy.seen.month > 0 && e.policy.seen.values.size() != all_indicators().size() * (1 + e.groups.regions()))
        throw CheckpointError("the checkpoint knows other indicators than this program: use the program that wrote it");
    size_scratch(e);
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
    for_each_table(e, [&](const char*, const auto& table) { hash.add(table); });
    for_each_agent_column(e, [&](const std::string&, const auto& column) { hash.add(column); });
    if (!e.policy.spells.empty()) hash.add(text_of(e.policy.spells));
    return hash.value();
}

} // namespace rongtong
