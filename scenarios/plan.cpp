#include "scenarios/plan.hpp"

#include "scenarios/plan_parts.hpp"
#include "scenarios/problems.hpp"
#include "scenarios/scenario_parts.hpp"
#include "scenarios/sha256.hpp"
#include "scenarios/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rongtong {

namespace {

namespace fs = std::filesystem;

std::vector<Factor> factors_of(const SweepPlan& plan)
{
    std::vector<Factor> factors;
    for (const auto& p : plan.parameters) factors.push_back({p.name, p.values.size()});
    return factors;
}

std::string count_of(double runs) { return runs < 1e15 ? fmt::format("{:.0f}", runs) : fmt::format("{:.0e}", runs); }

// Makes the points, unless that would be too many runs.
void read_points(const Node& root, SweepPlan& plan)
{
    const auto factors = factors_of(plan);
    const Node design = root["design"];
    double points = 1;
    std::optional<DesignRequest> request;
    const Node parameters = root["parameters"];
    if (design && (!parameters || (parameters.json().is_object() && factors.empty())))
        design.fail("a design varies parameters, and there are none", "an object \"parameters\" beside it");
    if (!factors.empty() && design) request = read_design(design, factors);
    if (!factors.empty() && !design) root.need("design");
    if (request) points = design_size(*request, factors);
    const double runs = points * static_cast<double>(std::max<std::size_t>(1, plan.scenarios.size())) *
                        static_cast<double>(plan.replicates);
    if (runs > most_runs)
        return (design               ? design
                : root["replicates"] ? root["replicates"]
                                     : root)
            .fail(fmt::format("this plan has {} runs", count_of(runs)), fmt::format("at most {:.0f}", most_runs),
                  "fewer points, replicates or scenarios, or several plans");
    if (request) plan.design = make_design(*request, factors);
}

void read_plan(const Node& root, const JsonSource& source, SweepPlan& plan)
{
    root.allow(plan_keys());
    check_plan_keys(root);
    root["$schema"].text();
    plan.name = root["name"].text().value_or(plan.name);
    if (root["name"]) check_label(root["name"], plan.name);
    for (const char* key : {"title", "description"}) read_words(root[key]);
    read_plan_replicates(root["replicates"], plan);
    read_plan_scenarios(root, source, plan);
    read_plan_parameters(root, plan);
    read_points(root, plan);
    if (plan.scenarios.empty() || plan.parameters.empty()) return;
    find_takers(root, plan);
    check_plan_values(root, plan);
}

} // namespace

void read_plan_replicates(const Node& node, SweepPlan& plan)
{
    static const std::vector<std::string> keys{"first", "count"};
    const auto count = [](const Node& n) { return n.number(1, most_runs, "replicates", true); };
    if (!node) return;
    if (node.json().is_object()) {
        node.allow(keys);
        plan.first_replicate = static_cast<std::uint32_t>(
            node["first"].number(0, largest_seed - most_runs, "1", true).value_or(0));
        plan.replicates = static_cast<std::size_t>(count(node.need("count")).value_or(1));
    } else {
        plan.replicates = static_cast<std::size_t>(count(node).value_or(1));
    }
}

nlohmann::json resolved_plan(const Node& root, const SweepPlan& plan)
{
    nlohmann::json resolved = root.json();
    for (const char* key : {"$schema", "changes", "keep"}) resolved.erase(key);
    resolved["name"] = plan.name;
    resolved["scenarios"] = nlohmann::json::object();
    resolved["order"] = nlohmann::json::array();
    for (const auto& s : plan.scenarios) {
        auto merged = nlohmann::json::parse(s.scenario.merged);
        merged.erase("replicate");
        resolved["scenarios"][s.label] = merged;
        resolved["order"].push_back(s.label);
    }
    return resolved;
}

std::string plan_digest(const SweepPlan& plan)
{
    std::string text = plan.resolved.dump();
    for (const auto& s : plan.scenarios) text += "\n" + s.scenario.setup.calibration->sha256;
    return sha256(text);
}

RunIndex SweepPlan::index(std::size_t run) const
{
    return {run / replicates / points(), run / replicates % points(), run % replicates};
}

std::size_t SweepPlan::number(const RunIndex& i) const
{
    return (i.scenario * points() + i.point) * replicates + i.replicate;
}

nlohmann::json SweepPlan::value(std::size_t parameter, std::size_t point) const
{
    if (!design.listed.empty()) return design.listed[point][parameter];
    if (design.points.empty()) return nullptr;
    return parameters[parameter].value_at(design.points[point].at[parameter]);
}

SweepPlan load_plan(const fs::path& file)
{
    std::vector<Problem> problems;
    auto source = read_json(file, file.string(), problems);
    if (!source) throw ScenarioError(std::move(problems));
    Document document;
    document.problems = &problems;
    document.layers.push_back(std::make_shared<const JsonSource>(std::move(*source)));
    document.value = document.layers.front()->value;
    const Node root = Node::root(document);
    SweepPlan plan;
    plan.name = file == "-" ? "standard-input" : file.stem().string();
    if (root.is_object() && !is_scenario(root)) read_plan(root, *document.layers.front(), plan);
    if (!problems.empty()) {
        sort_problems(problems);
        throw ScenarioError(std::move(problems));
    }
    plan.resolved = resolved_plan(root, plan);
    plan.sha256 = plan_digest(plan);
    return plan;
}

Scenario run_scenario(const SweepPlan& plan, const RunIndex& run)
{
    const PlanScenario& from = plan.scenarios[run.scenario];
    ScenarioOverrides changes;
    changes.replicate = static_cast<std::int64_t>(plan.first_replicate) + static_cast<std::int64_t>(run.replicate);
    for (std::size_t p = 0; p < plan.parameters.size(); ++p)
        if (from.takes[p]) changes.set.push_back(setting(plan.parameters[p].pointer, plan.value(p, run.point)));
    return changed_scenario(from.scenario, changes);
}

} // namespace rongtong
