// Progress of a month, once all that belongs to it is settled. Wages, and the real wage that people are used to, rise with it; the gaps
// that the wage curve closes are taken besides, or a growing economy would have no rest point. Equations: progress.hpp. Test:
// tests/models/progress.cpp.
#include "models/phases.hpp"

#include <cmath>

namespace rongtong {

void advance_progress(Economy& e)
{
    const auto& p = e.setup.parameters;
    const bool made = e.technology.research_total > 0;
    const double growth = made ? std::exp(e.frontier.taken) : 1 + growth_a_month(p);
    e.progress = next_progress(e.progress, growth, p.technology);
    if (e.progress.step == 1) return;
    for (auto& market : e.labour.all) {
        market.wage_index *= e.progress.step;
        market.aspiration += std::log(e.progress.step);
    }
}

} // namespace rongtong
