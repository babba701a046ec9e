// Whom a policy or shock reaches.
#include "scenarios/scenario_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bitset>

namespace rongtong {

namespace {

// "all", or a list of names out of `known`, as bits by position. No names known: nothing but the types is checked.
template <std::size_t N>
std::bitset<N> read_set(const Node& node, const std::vector<std::string>& known, const char* what)
{
    std::bitset<N> all = std::bitset<N>().set();
    if (!node || (node.json().is_string() && node.json() == "all")) return all;
    if (!node.json().is_array()) {
        node.fail(node.json().is_string() ? "this is a single text" : "this is not a list",
                  "\"all\" or a list of names", "write [\"...\"] for one");
        return all;
    }
    if (node.json().empty()) node.fail("this list is empty, so nobody is reached", "\"all\" or a list of names");
    std::bitset<N> out;
    for (const Node& item : node.items()) {
        const auto name = known.empty() ? (item.text(), std::nullopt) : item.choice(known, what);
        if (!name) continue;
        const auto bit = static_cast<std::size_t>(std::find(known.begin(), known.end(), *name) - known.begin());
        if (out[bit]) item.fail(fmt::format("\"{}\" stands twice in this list", *name), "each name once");
        out.set(bit);
    }
    return out;
}

template <class List>
std::vector<std::string> codes(const List& list)
{
    std::vector<std::string> out;
    for (const auto& entry : list) out.push_back(entry.code);
    return out;
}

} // namespace

std::vector<std::string> names_of_parts(const TargetParts& parts)
{
    std::vector<std::string> names;
    if (parts.regions) names.emplace_back("regions");
    if (parts.sectors) names.emplace_back("sectors");
    if (parts.size) names.emplace_back("size");
    if (parts.ownership) names.emplace_back("ownership");
    return names;
}

void check_target_parts(const Node& target, const TargetParts& parts, const std::string& who)
{
    const auto good = names_of_parts(parts);
    for (const auto& key : target_keys()) {
        const Node node = target[key];
        if (!node || node.json() == "all" || std::find(good.begin(), good.end(), key) != good.end()) continue;
        const auto wanted = good.empty() ? std::string("no target")
                                         : fmt::format("a target of {}", fmt::join(good, " or "));
        node.fail_key(fmt::format("{} can't be aimed by {}", who, key), wanted,
                      "leave it out: it would change nothing");
    }
}

Target read_target(const Node& target, const Calibration* calibration)
{
    Target t;
    if (!target || !target.is_object()) return t;
    target.allow(target_keys());
    const auto none = std::vector<std::string>{};
    t.regions = read_set<8>(target["regions"], calibration ? codes(calibration->regions) : none, "region");
    t.sectors = read_set<64>(target["sectors"], calibration ? codes(calibration->sectors) : none, "sector");
    t.sizes = read_set<4>(target["size"], {size_names.begin(), size_names.end()}, "size class");
    t.owners = read_set<2>(target["ownership"], {owner_names.begin(), owner_names.end()}, "kind of ownership");
    return t;
}

} // namespace rongtong
