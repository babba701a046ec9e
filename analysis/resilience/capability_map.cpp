#include "analysis/resilience/capability_map.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/resilience/technology_map.hpp"
#include "analysis/statistics/figures.hpp"

namespace rongtong {

namespace {

using nlohmann::ordered_json;

ordered_json number_or_null(double value) { return std::isfinite(value) ? ordered_json(value) : ordered_json(nullptr); }

// Adds what one buyer has of one product; returns where its links of it end.
std::size_t add_input(const SupplyNetwork& n, std::size_t begin, std::vector<ProductNeed>& needs)
{
    const auto& first = n.links[begin];
    const auto product = n.sector[first.supplier], user = n.sector[first.buyer];
    auto& need = needs[product * n.sectors.size() + user];
    std::size_t end = begin;
    for (; end < n.links.size() && n.links[end].buyer == first.buyer && n.sector[n.links[end].supplier] == product;
         ++end)
        need.value += n.links[end].value;
    ++need.buyers;
    need.single_source += end - begin == 1;
    return end;
}

} // namespace

// Links are ordered by buyer and the supplier's sector, so that an input is a stretch of them.
CapabilityMap capability_map(const SupplyNetwork& n)
{
    const std::size_t sectors = n.sectors.size();
    CapabilityMap map{std::vector<std::size_t>(sectors), std::vector<double>(sectors), {}};
    std::vector<ProductNeed> all(sectors * sectors);
    for (std::size_t begin = 0; begin < n.links.size();) begin = add_input(n, begin, all);
    std::vector<bool> sells(n.firms.size());
    for (const auto& link : n.links) {
        map.sales[n.sector[link.supplier]] += link.value;
        if (!sells[link.supplier]) ++map.suppliers[n.sector[link.supplier]];
        sells[link.supplier] = true;
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].buyers == 0) continue;
        all[i].product = static_cast<std::uint32_t>(i / sectors);
        all[i].user = static_cast<std::uint32_t>(i % sectors);
        all[i].essential = n.essential[i];
        map.needs.push_back(all[i]);
    }
    return map;
}

ordered_json capability_map_json(const SupplyNetwork& n)
{
    const auto map = capability_map(n);
    ordered_json json{{"sectors", ordered_json::array()},
                      {"need_columns", {"product", "user", "value", "buyers", "single_source", "essential"}},
                      {"needs", ordered_json::array()}};
    for (std::size_t s = 0; s < n.sectors.size(); ++s) {
        ordered_json row{{"sector", n.sectors[s]}, {"suppliers", map.suppliers[s]}, {"sales", map.sales[s]}};
        const auto side = n.sides.empty() ? SectorSide{} : n.sides[s];
        row["can_make"] = number_or_null(side.can_make);
        row["ordered"] = number_or_null(side.ordered);
        row["unfilled_share"] = number_or_null(side.unfilled);
        json["sectors"].push_back(std::move(row));
    }
    for (const auto& need : map.needs)
        json["needs"].push_back({need.product, need.user, need.value, need.buyers, need.single_source, need.essential});
    json["technology"] = technology_map_json(n);
    return json;
}

std::string capability_map_table(const SupplyNetwork& n, std::size_t most)
{
    auto needs = capability_map(n).needs;
    std::erase_if(needs, [](const ProductNeed& need) { return !need.essential; });
    if (needs.empty()) return "";
    std::stable_sort(needs.begin(), needs.end(),
                     [](const auto& a, const auto& b) { return a.single_source > b.single_source; });
    std::vector<std::vector<std::string>> rows{{"product", "used by", "value", "buyers", "with one supplier"}};
    for (std::size_t k = 0; k < std::min(most, needs.size()); ++k)
        rows.push_back({n.sectors[needs[k].product], n.sectors[needs[k].user], figure(needs[k].value),
                        fmt::to_string(needs[k].buyers), fmt::to_string(needs[k].single_source)});
    return "Essential inputs that hang on one supplier, by pair of sectors\n" + aligned_table(rows, {0, 1}) + '\n';
}

} // namespace rongtong
