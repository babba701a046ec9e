#include "analysis/resilience/systemic.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "analysis/resilience/capability_map.hpp"
#include "analysis/resilience/technology_map.hpp"
#include "analysis/statistics/figures.hpp"

namespace rongtong {

namespace {

using nlohmann::ordered_json;

// Links are ordered by buyer and the supplier's sector, so that an input is a stretch of them.
void count_sources(SystemicRisk& risk)
{
    const auto& n = risk.network;
    double all = 0, single = 0;
    risk.sole_for.assign(n.firms.size(), 0);
    for (std::size_t begin = 0; begin < n.links.size();) {
        std::size_t end = begin;
        double value = 0;
        const auto& first = n.links[begin];
        for (; end < n.links.size() && n.links[end].buyer == first.buyer &&
               n.sector[n.links[end].supplier] == n.sector[first.supplier];
             ++end)
            value += n.links[end].value;
        if (n.is_essential(first.supplier, first.buyer)) {
            ++risk.essential_inputs;
            all += value;
            if (end - begin == 1) {
                ++risk.single_source;
                single += value;
                ++risk.sole_for[first.supplier];
            }
        }
        begin = end;
    }
    risk.single_source_share = all > 0 ? single / all : 0;
}

std::string percent(double share) { return fmt::format("{:.2f} %", 100 * share); }

} // namespace

SystemicRisk systemic_risk(std::string name, SupplyNetwork network, double stop)
{
    SystemicRisk risk;
    risk.name = std::move(name);
    risk.network = std::move(network);
    risk.stop = stop;
    risk.esri = esri(risk.network, {stop, {}});
    const std::size_t n = risk.network.firms.size();
    risk.sales.assign(n, 0);
    for (const auto& link : risk.network.links) risk.sales[link.supplier] += link.value;
    risk.order.resize(n);
    std::iota(risk.order.begin(), risk.order.end(), 0u);
    std::stable_sort(risk.order.begin(), risk.order.end(), [&](auto a, auto b) { return risk.esri[a] > risk.esri[b]; });
    double all = 0;
    for (std::size_t i = 0; i < n; ++i) {
        risk.mean += risk.esri[i] / static_cast<double>(n);
        risk.weighted_mean += risk.sales[i] * risk.esri[i];
        all += risk.sales[i];
        risk.above_1_percent += risk.esri[i] > 0.01;
    }
    if (all > 0) risk.weighted_mean /= all;
    count_sources(risk);
    return risk;
}

ordered_json systemic_json(const SystemicRisk& risk)
{
    const auto& n = risk.network;
    ordered_json json{{"name", risk.name},
                      {"month", n.month ? ordered_json(n.month) : ordered_json(nullptr)},
                      {"stop", risk.stop},
                      {"essential_from", n.essential_from ? ordered_json(*n.essential_from) : ordered_json(nullptr)},
                      {"firms", n.firms.size()},
                      {"links", n.links.size()},
                      {"sales_outside_links", n.sales_outside ? ordered_json(*n.sales_outside) : ordered_json(nullptr)},
                      {"mean", risk.mean},
                      {"mean_weighted_by_sales", risk.weighted_mean},
                      {"above_1_percent", risk.above_1_percent},
                      {"essential_inputs", risk.essential_inputs},
                      {"single_source_inputs", risk.single_source},
                      {"single_source_share", risk.single_source_share},
                      {"notes", n.notes},
                      {"esri", ordered_json::array()}};
    for (const auto i : risk.order)
        json["esri"].push_back({{"id", n.firms[i]},
                                {"sector", n.sectors[n.sector[i]]},
                                {"esri", risk.esri[i]},
                                {"sales", risk.sales[i]},
                                {"sole_supplier_for", risk.sole_for[i]}});
    json["map"] = capability_map_json(n);
    return json;
}

std::string systemic_table(const SystemicRisk& risk, std::size_t most)
{
    const auto& n = risk.network;
    std::string text = fmt::format("{}{}: {} firms, {} supply links, stop {:g}\n", risk.name,
                                   n.month ? fmt::format(", month {}", n.month) : "", n.firms.size(), n.links.size(),
                                   risk.stop);
    for (const auto& note : n.notes) text += "note: " + note + '\n';
    if (n.essential_from)
        text += fmt::format("An input is essential to a buyer's sector where its criticality is at least {:g}\n",
                            *n.essential_from);
    if (n.sales_outside)
        text += fmt::format(
            "{} of firms' sales go along no link (market, households, state, abroad) and are not in the index\n",
            percent(*n.sales_outside));
    text += fmt::format("If one firm closes, {} of all sales along links is lost in the mean of firms ({} weighted by "
                        "sales); {} firms take more than 1 %\n",
                        percent(risk.mean), percent(risk.weighted_mean), risk.above_1_percent);
    text += fmt::format("{} of {} essential inputs come from one supplier alone ({} of their value)\n",
                        risk.single_source, risk.essential_inputs, percent(risk.single_source_share));
    std::vector<std::vector<std::string>> rows{{"firm", "sector", "ESRI", "share of sales", "sole supplier for"}};
    const double all = std::accumulate(risk.sales.begin(), risk.sales.end(), 0.0);
    for (std::size_t k = 0; k < std::min(most, risk.order.size()); ++k) {
        const auto i = risk.order[k];
        rows.push_back({n.firms[i], n.sectors[n.sector[i]], percent(risk.esri[i]),
                        percent(all > 0 ? risk.sales[i] / all : 0), fmt::to_string(risk.sole_for[i])});
    }
    constexpr std::size_t needs = 10;
    return text + "\n" + capability_map_table(n, needs) + technology_map_table(n, needs) + "Most critical suppliers\n" +
           aligned_table(rows, {0, 1}) +
           "ESRI: Diem and others 2022; the share of sales along links that is lost when the firm closes.\n\n";
}

} // namespace rongtong
