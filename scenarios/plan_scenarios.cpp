// The scenarios of a plan: files, or scenarios written into the plan.
#include "scenarios/layers.hpp"
#include "scenarios/plan_parts.hpp"
#include "scenarios/scenario_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rongtong {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// What stands in the plan under a pointer, as if it were a file of its own; values keep their place in the plan's text.
std::shared_ptr<const JsonSource> part_of(const JsonSource& plan, const std::string& pointer)
{
    auto part = std::make_shared<JsonSource>();
    part->file = plan.file;
    part->value = plan.value[json::json_pointer(pointer)];
    for (const auto& [at, place] : plan.places)
        if (at == pointer || at.starts_with(pointer + "/")) part->places.emplace(at.substr(pointer.size()), place);
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
            if (!resolved()) document.value["output"] = kept(root_["keep"]);
            Scenario start;
            start.setup.calibration = known(document);
            start.calibration_folder = folder_;
            plan_.scenarios.push_back({label, finish_scenario(document, {}, {}, std::move(start)), {}, {}});
            plan_.scenarios.back().files = plan_.scenarios.back().scenario.files;
        } catch (const ScenarioError& error) {
            for (const auto& problem : error.problems)
                if (!problem.pointer.starts_with("/output")) add(problem);
        }
    }

    const std::vector<Problem>& problems() const { return problems_; }

private:
    bool resolved() const { return static_cast<bool>(root_["order"]); }

    bool read_layers_of(const Node& entry, Document& document)
    {
        const std::string folder = fs::path(source_.file).parent_path().string();
        if (root_["changes"] && root_["changes"].json().is_object())
            document.layers.push_back(part_of(source_, "/changes"));
        if (entry.json().is_object()) {
            if (!add_parents(part_of(source_, entry.pointer()), {}, document)) return false;
        } else {
            const auto file = (fs::path(folder) / entry.json().get<std::string>()).lexically_normal();
            auto source = read_json(file, file.string(), *document.problems);
            std::error_code ec;
            if (!source || !add_parents(std::make_shared<const JsonSource>(std::move(*source)),
                                        {fs::weakly_canonical(file, ec)}, document))
                return false;
        }
        merge_layers(document);
        for (const char* key : {"name", "description"}) document.value.erase(key);
        return true;
    }

    // Scenarios mostly share one calibration: it is read once.
    std::shared_ptr<const Calibration> known(const Document& document)
    {
        const auto given = document.value.find("calibration");
        if (given == document.value.end() || !given->is_string()) return nullptr;
        std::error_code ec;
        folder_ = fs::weakly_canonical(folder_of(document, "/calibration") / given->get<std::string>(), ec);
        for (const auto& s : plan_.scenarios)
            if (s.scenario.calibration_folder == folder_) return s.scenario.setup.calibration;
        return nullptr;
    }

    // A fault in a shared file is one problem.
    void add(const Problem& p)
    {
        const auto same = [&](const Problem& q) {
            return p.line > 0 && p.file == q.file && p.line == q.line && p.column == q.column && p.message == q.message;
        };
        if (std::ranges::none_of(problems_, same)) problems_.push_back(p);
    }

    const Node& root_;
    const JsonSource& source_;
    SweepPlan& plan_;
    fs::path folder_;
    std::vector<Problem> problems_;
};

// Labels in the order of the file; a resolved plan has lost it and says it.
std::vector<std::string> labels_in_order(const Node& root, const JsonSource& source)
{
    std::vector<std::pair<std::pair<int, int>, std::string>> found;
    for (const auto& [label, entry] : root["scenarios"].members()) {
        const Place* place = source.find(entry.pointer());
        found.push_back({{place ? place->line : 0, place ? place->column : 0}, label});
    }
    std::ranges::sort(found);
    std::vector<std::string> labels;
    if (const Node order = root["order"]; order && order.is_array())
        for (const auto& item : order.items())
            if (const auto label = item.text(); label && root["scenarios"][*label]) labels.push_back(*label);
    if (labels.size() == found.size()) return labels;
    labels.clear();
    for (auto& [place, label] : found) labels.push_back(std::move(label));
    return labels;
}

} // namespace

void read_plan_scenarios(const Node& root, const JsonSource& source, SweepPlan& plan)
{
    const Node scenarios = root.need("scenarios");
    for (const char* key : {"changes", "keep"})
        if (root[key]) root[key].is_object();
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
    for (const auto& problem : reader.problems()) root.add(problem);
}

} // namespace rongtong
