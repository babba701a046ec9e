#include "scenarios/fit/fit.hpp"

#include "scenarios/fit/parts.hpp"
#include "scenarios/plan_parts.hpp"
#include "scenarios/problems.hpp"
#include "scenarios/scenario_parts.hpp"
#include "scenarios/standard_input.hpp"
#include "scenarios/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>

namespace rongtong {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr double most_points_of_wave = 10000, most_waves = 50;

// Those of plans that have their meaning here; what is run at which points is the calibration's own business.
std::vector<std::string> all_keys()
{
    auto keys = fit_keys();
    for (const auto& key : plan_keys())
        if (key != "design" && key != "order") keys.push_back(key);
    return keys;
}

void check_bounds(const Node& root, const SweepPlan& plan)
{
    const Node parameters = root.need("parameters");
    if (!parameters || !parameters.is_object()) return;
    if (parameters.json().empty()) parameters.fail("there is no parameter to look for", "names, each with its bounds");
    for (const auto& p : plan.parameters)
        if (const Node values = parameters[p.name]["values"])
            values.fail_key("a calibration looks between bounds, not in a list", "\"low\" and \"high\"");
}

void read_numbers(const Node& root, FitPlan& fit)
{
    const double least = static_cast<double>(fit.plan.parameters.size()) + 3;
    const auto whole = [&](const char* key, double low, double high, double usual) {
        return root[key].number(low, high, "", true).value_or(usual);
    };
    if (const auto points = root.need("points").number(least, most_points_of_wave, "points", true))
        fit.points = static_cast<std::size_t>(*points);
    fit.waves = static_cast<std::size_t>(whole("waves", 1, most_waves, 3));
    fit.seed = static_cast<std::uint32_t>(whole("seed", 0, largest_seed, 1));
    fit.handed_on = static_cast<std::size_t>(whole("hand_on", 1, most_points_of_wave, 0));
    if (root["cutoff"]) fit.cutoff = root["cutoff"].positive(100, "1").value_or(3);
    static const std::vector<std::string> which{"largest", "second", "third"};
    if (const auto name = root["implausibility"].choice(which, "implausibility"))
        fit.largest = static_cast<std::size_t>(std::ranges::find(which, *name) - which.begin()) + 1;
    const double runs = (static_cast<double>(fit.points) + 1) * static_cast<double>(fit.plan.scenarios.size()) *
                        static_cast<double>(fit.plan.replicates);
    if (runs > most_runs)
        root["points"].fail(fmt::format("a wave would have {:.0f} runs", runs),
                            fmt::format("at most {:.0f}", most_runs), "fewer points, replicates or scenarios");
}

// Points whose implausibility is wanted: a value for each parameter.
void read_asked(const Node& node, FitPlan& fit)
{
    if (!node || !node.is_array()) return;
    std::vector<std::string> names;
    for (const auto& p : fit.plan.parameters) names.push_back(p.name);
    for (const auto& point : node.items()) {
        if (!point.is_object()) continue;
        point.allow(names);
        std::vector<json> values;
        for (const auto& p : fit.plan.parameters) {
            const Node value = point.need(p.name);
            if (p.low >= p.high) continue; // said elsewhere
            if (value && value.number(p.low, p.high, "", p.whole)) values.push_back(value.json());
        }
        if (values.size() == names.size()) fit.asked.push_back(std::move(values));
    }
}

void read_fit(const Node& root, const JsonSource& source, const std::vector<KnownRegularity>& known, FitPlan& fit)
{
    SweepPlan& plan = fit.plan;
    root.allow(all_keys());
    check_plan_keys(root);
    root["$schema"].text();
    plan.name = root["name"].text().value_or(plan.name);
    if (root["name"]) check_label(root["name"], plan.name);
    for (const char* key : {"title", "description"}) read_words(root[key]);
    read_plan_replicates(root["replicates"], plan);
    read_plan_scenarios(root, source, plan);
    read_plan_parameters(root, plan);
    check_bounds(root, plan);
    if (!plan.scenarios.empty() && !plan.parameters.empty()) {
        find_takers(root, plan);
        check_plan_values(root, plan);
    }
    read_numbers(root, fit);
    read_asked(root["asked"], fit);
    read_moments(root, known, fit);
}

bool looks_like_fit(const json& value) { return value.is_object() && value.contains("moments"); }

// Whether any moment is of it, so that it is run.
bool is_run(const FitPlan& fit, const std::string& label)
{
    return std::ranges::any_of(
        fit.moments, [&](const FitMoment& m) { return std::ranges::find(m.scenarios, label) != m.scenarios.end(); });
}

// What stands under /model/GROUP/NAME where the scenario says nothing.
std::optional<double> declared_value(const Scenario& scenario, const std::string& pointer)
{
    std::optional<double> value;
    for_each_group(scenario.setup.parameters, [&](const char* name, const auto& group, const auto& declared) {
        for (const auto& d : declared)
            if (pointer == fmt::format("/model/{}/{}", name, d.info.name)) value = group.*(d.member);
    });
    return value;
}

} // namespace

