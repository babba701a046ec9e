#include "analysis/resilience/technology_map.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/statistics/figures.hpp"

namespace rongtong {

namespace {

using nlohmann::ordered_json;

double or_nothing(double value) { return std::isfinite(value) ? value : 0; }

// The number of each sector's field; fields stand in the order of their first sectors.
std::vector<std::size_t> fields_of(const SupplyNetwork& n, TechnologyMap& map)
{
    std::vector<std::size_t> field_of;
    for (std::size_t s = 0; s < n.sectors.size(); ++s) {
        const auto at = std::find_if(map.fields.begin(), map.fields.end(),
                                     [&](const auto& field) { return field.name == n.fields[s]; });
        field_of.push_back(static_cast<std::size_t>(at - map.fields.begin()));
        if (at == map.fields.end()) map.fields.push_back({n.fields[s], {}});
        auto& field = map.fields[field_of.back()];
        field.sectors.push_back(n.sectors[s]);
        field.performers += or_nothing(n.labs[s].performers);
        field.research += or_nothing(n.labs[s].research);
        field.waiting += or_nothing(n.labs[s].waiting);
        field.on_lines += or_nothing(n.labs[s].on_lines);
    }
    return field_of;
}

void add_purchases(const SupplyNetwork& n, const std::vector<std::size_t>& field_of, TechnologyMap& map)
{
    map.embodied.assign(map.fields.size(), std::vector<double>(map.fields.size(), 0));
    for (const auto& link : n.links) {
        const auto& lab = n.labs[n.sector[link.supplier]];
        const double embodied = link.value * or_nothing(lab.research / lab.output);
        const auto from = field_of[n.sector[link.supplier]], to = field_of[n.sector[link.buyer]];
        map.embodied[from][to] += embodied;
        map.fields[to].bought += embodied;
        if (from != to) map.fields[to].bought_from_others += embodied;
    }
}

// Drops fields that neither do R&D nor buy any.
void keep_active(TechnologyMap& map)
{
    for (std::size_t f = map.fields.size(); f-- > 0;) {
        const auto& field = map.fields[f];
        if (field.performers > 0 || field.research > 0 || field.bought > 0) continue;
        const auto at = static_cast<std::ptrdiff_t>(f);
        map.fields.erase(map.fields.begin() + at);
        map.embodied.erase(map.embodied.begin() + at);
        for (auto& row : map.embodied) row.erase(row.begin() + at);
    }
}

ordered_json field_json(const TechnologyField& field)
{
    return {{"field", field.name},
            {"sectors", field.sectors},
            {"performers", field.performers},
            {"research", field.research},
            {"bought", field.bought},
            {"bought_from_others", field.bought_from_others},
            {"projects_waiting", field.waiting},
            {"projects_on_lines", field.on_lines}};
}

} // namespace

std::optional<TechnologyMap> technology_map(const SupplyNetwork& n)
{
    if (n.month == 0) return std::nullopt;
    TechnologyMap map;
    const bool any = std::any_of(n.labs.begin(), n.labs.end(), [](const auto& lab) { return lab.performers > 0; });
    if (!any) map.absent = "research";
    else if (n.fields.empty()) map.absent = "fields";
    if (!map.absent.empty()) return map;
    add_purchases(n, fields_of(n, map), map);
    keep_active(map);
    return map;
}

ordered_json technology_map_json(const SupplyNetwork& n)
{
    const auto map = technology_map(n);
    if (!map) return nullptr;
    if (!map->absent.empty()) return {{"absent", map->absent}};
    ordered_json json{{"fields", ordered_json::array()}, {"embodied", map->embodied}};
    for (const auto& field : map->fields) json["fields"].push_back(field_json(field));
    return json;
}

std::string technology_map_table(const SupplyNetwork& n, std::size_t most)
{
    const auto map = technology_map(n);
    if (!map || !map->absent.empty()) return "";
    auto fields = map->fields;
    std::stable_sort(fields.begin(), fields.end(),
                     [](const auto& a, const auto& b) { return a.research > b.research; });
    std::vector<std::vector<std::string>> rows{{"field", "performers", "R&D, yuan", "R&D in what it buys",
                                                "of other fields", "waiting for a pilot line", "on one"}};
    for (std::size_t k = 0; k < std::min(most, fields.size()); ++k) {
        const auto& f = fields[k];
        rows.push_back({f.name, figure(f.performers), figure(f.research), figure(f.bought),
                        figure(f.bought_from_others), figure(f.waiting), figure(f.on_lines)});
    }
    return "R&D by field of technology: who does it, and how much of it stands in what a field buys along links\n" +
           aligned_table(rows, {0}) + '\n';
}

} // namespace rongtong
