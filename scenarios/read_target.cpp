// Whom a policy or shock reaches.
#include "scenarios/official_codes.hpp"
#include "scenarios/places.hpp"
#include "scenarios/scenario_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bitset>

namespace rongtong {

namespace {

constexpr double largest_firm_id = 1e15;

// What a list may name.
struct Known {
    std::vector<std::string> codes{}; // none: nothing but the types is checked
    const char* what = "";
    std::vector<PlaceName> places{}; // for sectors and regions: what else they are called
    const char* section = "";        // of the catalogue that lists them
};

// One of the codes; what names a sector or a region otherwise gets its code as a hint.
std::optional<std::string> read_name(const Node& item, const Known& known)
{
    if (known.codes.empty()) return item.text(), std::nullopt;
    if (known.places.empty()) return item.choice(known.codes, known.what);
    const auto name = item.text();
    if (!name || std::ranges::find(known.codes, *name) != known.codes.end()) return name;
    item.fail(fmt::format("there is no {} {}", known.what, item.json().dump()),
              fmt::format("the code of a {}", known.what), place_hint(*name, known.places, known.section));
    return std::nullopt;
}

// "all", or a list of names, as bits by position.
template <std::size_t N>
std::bitset<N> read_set(const Node& node, const Known& known)
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
        const auto name = read_name(item, known);
        const auto at = name ? std::ranges::find(known.codes, *name) : known.codes.end();
        if (at == known.codes.end()) continue;
        const auto bit = static_cast<std::size_t>(at - known.codes.begin());
        if (out[bit]) item.fail(fmt::format("\"{}\" stands twice in this list", *name), "each name once");
        out.set(bit);
    }
    return out;
}

template <class List>
Known known_places(const List& list, const std::map<std::string, std::vector<std::string>>& official, const char* what,
                   const char* section)
{
    Known known{{}, what, names_of_places(list, official), section};
    for (const auto& entry : list) known.codes.push_back(entry.code);
    return known;
}

std::vector<std::uint64_t> read_ids(const Node& list)
{
    std::vector<std::uint64_t> ids;
    if (list.json().empty()) list.fail("this list is empty, so nobody is reached", "ids of firms");
    if (list.json().size() > most_named_firms)
        list.fail(fmt::format("this list names {} firms", list.json().size()),
                  fmt::format("at most {}", most_named_firms));
    else
        for (const Node& item : list.items()) {
            const auto id = item.number(1, largest_firm_id, "id of a firm", true);
            if (!id) continue;
            if (std::ranges::find(ids, static_cast<std::uint64_t>(*id)) != ids.end())
                item.fail(fmt::format("the firm {:.0f} stands twice in this list", *id), "each firm once");
            ids.push_back(static_cast<std::uint64_t>(*id));
        }
    return ids;
}

// Ids, or {"largest": N, "by": ...}.
NamedFirms read_named(const Node& node)
{
    static const std::vector<std::string> keys{"largest", "by"},
        orders(firm_order_names.begin(), firm_order_names.end());
    NamedFirms named;
    if (!node || (node.json().is_string() && node.json() == "all")) return named;
    if (node.json().is_array()) {
        named.ids = read_ids(node);
        return named;
    }
    if (!node.json().is_object()) {
        node.fail("this names no firms", R"("all", a list of ids, or {"largest": ..., "by": ...})");
        return named;
    }
    node.allow(keys);
    const auto largest = node.need("largest").number(1, most_named_firms, "firms", true);
    named.largest = static_cast<std::uint32_t>(largest.value_or(1));
    if (const auto by = node["by"].choice(orders, "measure of size"))
        named.by = static_cast<FirmOrder>(std::ranges::find(orders, *by) - orders.begin());
    return named;
}

} // namespace

std::vector<std::string> names_of_parts(const TargetParts& parts)
{
    std::vector<std::string> names;
    if (parts.regions) names.emplace_back("regions");
    if (parts.sectors) names.emplace_back("sectors");
    if (parts.size) names.emplace_back("size");
    if (parts.ownership) names.emplace_back("ownership");
    if (parts.tiers) names.emplace_back("tiers");
    if (parts.firms()) names.emplace_back("firms");
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
                      "leave it out: it would change nothing (rongtong convert does so)");
    }
}

Target read_target(const Node& target, const Calibration* calibration, const std::filesystem::path& calibration_folder)
{
    Target t;
    if (!target || !target.is_object()) return t;
    target.allow(target_keys());
    Known regions, sectors;
    if (calibration) {
        const auto official = load_codes(calibration_folder, *calibration);
        regions = known_places(calibration->regions, official.regions, "region", "regions");
        sectors = known_places(calibration->sectors, official.sectors, "sector", "sectors");
    }
    t.regions = read_set<8>(target["regions"], regions);
    t.sectors = read_set<64>(target["sectors"], sectors);
    t.sizes = read_set<4>(target["size"], {{size_names.begin(), size_names.end()}, "size class"});
    t.firms = read_named(target["firms"]);
    t.owners = read_set<2>(target["ownership"], {{owner_names.begin(), owner_names.end()}, "kind of ownership"});
    t.tiers = read_set<5>(target["tiers"], {{tier_names.begin(), tier_names.end()}, "tier"});
    return t;
}

} // namespace rongtong
