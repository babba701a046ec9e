// Firms of the start.
//
//   workers: Pareto type II (Lomax) by sector, one firm from each of n equal slices of probability, scaled to the sector's
//            employees: L = scale * ((1 - u)^(-1/shape) - 1) + 1/2, whole, at least 1
//   productivity = sector mean * region's relative wage * worth * grade * technology (selection/cost_edge.hpp), normalised so that firms make the
//            sector's output and what stocks take (growth.hpp)
//   a firm needs its workers less a uniform part of one: workers are whole, work is not
// Sources: Axtell 2001 (tails of firm sizes); Johnson, Kotz & Balakrishnan 1994, ch. 20 (Lomax). Test: tests/models/start.cpp.
#include "models/start/start.hpp"

#include "models/agents/firm_columns.hpp"
#include "models/capital/payout.hpp"
#include "models/population/size_class.hpp"
#include "models/start/firm_debt.hpp"
#include "models/start/firm_draws.hpp"
#include "models/start/firm_sketch.hpp"
#include "models/start/given_firms.hpp"
#include "models/start/growth.hpp"
#include "sim/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rongtong {

namespace {

std::vector<FirmSketch> sketch_sector(Economy& e, std::size_t sector, const Draws& draws)
{
    const Sector& s = e.technology.sectors[sector];
    const auto& c = *e.setup.calibration;
    const double workers = s.output * (1 - s.pool_share) / s.productivity;
    const auto size = drawn_sizes(s, e.setup.parameters.network.size_shape, sector, s.firm_count, workers, draws);
    std::vector<FirmSketch> firms;
    firms.reserve(size.size());
    for (std::size_t k = 0; k < size.size(); ++k) firms.push_back(drawn_firm(sector, k, size[k], draws));
    draw_edges(e, sector, firms, draws);
    // Regions take firms in random order, so that sizes are alike everywhere.
    std::vector<std::uint32_t> order(firms.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return firms[a].order < firms[b].order; });
    const auto counts = firms_by_region(c, firms.size());
    std::vector<FirmSketch> sorted;
    sorted.reserve(firms.size());
    double output = 0; // at a mean productivity of 1
    for (std::size_t r = 0; r < counts.size(); ++r) {
        const std::size_t first = sorted.size();
        for (std::uint64_t k = 0; k < counts[r]; ++k) {
            auto f = firms[order[first + k]];
            f.region = static_cast<std::uint8_t>(r);
            f.productivity *= c.regions[r].relative_wage;
            sorted.push_back(f);
        }
        set_cost_edges(e, sector, sector * counts.size() + r, std::span(sorted).subspan(first));
    }
    for (const auto& f : sorted) output += f.productivity * (f.workers - f.idle);
    const double scale = s.output * (1 - s.pool_share) * StartGrowth(e.setup.parameters).made(s) / output;
    e.technology.sectors[sector].productivity = scale;
    for (auto& f : sorted) f.productivity *= scale;
    return sorted;
}

// A firm at rest: all that follows from its output.
void set_firm(Economy& e, std::size_t row, std::size_t sector, const FirmSketch& f, const StartGrowth& growth,
              const Draws& draws)
{
    const Sector& s = e.technology.sectors[sector];
    auto& firms = e.firms;
    const double made = f.productivity * (f.workers - f.idle), output = made / growth.made(s);
    firms.id[row] = e.next_id + row;
    firms.state[row] = FirmState::active;
    firms.workers[row] = f.workers;
    firms.productivity[row] = f.productivity;
    firms.grade[row] = static_cast<float>(f.grade);
    firms.technology[row] = static_cast<float>(f.technology);
    firms.research_usual[row] = f.performs; // until start/research.cpp knows how much
    firms.labour_cost[row] = static_cast<float>(f.labour_cost);
    firms.capital_need[row] = static_cast<float>(f.capital_need);
    firms.worth[row] = static_cast<float>(f.worth);
    firms.capital[row] = s.capital * firms.capital_need[row] * made;
    firms.expected[row] = firms.orders[row] = output;
    firms.planned[row] = firms.made[row] = made;
    firms.usual_output[row] = made * growth.before(1);
    firms.finished[row] = s.holds_stock ? e.setup.parameters.ordering.finished_cover * output : 0;
    firms.investment[row] = s.investment * firms.capital_need[row] * output;
    firms.price[row] = 1;
    firms.unit_cost[row] = unit_cost_of(s, firms.labour_cost[row]);
    firms.reliability[row] = firms.quality[row] = 1;
    open_debt(e, row, s);
    firms.prudence[row] = prudence_from(draws.uniform(firms.id[row], 0, Purpose::prudence),
                                        e.setup.parameters.accounting.buffer_spread);
}

// Serial: groups are numbered as they first occur.
void set_groups(Economy& e, const Draws& draws)
{
    const auto& c = *e.setup.calibration;
    const std::size_t regions = c.region_count();
    for (std::size_t cell = 0; cell + 1 < e.turnover.cell_first.size(); ++cell)
        for (std::size_t row = e.turnover.cell_first[cell]; row < e.turnover.cell_first[cell + 1]; ++row) {
            Group g;
            g.sector = static_cast<std::uint8_t>(cell / regions);
            g.region = static_cast<std::uint8_t>(cell % regions);
            g.size = size_class(e.technology.sectors[g.sector], e.firms.workers[row], e.firms.expected[row] * 12);
            const double state = g.size == Size::large ? c.state_owned_share_of_large : c.state_owned_share_of_others;
            g.owner = draws.uniform(e.firms.id[row], 0, Purpose::firm_owner) < state ? Owner::state
                                                                                     : Owner::private_owner;
            e.firms.group[row] = e.groups.number(g);
        }
}

} // namespace

void make_firms(Economy& e, const Draws& draws)
{
    const std::size_t sectors = e.technology.sectors.size(), regions = e.setup.calibration->region_count();
    const StartGrowth growth(e.setup.parameters);
    e.cell_costs.resize(sectors * regions);
    std::vector<std::vector<FirmSketch>> sketches(sectors);
    const GivenFirms given(e);
    for_blocks(
        sectors,
        [&](std::size_t s, std::size_t, std::size_t) {
            if (!e.technology.sectors[s].has_firms) return;
            sketches[s] = e.setup.own ? given.sketch(e, s, draws) : sketch_sector(e, s, draws);
        },
        1);
    reserve_columns(e.firms, e.setup.firms + e.setup.firms / 4 + 1024);
    resize_columns(e.firms, e.setup.firms);
    e.turnover.cell_first.assign(sectors * regions + 1, 0);
    std::size_t first = 0;
    for (std::size_t s = 0; s < sectors; ++s) {
        for (std::size_t r = 0; r < regions; ++r)
            e.turnover.cell_first[s * regions + r] = static_cast<std::uint32_t>(
                first + static_cast<std::size_t>(std::count_if(sketches[s].begin(), sketches[s].end(),
                                                               [&](const FirmSketch& f) { return f.region < r; })));
        for_blocks(sketches[s].size(), [&](std::size_t begin, std::size_t end, std::size_t) {
            for (std::size_t k = begin; k < end; ++k) set_firm(e, first + k, s, sketches[s][k], growth, draws);
        });
        first += sketches[s].size();
    }
    e.turnover.cell_first.back() = static_cast<std::uint32_t>(first);
    e.groups = GroupTable(sectors, regions);
    set_groups(e, draws);
    e.next_id += first;
}

} // namespace rongtong
