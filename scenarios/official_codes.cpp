#include "scenarios/official_codes.hpp"

#include <algorithm>

namespace rongtong {

namespace {

template <class List>
std::map<std::string, std::vector<std::string>> read_list(const Node& node, const List& list)
{
    std::map<std::string, std::vector<std::string>> found;
    if (!node || list.empty() || !node.is_object()) return found;
    std::vector<std::string> codes;
    for (const auto& entry : list) codes.push_back(entry.code);
    const auto known = [&](const std::string& code) { return node.json().contains(code); };
    if (std::none_of(codes.begin(), codes.end(), known)) return found; // of another table altogether
    node.allow(codes);
    for (const auto& code : codes) {
        const Node official = node[code];
        if (!official || !official.is_array()) continue;
        for (const Node& item : official.items()) found[code].push_back(item.text().value_or(""));
    }
    return found;
}

} // namespace

OfficialCodes read_codes(const Node& root, const Calibration& calibration)
{
    return {read_list(root["sectors"], calibration.sectors), read_list(root["regions"], calibration.regions)};
}

OfficialCodes load_codes(const std::filesystem::path& folder, const Calibration& calibration)
{
    std::error_code ec;
    if (folder.empty() || !std::filesystem::exists(folder / codes_name, ec)) return {};
    std::vector<Problem> problems; // said where the calibration is read
    auto source = read_json(folder / codes_name, codes_name, problems);
    if (!source) return {};
    Document document;
    document.value = source->value;
    document.problems = &problems;
    return read_codes(Node::root(document), calibration);
}

} // namespace rongtong
