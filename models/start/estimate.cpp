#include "models/start/estimate.hpp"

#include "models/agents/technology_table.hpp"
#include "models/network/link_plan.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

double mean_links(const Setup& setup)
{
    constexpr int steps = 1000; // of the distribution of sizes, by equal numbers of firms
    const TechnologyTable technology = make_technology(setup);
    const LinkPlans plans(technology, setup.parameters.network);
    double links = 0, firms = 0;
    for (std::size_t s = 0; s < technology.sectors.size(); ++s) {
        const Sector& sector = technology.sectors[s];
        const auto count = static_cast<double>(sector.firm_count);
        firms += count;
        for (int k = 0; k < steps && count > 0; ++k) {
            const double left = 1 - (k + 0.5) / steps; // share of firms that are larger
            const double drawn = 0.5 + sector.size_scale *
                                           (std::pow(left, -1 / setup.parameters.network.size_shape) - 1);
            links += count / steps * plans.count(s, std::clamp(drawn, 1.0, sector.largest_workers));
        }
    }
    return links / firms;
}

} // namespace rongtong