const std::vector<std::string>& fit_keys()
{
    static const std::vector<std::string> keys{"moments", "points",         "waves", "cutoff",
                                               "seed",    "implausibility", "asked", "hand_on"};
    return keys;
}

FitPlan load_fit(const fs::path& file, const std::vector<KnownRegularity>& known)
{
    std::vector<Problem> problems;
    auto source = read_json(file, file.string(), problems);
    if (!source) throw ScenarioError(std::move(problems));
    Document document;
    document.problems = &problems;
    document.layers.push_back(std::make_shared<const JsonSource>(std::move(*source)));
    document.value = document.layers.front()->value;
    const Node root = Node::root(document);
    FitPlan fit;
    fit.plan.name = file == "-" ? "standard-input" : file.stem().string();
    if (root.is_object() && !looks_like_fit(root.json()) && looks_like_plan(root.json()) && root["scenarios"])
        root.fail("this is a plan without moments", "\"moments\", and what they are held against",
                  "rongtong sweep takes it");
    else if (root.is_object()) read_fit(root, *document.layers.front(), known, fit);
    if (!problems.empty()) {
        sort_problems(problems);
        throw ScenarioError(std::move(problems));
    }
    fit.plan.resolved = resolved_plan(root, fit.plan);
    for (const auto& key : fit_keys()) fit.plan.resolved.erase(key);
    return fit;
}

bool is_fit(const fs::path& file)
{
    if (file == "-") return looks_like_fit(json::parse(standard_input(), nullptr, false));
    std::error_code ec;
    if (!fs::is_regular_file(file, ec)) return false;
    std::ifstream in(file);
    return looks_like_fit(json::parse(in, nullptr, false));
}

SweepPlan plan_at_points(const FitPlan& fit, const std::vector<std::vector<json>>& points, bool all_scenarios)
{
    SweepPlan plan = fit.plan;
    if (!all_scenarios) std::erase_if(plan.scenarios, [&](const PlanScenario& s) { return !is_run(fit, s.label); });
    json& resolved = plan.resolved;
    resolved["order"] = json::array();
    json scenarios = json::object();
    for (const auto& s : plan.scenarios) {
        resolved["order"].push_back(s.label);
        scenarios[s.label] = resolved["scenarios"][s.label];
    }
    resolved["scenarios"] = std::move(scenarios);
    json list = json::array();
    for (const auto& values : points) {
        json point = json::object();
        for (std::size_t i = 0; i < values.size(); ++i) point[plan.parameters[i].name] = values[i];
        list.push_back(std::move(point));
    }
    resolved["design"] = {{"kind", "list"}, {"points", std::move(list)}};
    plan.design.kind = "list";
    plan.design.listed = points;
    plan.design.points.resize(points.size());
    plan.sha256 = plan_digest(plan);
    return plan;
}

double place_of(const PlanParameter& p, double value)
{
    return p.logarithmic ? std::log(value / p.low) / std::log(p.high / p.low) : (value - p.low) / (p.high - p.low);
}

std::vector<json> usual_point(const FitPlan& fit)
{
    std::vector<json> values;
    const Scenario& scenario = fit.plan.scenarios.front().scenario;
    const auto merged = json::parse(scenario.merged);
    for (const auto& p : fit.plan.parameters) {
        const json::json_pointer at(p.pointer);
        json value;
        if (merged.contains(at)) value = merged.at(at);
        else if (const auto declared = declared_value(scenario, p.pointer)) value = *declared;
        if (!value.is_number() || value < p.low || value > p.high) return {};
        if (p.whole) value = static_cast<std::int64_t>(value.get<double>());
        values.push_back(std::move(value));
    }
    return values;
}

} // namespace rongtong
