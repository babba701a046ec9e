// Output with what inventories take, where sales are given: it hangs on links (inventories.cpp), and firms whose sales are known are not
// scaled afterwards. So a first start, made as far as its links, tells it; and with it how much the pools make, until both agree.
#include "models/start/given_firms.hpp"
#include "models/start/growth.hpp"
#include "models/start/start.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

// By sector: given sales, yuan a month, and workers of firms without any, less what they do not need.
struct Known {
    std::vector<double> given, hours;
};

Known known_of(const Economy& e)
{
    Known known{std::vector<double>(e.groups.sectors()), std::vector<double>(e.groups.sectors())};
    std::vector<bool> has_sales(e.firms.rows());
    const auto rows = rows_of_given(e);
    for (std::size_t k = 0; k < rows.size(); ++k) {
        const GivenFirm& f = e.setup.own->firms[k];
        if (!f.sales) continue;
        has_sales[rows[k]] = true;
        known.given[f.sector] += f.sales->yuan() / 12;
    }
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (!has_sales[row])
            known.hours[e.groups[e.firms.group[row]].sector] += e.firms.planned[row] / e.firms.productivity[row];
    return known;
}

// Who makes the output that is known now. Firms of a sector keep their sum, which links are measured by.
void share_out(Economy& first, const TechnologyTable& table, const Known& known)
{
    std::vector<double> by(first.groups.sectors(), 1);
    for (std::size_t s = 0; s < by.size(); ++s) {
        Sector now = table.sectors[s];
        if (!now.has_firms) continue;
        const double output = first.technology.sectors[s].output;
        now.productivity *= output / now.output;
        now.output = output;
        const double share = split_sales_of(now, known.given[s], known.hours[s]).pool / output;
        double& pool_share = first.technology.sectors[s].pool_share;
        by[s] = (1 - share) / (1 - pool_share);
        pool_share = share;
    }
    for (std::size_t row = 0; row < first.firms.rows(); ++row)
        first.firms.planned[row] *= by[first.groups[first.firms.group[row]].sector];
}

// Largest relative change of a sector's output.
double fit_again(Economy& first)
{
    std::vector<double> before;
    for (const auto& s : first.technology.sectors) before.push_back(s.output);
    fit_inventories(first);
    double change = 0;
    for (std::size_t s = 0; s < before.size(); ++s)
        if (before[s] > 0) change = std::max(change, std::fabs(first.technology.sectors[s].output / before[s] - 1));
    return change;
}

} // namespace

namespace {

// A start as far as its links, and the output that they ask for. Gives the largest relative change of a sector's output by the first
// solution.
double look_ahead(Economy& e, const Draws& draws)
{
    constexpr int most_rounds = 20;
    Economy first;
    first.setup = e.setup;
    first.technology = e.technology;
    make_firms(first, draws);
    start_research(first);
    make_network(first, draws);
    make_pools(first);
    const Known known = known_of(first);
    double change = 0;
    for (int round = 0; round < most_rounds; ++round) {
        first.technology.firm_investment_total = e.technology.firm_investment_total; // those of final demand
        first.technology.research_total = e.technology.research_total;
        const double now = fit_again(first);
        if (round == 0) change = now;
        if (now < 1e-12) break;
        share_out(first, e.technology, known);
    }
    auto& t = e.technology;
    for (std::size_t s = 0; s < t.sectors.size(); ++s) {
        const double output = first.technology.sectors[s].output;
        if (t.sectors[s].output > 0) t.sectors[s].productivity *= output / t.sectors[s].output;
        t.sectors[s].output = output;
    }
    return change;
}

} // namespace

void foresee_output(Economy& e, const Draws& draws)
{
    if (StartGrowth(e.setup.parameters).month() == 0) return;
    // Each time links are those of an output that is nearer: what is wrong becomes a thousandth.
    constexpr int most_times = 5;
    for (int n = 0; n < most_times; ++n)
        if (look_ahead(e, draws) < 1e-4) return;
}

} // namespace rongtong
