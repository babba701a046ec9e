// How the cost of a loss of capacity grows with its size and its duration.
//
//   cost: sum over the months from the shock on of what is missing of gross output, in months of output without the shock
//   convex in size: of losses that differ in size alone, the least ratio of the slope of the cost between neighbours to the slope
//   before (the first from no loss at all); 1 and more where the cost is convex
//   at least linear in duration: of losses that differ in duration alone, the least ratio of the growth of cost to that of duration, in
//   months of full loss: capacity comes back in a straight line over n months, so that (n + 1) / 2 are lost
// Test: tests/analysis/validate/losses.cpp.
#include "analysis/validate/losses.hpp"
#include "analysis/validate/responses.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include <fmt/format.h>

namespace rongtong::validation {

namespace {

namespace losses_family {

constexpr const char* source =
    "Inoue & Todo 2019, doi 10.1038/s41893-019-0351-x; Hallegatte 2014, doi 10.1111/risa.12090";
constexpr double nothing = 1e-6; // months of output: a loss that spare capacity bears
constexpr const char* how = "sum of missing gross output against the run without the loss, to the run's end";

const Regularity convex{
    "losses.convex",
    "capacity loss: slope of the cost in its size over the slope before",
    "1",
    how,
    source,
    {1, {}},
    "acceptance bar of the base model",
    "pairs that differ in the loss of one capacity_loss alone, two sizes and more (scenarios/validation/still.json)"};
const Regularity lasting{
    "losses.duration",
    "capacity loss: growth of the cost over growth of its duration",
    "1",
    how,
    source,
    {1, {}},
    "acceptance bar of the base model",
    "pairs that differ in recovery_months of one capacity_loss alone, two and more (scenarios/validation/still.json)"};

// Losses of capacity that differ in one thing alone, by it.
using Costs = std::map<double, double>;

std::optional<double> cost_of(const Pairing& pairing, std::size_t month)
{
    const auto response = responses(pairing, {.name = "output"});
    if (!response || month >= response->front().size()) return std::nullopt;
    double missing = 0;
    const auto means = mean_response(*response);
    for (std::size_t m = month; m < means.size(); ++m) missing -= means[m] / 100;
    return missing;
}

// "all firms, recovery_months 6", for people.
std::string name_of(const nlohmann::json& shock, const char* without)
{
    std::string name = has_target(shock) ? shock["target"].dump() : "all firms";
    for (const char* key : {"loss", "recovery_months"})
        if (std::string(key) != without && shock.contains(key)) name += fmt::format(", {} {}", key, shock[key].dump());
    std::erase(name, '"');
    return name;
}

// By what they have in common.
std::map<std::pair<std::string, std::string>, Costs> costs_by(const Material& material, const char* key,
                                                              double otherwise)
{
    std::map<std::pair<std::string, std::string>, Costs> all;
    for (const auto& pairing : material.pairings) {
        const auto* shock = only_shock(pairing, "capacity_loss");
        if (!shock || pairing.luck) continue;
        const auto cost = cost_of(pairing, first_month(*shock));
        if (!cost) continue;
        auto others = *shock;
        others.erase(key);
        const auto& run = *pairing.pairs.front().second;
        const auto same = fmt::format("{} {} {}", others.dump(), run.run.months.size(), run.economy);
        all[{name_of(*shock, key), same}].emplace(number_or(*shock, key, otherwise), *cost);
    }
    std::erase_if(all, [](const auto& entry) { return entry.second.size() < 2; });
    return all;
}

Finding found(const Regularity& regularity, const Costs& costs, double figure, const char* unit,
              const std::string& what)
{
    std::string note = "cost in months of output:";
    Curve curve{.label = "cost", .x = {}, .y = {}};
    for (const auto& [at, cost] : costs) {
        note += fmt::format(" {:.4f} at {:g}{}", cost, at, unit);
        curve.x.push_back(at);
        curve.y.push_back(cost);
    }
    auto finding = judged(regularity, "capacity losses without luck", figure, what + "; " + note);
    finding.n = costs.size();
    finding.plot = {.x = std::string("capacity loss,") + unit, .y = "months of output lost", .curves = {curve}};
    return finding;
}

Costs in_full_months(const Costs& costs)
{
    Costs full;
    for (const auto& [months, cost] : costs) full.emplace((months + 1) / 2, cost);
    return full;
}

std::vector<Finding> measure(const Material& material)
{
    std::vector<Finding> findings;
    for (const auto& [what, costs] : costs_by(material, "loss", 0.5))
        findings.push_back(found(convex, costs, least_slope_ratio(costs), " of capacity", what.first));
    for (const auto& [what, costs] : costs_by(material, "recovery_months", 6))
        if (costs.begin()->first > 0)
            findings.push_back(found(lasting, costs, least_growth_ratio(in_full_months(costs)), " months", what.first));
    return findings;
}

} // namespace losses_family

} // namespace

double least_slope_ratio(const std::map<double, double>& costs)
{
    double least = std::numeric_limits<double>::infinity(), x = 0, y = 0, before = 0;
    for (const auto& [at, cost] : costs) {
        const double slope = (cost - y) / (at - x);
        if (x > 0 && before > losses_family::nothing) least = std::min(least, slope / before);
        before = slope;
        x = at;
        y = cost;
    }
    return least;
}

double least_growth_ratio(const std::map<double, double>& costs)
{
    double least = std::numeric_limits<double>::infinity();
    for (auto one = costs.begin(), next = std::next(one); next != costs.end(); ++one, ++next)
        if (one->second > losses_family::nothing)
            least = std::min(least, next->second / one->second / (next->first / one->first));
    return least;
}

extern const Family family_losses{
    "Losses of capacity", {losses_family::convex, losses_family::lasting}, losses_family::measure};

} // namespace rongtong::validation
