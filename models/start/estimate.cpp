#include "models/start/estimate.hpp"

#include "models/agents/technology_table.hpp"
#include "models/network/link_plan.hpp"
#include "models/start/firm_sizes.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace rongtong {

namespace {

// Sizes at so many equal steps of the distribution of firms (firm_sizes.hpp).
std::vector<double> typical_sizes(const Sector& s, double shape)
{
    std::vector<double> size(std::min<std::uint64_t>(s.firm_count, 1000));
    const auto steps = static_cast<double>(size.size());
    for (std::size_t k = 0; k < size.size(); ++k) {
        const double larger = 1 - (static_cast<double>(k) + 0.5) / steps; // share of firms
        size[k] = drawn_size(s, shape, larger);
    }
    const double mean = s.output * (1 - s.pool_share) / s.productivity / static_cast<double>(s.firm_count);
    stretch_to(size, s.largest_workers, mean * steps);
    return size;
}

} // namespace

double mean_links(const Setup& setup)
{
    const TechnologyTable technology = make_technology(setup);
    const LinkPlans plans(technology, setup.parameters.network);
    double links = 0, firms = 0;
    for (std::size_t s = 0; s < technology.sectors.size(); ++s) {
        const Sector& sector = technology.sectors[s];
        if (sector.firm_count == 0) continue;
        const auto count = static_cast<double>(sector.firm_count);
        const auto sizes = typical_sizes(sector, setup.parameters.network.size_shape);
        firms += count;
        for (const double workers : sizes)
            links += count / static_cast<double>(sizes.size()) * plans.count(s, std::max(1.0, workers));
    }
    return links / firms;
}

} // namespace rongtong
