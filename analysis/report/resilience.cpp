// How the economy takes a shock that a scenario has and the base has not, and which firms it hangs on: as rongtong resilience.
#include <algorithm>
#include <numeric>

#include "analysis/report/parts.hpp"
#include "analysis/resilience/recovery.hpp"
#include "analysis/resilience/systemic.hpp"
#include "sim/error.hpp"

namespace rongtong {

using nlohmann::ordered_json;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest = 120, critical = 30, most_links = 500, most_firms = 20000;
constexpr double threshold = 0.5, stop = 0.01; // as the command's

bool has_shock(const ScenarioEffects& scenario)
{
    return std::any_of(scenario.marks.begin(), scenario.marks.end(),
                       [](const PolicyMark& mark) { return mark.shock && !mark.of_base; });
}

bool lies_in(const fs::path& path, const fs::path& input)
{
    const auto [end, rest] = std::mismatch(input.begin(), input.end(), path.begin(), path.end());
    return end == input.end() || (std::next(end) == input.end() && end->empty()); // "runs/flood/"
}

RunsOfScenario runs_in(const std::vector<fs::path>& inputs, const RunBook& book, const std::string& scenario,
                       std::optional<std::int64_t> point)
{
    const auto path = book.first_path(scenario);
    const auto input = std::find_if(inputs.begin(), inputs.end(), [&](const auto& one) { return lies_in(path, one); });
    return input == inputs.end() ? RunsOfScenario{} : RunsOfScenario{*input, scenario, point};
}

// The firms with the largest sales and the most critical ones: what a picture can show.
std::vector<std::uint32_t> chosen_firms(const SystemicRisk& risk)
{
    std::vector<std::uint32_t> by_sales(risk.sales.size());
    std::iota(by_sales.begin(), by_sales.end(), 0U);
    std::stable_sort(by_sales.begin(), by_sales.end(), [&](auto a, auto b) { return risk.sales[a] > risk.sales[b]; });
    std::vector<std::uint32_t> chosen(
        by_sales.begin(), by_sales.begin() + static_cast<std::ptrdiff_t>(std::min(largest, by_sales.size())));
    for (std::size_t k = 0; k < std::min(critical, risk.order.size()); ++k)
        if (std::find(chosen.begin(), chosen.end(), risk.order[k]) == chosen.end()) chosen.push_back(risk.order[k]);
    return chosen;
}

ordered_json graph_of(const SystemicRisk& risk)
{
    const auto& n = risk.network;
    const auto chosen = chosen_firms(risk);
    std::map<std::uint32_t, std::size_t> place;
    ordered_json json{{"largest", largest}, {"critical", critical}, {"most_links", most_links}};
    for (const auto firm : chosen) {
        place.emplace(firm, place.size());
        json["nodes"].push_back({{"id", n.firms[firm]},
                                 {"sector", n.sectors[n.sector[firm]]},
                                 {"sales", risk.sales[firm]},
                                 {"esri", risk.esri[firm]}});
    }
    std::vector<SupplyLink> links;
    for (const auto& link : n.links)
        if (place.contains(link.supplier) && place.contains(link.buyer)) links.push_back(link);
    std::stable_sort(links.begin(), links.end(), [](const auto& a, const auto& b) { return a.value > b.value; });
    json["links_among_them"] = links.size();
    if (links.size() > most_links) links.resize(most_links);
    json["links"] = ordered_json::array();
    for (const auto& link : links) json["links"].push_back({place[link.supplier], place[link.buyer], link.value});
    return json;
}

} // namespace

ordered_json recovery_part(const std::vector<fs::path>& inputs, const Comparison& comparison, const RunBook& book,
                           std::optional<std::int64_t> point)
{
    auto list = ordered_json::array();
    RecoveryOptions options;
    options.level = comparison.level;
    for (const auto& scenario : comparison.scenarios) {
        if (!has_shock(scenario)) continue;
        auto without = runs_in(inputs, book, comparison.base, point),
             with = runs_in(inputs, book, scenario.scenario, point);
        if (scenario.scenario == comparison.base && inputs.size() == 2) // two files of one name
            without = {inputs[0], "", point}, with = {inputs[1], "", point};
        if (without.input.empty() || with.input.empty()) continue;
        try {
            auto json = resilience_json(resilience_of_runs(without, with, options), options);
            json["scenario"] = scenario.scenario;
            list.push_back(std::move(json));
        } catch (const OutputError&) {
            continue; // such as a shock that comes after the last month
        }
    }
    return list;
}

ordered_json network_part(const RunBook& book, const std::string& base)
{
    constexpr std::size_t shown = 20;
    try {
        const Run run = book.first_run(base, network_parts());
        if (!(run.open ? run.open() : ResultsReader(run.path.parent_path())).has("/network/buyer"))
            return {{"absent", "records"}};
        auto network = network_of_run(run, std::nullopt, threshold);
        if (network.firms.size() > most_firms)
            return {{"absent", "many"}, {"firms", network.firms.size()}, {"limit", most_firms}};
        const auto risk = systemic_risk(run.path.filename().string(), std::move(network), stop);
        auto json = systemic_json(risk);
        if (json["esri"].size() > shown) json["esri"].erase(json["esri"].begin() + shown, json["esri"].end());
        json["graph"] = graph_of(risk);
        return json;
    } catch (const OutputError& problem) {
        return {{"absent", "error"}, {"text", problem.what()}};
    }
}

} // namespace rongtong
