#include "models/population/density.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rongtong {

double FirmsByPlace::of_sector(std::size_t sector) const
{
    const auto first = cells.begin() + static_cast<std::ptrdiff_t>(sector * regions);
    return std::accumulate(first, first + static_cast<std::ptrdiff_t>(regions), 0.0);
}

double FirmsByPlace::of_region(std::size_t region) const
{
    double sum = 0;
    for (std::size_t k = region; k < cells.size(); k += regions) sum += cells[k];
    return sum;
}

double FirmsByPlace::all() const { return std::accumulate(cells.begin(), cells.end(), 0.0); }

double FirmsByPlace::quotient(std::size_t cell) const
{
    const double expected = of_sector(cell / regions) * of_region(cell % regions) / std::max(all(), 1e-300);
    return expected > 0 ? cells[cell] / expected : 1;
}

void set_density(const FirmsByPlace& now, const FirmsByPlace& start, std::span<const double> expected, double density,
                 std::vector<double>& factors)
{
    factors.assign(expected.size(), 1);
    if (density == 0) return;
    for (std::size_t k = 0; k < factors.size(); ++k) {
        const double here = now.quotient(k), then = start.quotient(k);
        if (here > 0 && then > 0) factors[k] = std::pow(here / then, density);
    }
    for (std::size_t s = 0; s < factors.size(); s += now.regions) {
        double wanted = 0, found = 0;
        for (std::size_t k = s; k < s + now.regions; ++k) wanted += expected[k], found += expected[k] * factors[k];
        for (std::size_t k = s; found > 0 && k < s + now.regions; ++k) factors[k] *= wanted / found;
    }
}

double co_location(const FirmsByPlace& firms)
{
    const double all = firms.all();
    if (all <= 0) return 0;
    double squares = 0, together = 0;
    for (std::size_t r = 0; r < firms.regions; ++r) squares += std::pow(firms.of_region(r) / all, 2);
    for (std::size_t s = 0; s < firms.cells.size() / firms.regions; ++s) {
        const double sector = firms.of_sector(s);
        double apart = 0;
        for (std::size_t r = 0; sector > 0 && r < firms.regions; ++r)
            apart += std::pow(firms.cells[s * firms.regions + r] / sector - firms.of_region(r) / all, 2);
        together += sector / all * apart;
    }
    return squares < 1 ? together / (1 - squares) : 0;
}

} // namespace rongtong
