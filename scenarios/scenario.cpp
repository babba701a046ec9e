#include "scenarios/scenario.hpp"

#include "models/agents/technology_table.hpp"
#include "models/start/given_firms.hpp"
#include "scenarios/calibration.hpp"
#include "scenarios/layers.hpp"
#include "scenarios/plan_parts.hpp"
#include "scenarios/problems.hpp"
#include "scenarios/scenario_parts.hpp"
#include "scenarios/sha256.hpp"
#include "scenarios/shared_files.hpp"
#include "scenarios/words.hpp"
#include "sim/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace rongtong {

namespace {

namespace fs = std::filesystem;

void read_size(const Node& root, Setup& setup)
{
    const auto whole = [&](const char* key, double low, double high, const char* unit, double initial) {
        return root[key].number(low, high, unit, true).value_or(initial);
    };
    setup.seed = static_cast<std::uint32_t>(whole("seed", 0, largest_seed, "1", setup.seed));
    setup.replicate = static_cast<std::uint32_t>(whole("replicate", 0, largest_seed, "1", setup.replicate));
    setup.months = static_cast<std::int32_t>(whole("months", 1, most_months, "month", setup.months));
    setup.firms = static_cast<std::uint64_t>(
        whole("firms", fewest_firms, most_firms, "firms", static_cast<double>(setup.firms)));
}

// The folder is given, or else the path in the file leads to it.
void read_figures(const Node& root, const Document& document, const fs::path& given, Scenario& s)
{
    if (s.setup.calibration) return;
    const Node node = root.need("calibration");
    const auto name = node.text();
    if (!name) return;
    const fs::path shown = given.empty()
                               ? shared_calibration(*name, folder_of(document, node.pointer())).lexically_normal()
                               : given;
    std::error_code ec;
    s.calibration_folder = fs::weakly_canonical(fs::absolute(shown, ec), ec);
    if (!fs::is_directory(shown, ec))
        return node.fail("there is no such calibration folder: " + shown.string(),
                         "a folder with nation.json and others", "the path is relative to the file that gives it");
    s.setup.calibration = read_calibration(shown, shown.string(), *document.problems);
    s.files.push_back(shown.string());
}

// Can the calibration carry an economy of so many firms, and does that have room for those that are given? Here, so that `check`
// says what `run` would.
void check_start(const Node& root, const Setup& setup)
{
    const char* where = "calibration";
    try {
        const auto technology = make_technology(setup);
        where = root["firms"] ? "firms" : "start";
        if (setup.own && !setup.own->firms.empty()) firms_beside(setup, technology);
    } catch (const ScenarioError& error) {
        for (const auto& p : error.problems) root[where].fail(p.message, p.expected, p.hint);
    }
}

// Which date month 1 has: nothing in the run hangs on it, results and answers show it.
void read_calendar(const Node& start)
{
    const auto text = start.text();
    if (text && !parse_calendar_month(*text)) start.fail("is no month of the calendar", "a text such as \"2021-01\"");
}

void read_parts(const Document& document, const fs::path& calibration_folder, Scenario& s)
{
    const Node root = Node::root(document);
    root.allow(scenario_keys());
    const Node name = root["name"];
    s.name = name.text().value_or(s.name);
    if (name) check_label(name, s.name);
    std::tie(s.title_en, s.title_zh) = read_words(root["title"]);
    read_words(root["description"]);
    read_calendar(root["calendar_start"]);
    read_size(root, s.setup);
    read_figures(root, document, calibration_folder, s);
    read_start(root["start"], document, s);
    const Calibration* calibration = s.setup.calibration.get();
    read_model(root["model"], s.setup.parameters);
    if (calibration) check_stability(root, s.setup.parameters, *calibration);
    const Figures figures{calibration, s.calibration_folder};
    read_policies(root["policies"], s.setup.months, figures, s.setup.policies);
    read_shocks(root["shocks"], s.setup.months, figures, s.setup.shocks);
    check_named(root, s.setup.policies, s.setup.shocks);
    s.output = read_output(root["output"]);
    if (s.output.months.first > s.setup.months)
        root["output"]["months"]["first"].fail("no month of the run would be written",
                                               fmt::format("at most {}, the run's last month", s.setup.months));
    if (document.problems->empty()) check_start(root, s.setup);
}

} // namespace

