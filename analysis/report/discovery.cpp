#include <algorithm>
#include <cmath>

#include "analysis/discovery/prim.hpp"
#include "analysis/report/parts.hpp"

namespace rongtong {

using nlohmann::ordered_json;

namespace {

constexpr std::size_t fewest_points = 20; // a quarter of fewer is a handful, in which any box can be found

// The quarter of the points at one end; with equal values at its bound it may be more.
Interest quarter(const Outcome& outcome, const std::vector<double>& sorted, Interest::Than than)
{
    const std::size_t n = sorted.size() / 4;
    return {outcome.name, than, than == Interest::Than::at_most ? sorted[n - 1] : sorted[sorted.size() - n]};
}

ordered_json slim_discovery(const Discovery& discovery, const PrimOptions& options)
{
    auto json = discovery_json(discovery, options);
    for (auto& box : json["boxes"])
        for (auto& step : box["trajectory"]) step = ordered_json::array({step["coverage"], step["density"]});
    return json;
}

// Null where most points share the value at the bound, so that no quarter can be told from the rest.
ordered_json end_of(const Study& study, const Interest& interest, const std::vector<double>& sorted)
{
    const auto held = std::count_if(sorted.begin(), sorted.end(), [&](double y) { return interest.holds(y); });
    if (2 * static_cast<std::size_t>(held) > sorted.size()) return nullptr;
    const PrimOptions options;
    return slim_discovery(discover(study, interest, options), options);
}

} // namespace

ordered_json discoveries_of(const Study& study)
{
    ordered_json json{{"outcomes", ordered_json::array()}};
    for (const auto& outcome : study.outcomes) {
        auto sorted = outcome.means();
        std::erase_if(sorted, [](double y) { return !std::isfinite(y); });
        if (sorted.size() < fewest_points) continue;
        std::sort(sorted.begin(), sorted.end());
        json["outcomes"].push_back(
            {{"outcome", outcome.name},
             {"unit", outcome.unit},
             {"lowest", end_of(study, quarter(outcome, sorted, Interest::Than::at_most), sorted)},
             {"highest", end_of(study, quarter(outcome, sorted, Interest::Than::at_least), sorted)}});
    }
    if (study.design.points() < fewest_points) json["few"] = study.design.points();
    return json;
}

} // namespace rongtong
