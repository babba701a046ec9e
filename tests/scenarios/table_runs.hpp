// An economy that starts from a table and runs three years, and what must hold of it.
#pragma once

#include "tests/scenarios/table_cases.hpp"

#include "models/economy.hpp"
#include "models/indicators/indicator.hpp"
#include "models/indicators/range.hpp"
#include "models/state.hpp"

#include <cmath>

namespace rongtong::table_runs {

inline Setup setup_of(const std::shared_ptr<const Calibration>& calibration, std::uint64_t firms = 1000)
{
    Setup setup;
    setup.calibration = calibration;
    setup.firms = firms;
    setup.parameters.technology.progress = 0; // inventories of a growing economy come on top of what the table says
    return setup;
}

// Output without inventories by elimination, million a year: independent of how the model gets it.
inline std::vector<double> leontief(const Calibration& c)
{
    const std::size_t n = c.sector_count();
    std::vector<std::vector<double>> a(n, std::vector<double>(n + 1));
    for (std::size_t j = 0; j < n; ++j) {
        const auto& f = c.sectors[j];
        const double through = std::max(0.0, f.exports - f.gross_output);
        const double use = f.gross_output + f.imports - f.exports;
        const double home = use > 0 ? 1 - (f.imports - through) / use : 1;
        for (std::size_t s = 0; s < n; ++s) {
            const auto& buyer = c.sectors[s];
            a[j][s] = (j == s) - (buyer.gross_output > 0 ? home * buyer.inputs[j] / buyer.gross_output : 0);
        }
        a[j][n] = home * (f.household + f.government + f.fixed_capital) + f.exports - through;
    }
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t i = 0; i < n; ++i) {
            if (i == k) continue;
            const double factor = a[i][k] / a[k][k];
            for (std::size_t j = k; j <= n; ++j) a[i][j] -= factor * a[k][j];
        }
    std::vector<double> x;
    for (std::size_t k = 0; k < n; ++k) x.push_back(a[k][n] / a[k][k]);
    return x;
}

inline std::vector<double> output_by_sector(const Economy& e)
{
    std::vector<double> made(e.groups.sectors());
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.firms.born[row] < 0) made[e.groups[e.firms.group[row]].sector] += e.firms.expected[row]; // who is open
    for (std::size_t k = 0; k < e.pools.output_at_start.size(); ++k)
        made[k / e.groups.regions()] += e.pools.output_at_start[k];
    return made;
}

inline void check_start(const Economy& e)
{
    const Calibration& c = *e.setup.calibration;
    const auto expected = leontief(c), made = output_by_sector(e);
    const double flow = e.technology.scale * 1e6 / 12;
    double table = 0;
    for (std::size_t s = 0; s < made.size(); ++s) {
        INFO(c.sectors[s].code);
        CHECK(made[s] == Approx(expected[s] * flow).epsilon(0.02).margin(1e-3));
        const Sector& t = e.technology.sectors[s];
        if (t.output > 0) CHECK(t.labour > 0);
        if (t.output > 0) CHECK(t.domestic + t.imports + t.labour + t.tax + t.surplus == Approx(1));
        table += c.sectors[s].gross_output * flow;
    }
    CHECK(std::accumulate(made.begin(), made.end(), 0.0) == Approx(table).epsilon(0.02));
}

// Nobody makes something where nothing is made; a ratio over nothing may be missing.
inline void check_finite(const Economy& e)
{
    for (const auto& indicator : all_indicators()) {
        const double value = indicator.of_economy ? indicator.of_economy(e) : indicator.of_firms(e.total);
        INFO(e.month << " " << indicator.name);
        CHECK_FALSE(std::isinf(value));
        const bool of_none = indicator.name == std::string_view("research_per_innovation"); // nobody innovates
        if (indicator.unit == std::string_view("yuan") && !of_none) CHECK(std::isfinite(value));
    }
    CHECK(e.total.paid(Flow::wages) > 0);
    std::vector<std::int64_t> wages(e.groups.sectors());
    for (std::size_t g = 0; g < e.sums.size(); ++g) wages[e.groups[g].sector] += e.sums[g].paid(Flow::wages);
    for (std::size_t s = 0; s < wages.size(); ++s)
        if (e.technology.sectors[s].has_firms) CHECK(wages[s] > 0);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) REQUIRE(std::isfinite(e.firms.expected[row]));
}

inline Economy runs(const std::shared_ptr<const Calibration>& calibration, std::uint64_t firms = 1000)
{
    Economy e = start_economy(setup_of(calibration, firms));
    check_start(e);
    const Draws draws(1, 0);
    while (e.month < 36) advance_month(e, draws);
    check_finite(e);
    CHECK(e.total.firms > static_cast<std::int64_t>(firms) * 9 / 10);
    return e;
}

inline Economy runs(const TableCase& one, std::uint64_t firms = 1000) { return runs(one.load(), firms); }

} // namespace rongtong::table_runs
