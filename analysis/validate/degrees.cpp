#include "analysis/validate/degrees.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace rongtong::validation {

namespace {

bool earlier(const Pair& a, const Pair& b)
{
    return a.supplier != b.supplier ? a.supplier < b.supplier : a.buyer < b.buyer;
}

std::map<std::uint64_t, double> count(const std::vector<Pair>& pairs, std::uint64_t Pair::* end)
{
    std::map<std::uint64_t, double> counts;
    for (const auto& pair : pairs) counts[pair.*end] += 1;
    return counts;
}

std::vector<double> values_of(const std::map<std::uint64_t, double>& counts)
{
    std::vector<double> values;
    for (const auto& [id, n] : counts) values.push_back(n);
    return values;
}

} // namespace

std::vector<Pair> pairs_of(const Links& links)
{
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < links.buyers.size(); ++i)
        pairs.push_back({links.suppliers[i], links.buyers[i], links.values[i]});
    std::ranges::sort(pairs, earlier);
    std::vector<Pair> merged;
    for (const auto& pair : pairs) {
        if (merged.empty() || earlier(merged.back(), pair)) merged.push_back(pair);
        else merged.back().value += pair.value;
    }
    return merged;
}

std::vector<double> in_degrees(const std::vector<Pair>& pairs) { return values_of(count(pairs, &Pair::buyer)); }
std::vector<double> out_degrees(const std::vector<Pair>& pairs) { return values_of(count(pairs, &Pair::supplier)); }

double assortativity_slope(const std::vector<Pair>& pairs)
{
    const auto suppliers_of = count(pairs, &Pair::buyer), customers_of = count(pairs, &Pair::supplier);
    std::map<std::uint64_t, double> sums;
    for (const auto& pair : pairs) sums[pair.supplier] += suppliers_of.at(pair.buyer);
    std::vector<double> x, y;
    for (const auto& [supplier, sum] : sums) {
        x.push_back(std::log(customers_of.at(supplier)));
        y.push_back(std::log(sum / customers_of.at(supplier)));
    }
    return slope(x, y);
}

Ended ended(const std::vector<Pair>& before, const std::vector<Pair>& after)
{
    double all = 0, gone = 0, value = 0, value_gone = 0;
    for (const auto& pair : before) {
        const bool there = std::ranges::binary_search(after, pair, earlier);
        all += 1;
        value += pair.value;
        if (there) continue;
        gone += 1;
        value_gone += pair.value;
    }
    return {gone / all, value_gone / value};
}

} // namespace rongtong::validation
