#include "models/start/estimate.hpp"

#include "models/agents/technology_table.hpp"
#include "models/network/link_plan.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace rongtong {

namespace {

// Sizes at so many equal steps of the distribution that start/firms.cpp draws from, stretched as it does.
std::vector<double> typical_sizes(const Sector& s, double shape)
{
    std::vector<double> size(std::min<std::uint64_t>(s.firm_count, 1000));
    const auto steps = static_cast<double>(size.size());
    for (std::size_t k = 0; k < size.size(); ++k) {
        const double larger = 1 - (static_cast<double>(k) + 0.5) / steps; // share of firms
        size[k] = std::min(s.largest_workers, 0.5 + s.size_scale * (std::pow(larger, -1 / shape) - 1));
    }
    const double mean = s.output * (1 - s.pool_share) / s.productivity / static_cast<double>(s.firm_count);
    const auto stretched = [&](double x, double k) { return std::min(s.largest_workers, 1 + (x - 0.5) * k); };
    double low = 0, high = 64;
    for (int step = 0; step < 40; ++step) {
        const double middle = (low + high) / 2;
        double total = 0;
        for (double x : size) total += stretched(x, middle);
        (total < mean * steps ? low : high) = middle;
    }
    for (auto& x : size) x = stretched(x, high);
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