Scenario finish_scenario(Document& document, const ScenarioOverrides& overrides, const fs::path& calibration_folder,
                         Scenario s)
{
    apply_overrides(overrides, document);
    for (const auto& layer : document.layers) s.files.push_back(layer->file);
    read_parts(document, calibration_folder, s);
    if (!document.problems->empty()) {
        sort_problems(*document.problems);
        throw ScenarioError(std::move(*document.problems));
    }
    auto merged = document.value;
    merged["name"] = s.name;
    merged["seed"] = s.setup.seed;
    merged["replicate"] = s.setup.replicate;
    merged["months"] = s.setup.months;
    merged["firms"] = s.setup.firms;
    if (s.setup.own) merged["start"]["sha256"] = s.setup.own->sha256;
    s.merged = merged.dump();
    s.sha256 = sha256(s.merged + "\n" + s.setup.calibration->sha256);
    return s;
}

const std::vector<std::string>& scenario_keys()
{
    static const std::vector<std::string> keys{
        "$schema", "extends",     "name",  "title", "description", "seed",   "replicate", "months",
        "firms",   "calibration", "start", "model", "policies",    "shocks", "output",    "calendar_start"};
    return keys;
}

const std::vector<std::string>& policy_keys()
{
    static const std::vector<std::string> keys{"lever",
                                               "start_month",
                                               "ramp_months",
                                               "end_month",
                                               "parameters",
                                               "target",
                                               "yearly_cost_per_firm",
                                               "yearly_budget_cap",
                                               "paid_by",
                                               "placebo",
                                               "intensity",
                                               "when"};
    return keys;
}

const std::vector<std::string>& shock_keys()
{
    static const std::vector<std::string> keys{"kind", "month", "target", "intensity"};
    return keys;
}

const std::vector<std::string>& target_keys()
{
    static const std::vector<std::string> keys{"regions", "sectors", "size", "ownership", "tiers", "firms"};
    return keys;
}

Scenario load_scenario(const fs::path& given, const ScenarioOverrides& overrides)
{
    const fs::path file = shared_scenario(given);
    std::vector<Problem> problems;
    Document document;
    document.problems = &problems;
    if (!read_layers(file, document)) {
        sort_problems(problems);
        throw ScenarioError(std::move(problems));
    }
    if (looks_like_plan(document.layers.front()->value))
        throw ScenarioError({{file.string(), "", 1, 1, "this is a plan of a sweep, not a scenario", "a scenario",
                              "rongtong sweep takes it"}});
    // A name and a title are of one file: the parent's would tell two scenarios apart no longer.
    for (const char* key : {"name", "title"})
        if (!document.layers.front()->value.contains(key)) document.value.erase(key);
    Scenario s;
    s.name = file == "-" ? "standard-input" : file.stem().string();
    return finish_scenario(document, overrides, {}, std::move(s));
}

namespace {

Scenario from_merged(const std::string& merged, const fs::path& calibration_folder, const std::string& shown,
                     const ScenarioOverrides& overrides, Scenario s)
{
    std::vector<Problem> problems;
    auto source = parse_json(merged, shown, problems);
    if (!source) throw ScenarioError(std::move(problems));
    Document document;
    document.problems = &problems;
    document.layers.push_back(std::make_shared<const JsonSource>(std::move(*source)));
    document.value = document.layers.front()->value;
    const Node root = Node::root(document);
    if (!root.is_object()) throw ScenarioError(std::move(problems));
    if (root["extends"]) root["extends"].fail_key("a merged scenario extends nothing", "no such key");
    s.name = shown;
    return finish_scenario(document, overrides, calibration_folder, std::move(s));
}

} // namespace

Scenario scenario_from_text(const std::string& merged, const fs::path& calibration_folder, const std::string& shown,
                            const ScenarioOverrides& overrides, const StartFiles& start_files)
{
    Scenario start;
    start.start_files = start_files;
    return from_merged(merged, calibration_folder, shown, overrides, std::move(start));
}

Scenario changed_scenario(const Scenario& base, const ScenarioOverrides& overrides)
{
    Scenario start;
    start.setup.calibration = base.setup.calibration;
    start.calibration_folder = base.calibration_folder;
    const auto changes_start = [](const std::string& set) { return set.starts_with("/start"); };
    if (std::ranges::none_of(overrides.set, changes_start)) start.setup.own = base.setup.own;
    start.start_files = base.start_files;
    return from_merged(base.merged, base.calibration_folder, base.name, overrides, std::move(start));
}

} // namespace rongtong
