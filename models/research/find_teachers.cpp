// Which customer a firm learns from (equations: teaching.hpp). A row phase: each looks at its own links once a year and writes its own row.
#include "models/phases.hpp"
#include "models/research/research.hpp"
#include "sim/parallel.hpp"

#include <cmath>

namespace rongtong {

namespace {

double lead_of(const Economy& e, std::size_t row)
{
    return e.firms.technology[row] - e.frontier.front[e.groups[e.firms.group[row]].sector];
}

bool teaches(const Economy& e, std::size_t customer, double lead)
{
    return e.firms.state[customer] == FirmState::active && e.firms.research_usual[customer] > 0 &&
           lead_of(e, customer) > lead;
}

} // namespace

float taught_by_customers(const Economy& e, std::size_t row, double orders)
{
    const double lead = lead_of(e, row);
    float largest = 0;
    for (const auto edge : e.links.network.incoming(row)) {
        const LinkFlow& flow = e.links.flow[edge];
        if (flow.ordered > largest && !flow.defaulted() && teaches(e, e.links.network.owner(edge), lead))
            largest = flow.ordered;
    }
    return orders > 0 && largest > 0 ? static_cast<float>(std::sqrt(std::min(1.0, largest / orders))) : 0.0f;
}

void find_teachers(Economy& e)
{
    if (!researches(e) || e.setup.parameters.research.along_links <= 0) return;
    const auto month = static_cast<std::uint64_t>(e.month);
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        auto& f = e.firms;
        for (std::size_t row = begin; row < end; ++row)
            if ((f.id[row] + month) % 12 == 0 && f.state[row] == FirmState::active && f.research_usual[row] <= 0)
                f.taught[row] = taught_by_customers(e, row, f.orders[row]);
    });
}

} // namespace rongtong
