// How many firms are drawn beside those that are given: given_firms.cpp has the rule. Test: tests/models/own_data.cpp.
#include "models/start/firm_draws.hpp"
#include "models/start/given_firms.hpp"
#include "sim/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace rongtong {

namespace {

using Counts = std::vector<std::uint64_t>;

std::uint64_t sum_of(const Counts& counts) { return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}); }

// `total` over places in proportion to what each has beyond what is there already.
Counts share_out(std::uint64_t total, const Counts& usual, const Counts& there)
{
    std::vector<std::int64_t> weight;
    for (std::size_t k = 0; k < usual.size(); ++k)
        weight.push_back(usual[k] > there[k] ? static_cast<std::int64_t>(usual[k] - there[k]) : 0);
    std::vector<Money> parts(usual.size());
    if (total > 0) split_largest_remainder(Money(static_cast<std::int64_t>(total)), weight, parts);
    Counts result;
    for (auto part : parts) result.push_back(static_cast<std::uint64_t>(part.fen));
    return result;
}

// Those that every sector needs to have fewest_firms_of_sector.
Counts least_beside(const TechnologyTable& t, const Counts& given)
{
    Counts least;
    for (std::size_t s = 0; s < given.size(); ++s)
        least.push_back(t.sectors[s].has_firms && given[s] < fewest_firms_of_sector ? fewest_firms_of_sector - given[s]
                                                                                    : 0);
    return least;
}

[[noreturn]] void too_few(const Setup& setup, const Counts& given, const Counts& least)
{
    std::string lacking;
    if (sum_of(given) <= setup.firms)
        lacking = fmt::format(" and {} for sectors of which it has fewer than {}", sum_of(least),
                              fewest_firms_of_sector);
    throw ScenarioError(
        {{"", "/firms", 0, 0,
          fmt::format("{} firms have no room for the {} of the list{}", setup.firms, sum_of(given), lacking),
          fmt::format("at least {}", sum_of(given) + sum_of(least)), "what is more is drawn beside them"}});
}

} // namespace

std::vector<std::uint64_t> firms_beside(const Setup& setup, const TechnologyTable& t)
{
    const auto& c = *setup.calibration;
    const std::size_t regions = c.region_count(), sectors = t.sectors.size();
    Counts given(sectors), of_cell(sectors * regions), census, beside;
    for (const auto& f : setup.own->firms) ++given[f.sector], ++of_cell[f.sector * regions + f.region];
    for (const auto& s : t.sectors) census.push_back(s.firm_count);
    Counts least = least_beside(t, given), there = given;
    if (sum_of(given) + sum_of(least) > setup.firms) too_few(setup, given, least);
    for (std::size_t s = 0; s < sectors; ++s) there[s] += least[s];
    auto of_sector = share_out(setup.firms - sum_of(there), census, there);
    for (std::size_t s = 0; s < sectors; ++s) {
        of_sector[s] += least[s];
        const auto first = of_cell.begin() + static_cast<std::ptrdiff_t>(s * regions);
        const Counts in_regions(first, first + static_cast<std::ptrdiff_t>(regions));
        const auto parts = share_out(of_sector[s], firms_by_region(c, given[s] + of_sector[s]), in_regions);
        beside.insert(beside.end(), parts.begin(), parts.end());
    }
    return beside;
}

} // namespace rongtong
