// The scenarios of a plan: files, or scenarios written into the plan.
#include "scenarios/layers.hpp"
#include "scenarios/plan_parts.hpp"
#include "scenarios/scenario_parts.hpp"
#include "scenarios/shared_files.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace rongtong {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// What stands in the plan under a pointer, as if it were a file of its own; values keep their place in the plan's text.
std::shared_ptr<JsonSource> part_of(const JsonSource& plan, const std::string& pointer)
{
    auto part = std::make_shared<JsonSource>();
    part->file = plan.file;
    part->value = plan.value[json::json_pointer(pointer)];
    for (const auto& [at, place] : plan.places)
        if (leads_into(at, pointer)) part->places.emplace(at.substr(pointer.size()), place);
    return part;
}

// The changes that a scenario can take. What is missing at its root is missing in it, not in the changes.
std::shared_ptr<const JsonSource> changes_of(const JsonSource& plan)
{
    auto part = part_of(plan, "/changes");
    for (const auto& [key, value] : plan.value["changes"].items())
        if (std::ranges::find(change_keys(), key) == change_keys().end()) part->value.erase(key);
    part->places.erase("");
    return part;
}

// What is kept where neither the plan nor the scenario says more: the economy's indicators.
json kept(const Node& keep)
{
    json output = {{"groups", json::array()}, {"accounts", false}, {"state_hash", "last"}};
    if (keep && keep.json().is_object()) output.merge_patch(keep.json());
    return output;
}

class Reader {
public:
    Reader(const Node& root, const JsonSource& source, SweepPlan& plan) : root_(root), source_(source), plan_(plan)
    {
        if (root["keep"] && root["keep"].json().is_object()) read_output(root["keep"]); // its problems, once
        if (root["changes"] && root["changes"].json().is_object()) changes_ = changes_of(source);
    }

    // The file or object that an entry gives, with the plan's changes; problems are those of the scenario.
    void read(const std::string& label, const Node& entry)
    {
        std::vector<Problem> problems;
        Document document;
        document.problems = &problems;
        try {
            if (!read_layers_of(entry, document)) throw ScenarioError(std::move(problems));
            document.value.erase("title");
            document.value["name"] = label;
            const bool drops = !resolved() && document.value.contains("output");
            if (!resolved()) document.value["output"] = kept(root_["keep"]);
            Scenario start;
            start.setup.calibration = known(document);
            start.calibration_folder = folder_;
            share_tables(document, plan_, start);
            plan_.scenarios.push_back({label, finish_scenario(document, {}, {}, std::move(start)), {}, {}});
            plan_.scenarios.back().files = plan_.scenarios.back().scenario.files;
            plan_.scenarios.back().drops_output = drops;
        } catch (const ScenarioError& error) {
            for (const auto& problem : error.problems)
                if (!of_plan(problem)) add(placed(problem, entry.pointer()), label);
        }
    }

    // Each once; a fault that the changes make in some of several scenarios says in which.
    void report() const
    {
        for (auto [problem, labels] : problems_) {
            if (leads_into(problem.pointer, "/changes") && problem.hint.empty() && labels.size() < merged_)
                problem.hint = fmt::format("in scenario{} \"{}\"", labels.size() == 1 ? "" : "s",
                                           fmt::join(labels, "\", \""));
            root_.add(problem);
        }
    }

private:
    // The plan's own label and "keep" have been looked at.
    bool of_plan(const Problem& p) const
    {
        return p.pointer == "/name" || (leads_into(p.pointer, "/output") && !resolved());
    }

    bool resolved() const { return static_cast<bool>(root_["order"]); }

    bool read_layers_of(const Node& entry, Document& document)
    {
        if (changes_) document.layers.push_back(changes_);
        std::error_code ec;
        if (entry.json().is_object()) {
            if (!add_parents(part_of(source_, entry.pointer()), {fs::weakly_canonical(source_.file, ec)}, document))
                return false;
        } else if (!read_file(entry, document)) {
            return false;
        }
        merge_layers(document);
        ++merged_;
        for (const char* key : {"name", "description"}) document.value.erase(key);
        return true;
    }

