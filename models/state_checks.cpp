#include "models/state_checks.hpp"

#include "models/agents/firm_columns.hpp"
#include "models/digital/state_checks.hpp"
#include "models/joint/state_checks.hpp"
#include "models/platforms/state_checks.hpp"
#include "models/range_checks.hpp"
#include "models/research/state_checks.hpp"
#include "models/tiers/state_checks.hpp"
#include "sim/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rongtong {

namespace {

void check_firms(const Economy& e, const Checks& check)
{
    const auto& f = e.firms;
    check.in_range("firms.id", std::vector<std::size_t>{f.rows()}, 1, most_firms);
    for_each_column(f, [&](std::string_view name, const auto& column) {
        const auto section = fmt::format("firms.{}", name);
        check.length(section, column.size(), f.rows());
        using T = std::remove_cvref_t<decltype(column[0])>;
        if constexpr (std::is_floating_point_v<T>) {
            if (name == "producible") check.in_range(section, column, 0, 1e300); // no input binds
            else check.finite(section, column);
        }
    });
    for (std::size_t row = 1; row < f.rows(); ++row)
        if (f.id[row] <= f.id[row - 1]) check.refuse("firms.id", fmt::format("ids do not ascend at place {}", row));
    if (f.id.back() >= e.next_id) check.refuse("next_id", "is of a firm that exists");
    constexpr double most_ids = 0x1p39; // of the 2^40 that draws have room for
    check.in_range("next_id", std::vector<std::uint64_t>{e.next_id}, 1, most_ids);
    constexpr double most_weight = 4096; // sums of weights are whole numbers of 2^-50
    check.in_range("firms.market_share", f.share, 0, most_weight);
    check.in_range("firms.pull", f.pull, 0, most_weight);
    check.in_range("firms.luck", f.luck, -50, 50);
    check.in_range("firms.group", f.group, 0, static_cast<double>(e.groups.size()) - 1);
    check.in_range("firms.state", f.state, 0, static_cast<double>(FirmState::defaulted));
    check.in_range("firms.bank_row", f.bank, 0, static_cast<double>(e.banks.size()) - 1);
    check.in_range("firms.workers", f.workers, 0, 1e9);
    check.in_range("firms.born", f.born, -latest_month, e.month);
    check.in_range("firms.reorganised", f.reorganised, 0, e.month);
    check.in_range("firms.worth", f.worth, 1e-9, 1e9);
    check.in_range("firms.labour_cost", f.labour_cost, 1e-9, 1e9);
    check.in_range("firms.capital_need", f.capital_need, 1e-9, 1e9);
    check.in_range("firms.usual_debt", f.debt, 0, 1e9);
    check.in_range("firms.behind", f.behind, 0, 1);
    check.in_range("firms.sells", f.sells, 0, 1);
    check.in_range("firms.knowledge", f.knowledge, 0, 1e9);
    check.in_range("firms.taught", f.taught, 0, 1);
    check.in_range("firms.project_stage", f.project_stage, 0, last_stage);
    check.in_range("firms.claims", f.claims, 0, all_claims);
}

void check_pools(const Economy& e, const Checks& check)
{
    const std::size_t cells = e.groups.sectors() * e.groups.regions();
    const auto& p = e.pools;
    const auto column = [&](const char* section, const std::vector<double>& values) {
        check.length(section, values.size(), cells);
        check.finite(section, values);
    };
    column("pools.persons", p.persons), column("pools.persons_at_start", p.persons_at_start);
    column("pools.output_at_start", p.output_at_start), column("pools.expected", p.expected);
    column("pools.supply", p.supply), column("pools.price", p.price), column("pools.appeal", p.appeal);
    column("pools.share", p.share), column("pools.pull", p.pull);
}

void check_market(const Economy& e, const Checks& check)
{
    const std::size_t sectors = e.groups.sectors(), regions = e.groups.regions(), cells = sectors * regions;
    const auto& m = e.market;
    const auto column = [&](const char* section, const std::vector<double>& values, std::size_t length) {
        check.length(section, values.size(), length);
        check.finite(section, values);
    };
    column("market.basket", m.basket.all, cells * sectors),
        column("market.pool_basket", m.pool_basket.all, sectors * sectors);
    column("market.trade_start", m.trade_start.all, sectors * regions * regions);
    column("market.export_start", m.export_start.all, cells);
    column("market.cross_links", m.cross_links.all, regions * regions), column("market.price", m.price.all, cells);
    column("market.share_sum", m.share_sum.all, cells), column("market.pull_sum", m.pull_sum.all, cells);
    column("market.trade_cut", m.trade_cut.all, regions);
    check.in_range("market.mean_quality", std::array{m.mean_quality}, 1e-9, 1e9);
    check.in_range("market.administration_sector", std::vector<std::size_t>{m.administration_sector}, 0,
                   static_cast<double>(sectors) - 1);
}

// What the firms of the start fixed (state.cpp), as far as a table can give it.
void check_technology(const Economy& e, const Checks& check)
{
    for (const Sector& s : e.technology.sectors) {
        check.in_range("technology.start", std::array{s.productivity}, 0, 1e9);
        check.in_range("technology.start", std::array{s.capital, s.capital_of_sales}, 0, 1e4);
        check.in_range("technology.start", std::array{s.debt}, 0, 1);
        check.in_range("technology.start", std::array{s.interest, s.margin}, -10, 10);
        check.in_range("technology.start", std::array{s.investment, s.research}, 0, 10);
    }
}

// Where firms were at the start, they were whole ones and had orders: entry divides by both.
void check_usual_orders(const Economy& e, const Checks& check)
{
    const auto& t = e.turnover;
    for (std::size_t k = 0; k < t.firms_at_start.size(); ++k) {
        if (t.firms_at_start[k] == 0) continue;
        check.in_range("turnover.firms_at_start", std::array{t.firms_at_start[k]}, 0.5, most_firms);
        check.in_range("turnover.orders_at_start", std::array{t.orders_at_start[k]}, 1e-6, most_figure);
    }
}

// Sizes of entrants: sector by sector, in order.
void check_exit_sizes(const Economy& e, const Checks& check)
{
    const auto& t = e.turnover;
    check.length("turnover.exit_first", t.exit_first.size(), e.groups.sectors() + 1);
    check.length("turnover.exit_weight", t.exit_weight.size(), t.exit_workers.size());
    check.in_range("turnover.exit_workers", t.exit_workers, 1, 1e9);
    check.in_range("turnover.exit_weight", t.exit_weight, 0, most_firms);
    if (!std::is_sorted(t.exit_first.begin(), t.exit_first.end()) || t.exit_first.front() != 0 ||
        t.exit_first.back() != t.exit_weight.size())
        check.refuse("turnover.exit_first", "does not span turnover.exit_weight");
}

void check_turnover(const Economy& e, const Checks& check)
{
    const std::size_t cells = e.groups.sectors() * e.groups.regions();
    const auto& t = e.turnover;
    const auto by_cell = [&](const char* section, const std::vector<double>& values) {
        check.length(section, values.size(), cells);
        check.in_range(section, values, 0, most_figure);
    };
    by_cell("turnover.orders_at_start", t.orders_at_start), by_cell("turnover.firms_at_start", t.firms_at_start);
    check_usual_orders(e, check);
    by_cell("turnover.output", t.output), by_cell("turnover.used_capital", t.used_capital);
    const auto& costs = e.cell_costs;
    const auto ratio = [&](const char* section, const auto& values) { // divisors, about 1
        check.length(section, values.size(), cells);
        check.in_range(section, values, 1e-9, 1e9);
    };
    ratio("cell_costs.labour_scale", costs.labour_scale), ratio("cell_costs.capital_scale", costs.capital_scale);
    ratio("cell_costs.worth_scale", costs.worth_scale), ratio("cell_costs.start", costs.start);
    ratio("cell_costs.now", costs.now);
    check_research(e, check);
    check_joint(e, check);
    check_platforms(e, check);
    check_digital(e, check);
    check_tiers(e, check);
    check_exit_sizes(e, check);
    check.length("turnover.cell_first", t.cell_first.size(), cells + 1);
    check.length("turnover.leaders", t.leaders.size(), e.groups.sectors());
    check.length("turnover.size_weight", t.size_weight.size(), t.cell_rows.size());
    check.finite("turnover.size_weight", t.size_weight);
    check.in_range("turnover.cell_rows", t.cell_rows, 0, static_cast<double>(e.firms.rows()) - 1);
    for (std::size_t cell = 0; cell < cells; ++cell)
        if (t.cell_first[cell] > t.cell_first[cell + 1])
            check.refuse("turnover.cell_first", fmt::format("does not ascend at place {}", cell));
    if (t.cell_first[0] != 0 || t.cell_first[cells] != t.cell_rows.size())
        check.refuse("turnover.cell_first", "does not span turnover.cell_rows");
    check.in_range("turnover.compacted", std::vector<std::int32_t>{t.compacted}, 0, e.month);
}

void check_agents(const Economy& e, const Checks& check)
{
    const std::size_t regions = e.groups.regions();
    check.length("households", e.households.size(), regions);
    for (const auto& h : e.households)
        check.finite("households", std::array{h.income_share, h.mean_wages, h.mean_profits, h.propensity_wealth,
                                              h.propensity_income});
    check.length("labour", e.labour.all.size(), labour_names.size() * regions);
    for (const auto& m : e.labour.all)
        check.finite("labour", std::array{m.labour_force, m.wage_index, m.hire_share, m.employed(), m.aspiration,
                                          m.wage_at_start, m.usual, m.wanted, m.arrived, m.left});
    const auto& p = e.progress;
    check.in_range("progress", std::array{p.level, p.smoothed, p.smoothed_exports, p.index, p.exports, p.step}, 1e-9,
                   1e9);
    check.finite("progress", std::array{p.trend});
    check.in_range("banks", std::vector<std::size_t>{e.banks.size()}, 1, most_banks);
    for (const auto& bank : e.banks) {
        check.in_range("banks", std::array{bank.region}, -1, static_cast<double>(regions) - 1);
        check.in_range("banks", std::array{bank.state_share}, 0, 1);
        check.finite("banks", std::array{bank.weight, bank.rate});
    }
    check.length("sums", e.sums.size(), e.groups.size());
}

// Of firms that exist, in order.
void check_stakes(const Economy& e, const Checks& check)
{
    const auto has = [&](std::uint64_t id) { return std::ranges::binary_search(e.firms.id, id); };
    std::uint64_t before = 0;
    for (std::size_t i = 0; i < e.equity.stakes.size(); ++i) {
        const Stake& stake = e.equity.stakes[i];
        const auto kind = static_cast<std::uint32_t>(stake.kind);
        if (kind > static_cast<std::uint32_t>(Investor::fund))
            check.refuse("equity.stakes", fmt::format("investor of kind {} at place {}", kind, i));
        if (!has(stake.firm) || stake.firm < before)
            check.refuse("equity.stakes",
                         fmt::format("firm {} at place {} does not exist, or does not ascend", stake.firm, i));
        if (stake.kind == Investor::corporate && !has(stake.investor))
            check.refuse("equity.stakes", fmt::format("investor {} at place {} does not exist", stake.investor, i));
        check.in_range("equity.stakes", std::array{stake.share, double{stake.covered}}, 0, 1.000001);
        check.in_range("equity.stakes", std::array{stake.month, stake.ends}, 0, latest_month);
        before = stake.firm;
    }
}

void check_rules(const Economy& e, const Checks& check)
{
    for (const auto& [label, since] : e.policy.spells) check.in_range("policy.spells", std::array{since}, 1, e.month);
    const SeenMonth& seen = e.policy.seen;
    if (seen.month == 0) return;
    if (seen.month != e.month)
        check.refuse("policy.seen_month", fmt::format("month {}, where the state is of month {}", seen.month, e.month));
    check.length("policy.seen", seen.values.size(), all_indicators().size() * (1 + e.groups.regions()));
}

} // namespace

void check_state(const Economy& e, const std::string& path)
{
    const Checks check(path);
    check.in_range("month", std::array{e.month}, 0, latest_month);
    check_agents(e, check);
    check_firms(e, check);
    check_links(e, check);
    check_pools(e, check);
    check_technology(e, check);
    check_market(e, check);
    check_turnover(e, check);
    check_stakes(e, check);
    check_rules(e, check);
    for (const auto& s : e.technology.sectors)
        check.in_range("technology.productivity", std::array{s.productivity}, 0, 1e30);
}

} // namespace rongtong
