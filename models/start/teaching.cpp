// Whom firms learn from at the start, and what keeps the mean distance to the front where it is (research/teaching.hpp). Test: tests/models/research/teaching.cpp.
#include "models/research/teaching.hpp"
#include "models/research/research.hpp"
#include "models/start/start.hpp"

namespace rongtong {

void start_teaching(Economy& e)
{
    const double part = e.setup.parameters.research.along_links;
    if (!researches(e) || part <= 0) return;
    auto& f = e.firms;
    Frontier& front = e.frontier;
    std::vector<double> costs(e.groups.sectors());
    const auto learners = [&](const auto& each) {
        for (std::size_t row = 0; row < f.rows(); ++row) {
            if (f.research_usual[row] > 0) continue;
            const std::size_t s = e.groups[f.group[row]].sector;
            each(row, s, e.technology.sectors[s].labour * f.labour_cost[row] * f.made[row]);
        }
    };
    learners([&](std::size_t row, std::size_t s, double cost) {
        f.taught[row] = taught_by_customers(e, row, f.expected[row]);
        costs[s] += cost, front.taught[s] += cost * f.taught[row];
    });
    for (std::size_t s = 0; s < costs.size(); ++s) front.taught[s] = costs[s] > 0 ? front.taught[s] / costs[s] : 0;
    std::vector<double> inverse(costs.size());
    learners([&](std::size_t row, std::size_t s, double cost) {
        inverse[s] += cost / teaching_of(f.taught[row], front.taught[s], part);
    });
    for (std::size_t s = 0; s < costs.size(); ++s) front.teaching[s] = costs[s] > 0 ? inverse[s] / costs[s] : 1;
}

} // namespace rongtong