    // The file that an entry names, which must be a scenario.
    bool read_file(const Node& entry, Document& document)
    {
        const auto name = entry.json().get<std::string>();
        const auto file = shared_scenario(name, fs::path(source_.file).parent_path()).lexically_normal();
        std::error_code ec;
        if (name.empty() || !fs::exists(file, ec) || fs::is_directory(file, ec)) {
            entry.fail(fs::is_directory(file, ec) || name.empty() ? "this is a folder: " + file.string()
                                                                  : "there is no such file: " + file.string(),
                       "a scenario file", "the path is relative to the plan's file");
            return false;
        }
        auto source = read_json(file, file.string(), *document.problems);
        if (!source) return false;
        if (looks_like_plan(source->value)) {
            entry.fail("this is a plan, not a scenario: " + file.string(), "a scenario file");
            return false;
        }
        return add_parents(std::make_shared<const JsonSource>(std::move(*source)), {fs::weakly_canonical(file, ec)},
                           document);
    }

    // Scenarios mostly share one calibration: it is read once.
    std::shared_ptr<const Calibration> known(const Document& document)
    {
        folder_.clear();
        const auto given = document.value.find("calibration");
        if (given == document.value.end() || !given->is_string()) return nullptr;
        std::error_code ec;
        const auto folder = fs::weakly_canonical(
            fs::absolute(shared_calibration(given->get<std::string>(), folder_of(document, "/calibration")), ec), ec);
        for (const auto& s : plan_.scenarios)
            if (s.scenario.calibration_folder == folder) {
                folder_ = folder;
                return s.scenario.setup.calibration;
            }
        return nullptr;
    }

    // A scenario's problem in the plan's text has a pointer from the plan's root.
    Problem placed(Problem p, const std::string& entry) const
    {
        if (p.file != source_.file) return p;
        for (const std::string& prefix : {std::string("/changes"), entry})
            for (auto at = p.pointer;; at.resize(at.rfind('/'))) {
                const SourcePlace* place = prefix == "/changes" && at.empty() ? nullptr : source_.find(prefix + at);
                const bool here = place && ((place->line == p.line && place->column == p.column) ||
                                            (place->key_line == p.line && place->key_column == p.column));
                if (here) {
                    p.pointer = prefix + p.pointer;
                    return p;
                }
                if (at.empty()) break;
            }
        return p;
    }

    void add(Problem p, const std::string& label)
    {
        const auto same = [&](const auto& known) {
            const Problem& q = known.first;
            return p.file == q.file && p.line == q.line && p.column == q.column && p.message == q.message &&
                   (p.line > 0 || p.pointer == q.pointer);
        };
        const auto known = std::ranges::find_if(problems_, same);
        if (known == problems_.end()) problems_.emplace_back(std::move(p), std::vector<std::string>{label});
        else known->second.push_back(label);
    }

    const Node& root_;
    const JsonSource& source_;
    SweepPlan& plan_;
    std::shared_ptr<const JsonSource> changes_;
    fs::path folder_;
    std::size_t merged_ = 0;                                             // scenarios whose files could be read
    std::vector<std::pair<Problem, std::vector<std::string>>> problems_; // and the labels that have them
};

// Labels in the order of the file; a resolved plan has lost it and says it.
std::vector<std::string> labels_in_order(const Node& root, const JsonSource& source)
{
    std::vector<std::pair<std::pair<int, int>, std::string>> found;
    for (const auto& [label, entry] : root["scenarios"].members()) {
        const SourcePlace* place = source.find(entry.pointer());
        found.push_back({{place ? place->line : 0, place ? place->column : 0}, label});
    }
    std::ranges::sort(found);
    std::vector<std::string> labels, given;
    for (auto& [place, label] : found) labels.push_back(std::move(label));
    const Node order = root["order"];
    if (!order || !order.is_array()) return labels;
    for (const auto& item : order.items()) given.push_back(item.text().value_or(""));
    if (std::ranges::is_permutation(given, labels)) return given;
    order.fail("this is not the order of the scenarios", "each label once");
    return labels;
}

} // namespace

void read_plan_scenarios(const Node& root, const JsonSource& source, SweepPlan& plan)
{
    const Node scenarios = root.need("scenarios");
    if (!scenarios || !scenarios.is_object()) return;
    if (scenarios.json().empty())
        scenarios.fail("this plan has no scenario", "labels, each with a scenario file or object",
                       "such as {\"baseline\": \"baseline.json\"}");
    Reader reader(root, source, plan);
    for (const auto& label : labels_in_order(root, source)) {
        const Node entry = scenarios[label];
        check_label(entry, label);
        if (entry.json().is_object() || entry.json().is_string()) reader.read(label, entry);
        else entry.fail("this is no scenario", "the path of a scenario file, or a scenario {...}");
    }
    reader.report();
}

} // namespace rongtong
