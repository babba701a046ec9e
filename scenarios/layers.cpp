#include "scenarios/layers.hpp"

#include "scenarios/json_message.hpp"
#include "scenarios/near_miss.hpp"
#include "scenarios/shared_files.hpp"

#include <algorithm>

namespace rongtong {

namespace {

namespace fs = std::filesystem;

constexpr const char* least_scenario = "the least scenario is {\"extends\": \"baseline.json\"}";

std::string circle_of(const std::vector<fs::path>& seen, const fs::path& again)
{
    std::string out;
    for (auto it = std::find(seen.begin(), seen.end(), again); it != seen.end(); ++it)
        out += it->filename().string() + " -> ";
    return out + again.filename().string();
}

// The parent of a layer, as a path to show and open; empty, with a problem where there is a fault, if there is none
// to read.
fs::path parent_of(const JsonSource& layer, const Node& root, std::vector<fs::path>& seen)
{
    const Node extends = root["extends"];
    const auto name = extends.text();
    if (!name) return {};
    fs::path parent = shared_scenario(*name, fs::path(layer.file).parent_path()).lexically_normal();
    std::error_code ec;
    if (name->empty() || fs::is_directory(parent, ec)) {
        extends.fail("this is a folder: " + parent.string(), "a scenario file", "name a file in it");
        return {};
    }
    if (!fs::exists(parent, ec)) {
        extends.fail("there is no such file: " + parent.string(), "a scenario file",
                     "the path is relative to this file");
        return {};
    }
    const fs::path canonical = fs::weakly_canonical(parent, ec);
    if (std::find(seen.begin(), seen.end(), canonical) != seen.end()) {
        extends.fail("scenarios extend each other in a circle: " + circle_of(seen, canonical),
                     "a chain of files that ends with one that extends nothing");
        return {};
    }
    seen.push_back(canonical);
    return parent;
}

} // namespace

bool add_parents(const std::shared_ptr<const JsonSource>& first, std::vector<fs::path> seen, Document& document)
{
    for (auto layer = first; layer;) {
        document.layers.push_back(layer);
        const Document alone{layer->value, {layer}, document.problems, {}};
        const Node root = Node::root(alone);
        if (!root.is_object()) return false;
        root["$schema"].text();
        const fs::path parent = parent_of(*layer, root, seen);
        document.parent_missing = parent.empty() && root["extends"];
        if (parent.empty()) break;
        auto source = read_json(parent, parent.string(), *document.problems);
        if (!source) return false;
        layer = std::make_shared<const JsonSource>(std::move(*source));
    }
    return true;
}

void merge_layers(Document& document)
{
    document.value = nlohmann::json::object();
    for (auto layer = document.layers.rbegin(); layer != document.layers.rend(); ++layer) {
        nlohmann::json patch = (*layer)->value;
        patch.erase("extends");
        patch.erase("$schema");
        document.value.merge_patch(patch);
    }
}

bool read_layers(const fs::path& file, Document& document)
{
    std::error_code ec;
    auto source = read_json(file, file.string(), *document.problems);
    if (!source) {
        auto& problem = document.problems->back();
        if (problem.message == empty_file) problem.hint = least_scenario;
        if (problem.line == 0 && problem.hint.empty() && !file.has_parent_path()) // no such file: a name, perhaps
            problem.hint = suggestion(file.stem().string(), shared_scenario_names());
        return false;
    }
    const auto first = std::make_shared<const JsonSource>(std::move(*source));
    if (!add_parents(first, {fs::weakly_canonical(file, ec)}, document)) return false;
    merge_layers(document);
    return true;
}

fs::path folder_of(const Document& document, const std::string& pointer)
{
    for (const auto& [set, label] : document.overrides)
        if (set == pointer) return {};
    for (const auto& layer : document.layers)
        if (layer->find(pointer)) return fs::path(layer->file).parent_path();
    return {};
}

} // namespace rongtong
