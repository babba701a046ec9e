// Indices of technology of a month. Equations: frontier.hpp. Test: tests/models/research/frontier.cpp.
#include "models/orders/final_use.hpp"
#include "models/phases.hpp"
#include "models/research/knowledge.hpp"
#include "models/research/research.hpp"

namespace rongtong {

namespace {

TechnologyMeans& operator+=(TechnologyMeans& a, const TechnologyMeans& b)
{
    a.weight += b.weight, a.gain += b.gain, a.technology += b.technology;
    return a;
}

TechnologyMeans all_firms(const FirmSums& s)
{
    return {from_fixed_goods(s.cost_weight), from_fixed_goods(s.cost_gain), from_fixed_goods(s.cost_technology)};
}

TechnologyMeans performers(const FirmSums& s)
{
    return {from_fixed_goods(s.lab_weight), from_fixed_goods(s.lab_gain), from_fixed_goods(s.lab_technology)};
}

// What a sector without performers buys brings it, by what it buys.
double bought_gain(const TechnologyTable& t, std::size_t sector, const std::vector<double>& gain)
{
    double sum = 0, weights = 0;
    for (std::size_t j = 0; j < gain.size(); ++j) {
        const double weight = t.input(j, sector) + t.capital_goods.domestic[j] * t.sectors[sector].investment;
        sum += weight * gain[j], weights += weight;
    }
    return weights > 0 ? sum / weights : 0;
}

// Research that government was delivered this month, over that of the start and the index of progress.
double public_research(const Economy& e)
{
    const auto& t = e.technology;
    const auto& times = e.policy.conditions.demand_of(Purchaser::government);
    double delivered = 0, start = 0;
    for (Product j : e.groups.each<Product>()) {
        if (t.research_goods.domestic[j] <= 0) continue;
        start += t.government.domestic[j] * t.government_total;
        for (UseRegion r : e.groups.each<UseRegion>())
            delivered += times[j * e.groups.regions() + r] * government_use_of(e.market, t, j, r) * e.market.fill(j, r);
    }
    return start > 0 ? delivered / (start * e.progress.index) : 1;
}

} // namespace

void advance_frontier(Economy& e)
{
    if (!researches(e)) return;
    Frontier& f = e.frontier;
    const double speed = e.setup.parameters.research.mean_speed, taken = f.taken = f.growth;
    f.home = next_home(f.home, public_research(e), e.setup.parameters.research);
    TechnologyMeans all;
    auto& labs = e.work.performers;
    labs.assign(f.front.size(), {});
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        all += all_firms(e.sums[g]);
        labs[e.groups[g].sector] += performers(e.sums[g]);
    }
    for (std::size_t s = 0; s < f.front.size(); ++s)
        if (labs[s].weight > 0) f.gain[s] = index_growth(labs[s], f.front[s] - taken, f.usual[s], speed);
    for (std::size_t s = 0; s < f.front.size(); ++s) {
        if (labs[s].weight <= 0) f.gain[s] = bought_gain(e.technology, s, f.gain);
        f.front[s] += f.gain[s] - taken;
    }
    f.growth = index_growth(all, -taken, f.mean, speed); // firms count from the level
}

} // namespace rongtong
