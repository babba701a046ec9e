// Which firms an economy hangs on in one network and in another, such as without and with a policy. Firms are known by their ids:
// runs of the same seed and replicate have the same firms, but for those that entered or left.
#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "analysis/resilience/systemic.hpp"
#include "analysis/statistics/figures.hpp"

namespace rongtong {

namespace {

using nlohmann::ordered_json;

FirmRisk risk_of(const SystemicRisk& risk, std::uint32_t firm) { return {risk.esri[firm], risk.sole_for[firm]}; }

double index_of(const std::optional<FirmRisk>& risk) { return risk ? risk->esri : 0; }

// The most critical firms of a network that are among the most critical of the other as well.
std::size_t staying(const SystemicRisk& first, const SystemicRisk& second, std::size_t most)
{
    std::map<std::string, bool> there;
    for (std::size_t k = 0; k < std::min(most, first.order.size()); ++k)
        there[first.network.firms[first.order[k]]] = true;
    std::size_t count = 0;
    for (std::size_t k = 0; k < std::min(most, second.order.size()); ++k)
        count += there.contains(second.network.firms[second.order[k]]);
    return count;
}

std::string percent_of(double share) { return fmt::format("{:.2f} %", 100 * share); }
std::string percent_of(const std::optional<FirmRisk>& risk) { return risk ? percent_of(risk->esri) : "not there"; }
std::string points_of(double share) { return fmt::format("{:+.2f}", 100 * share); }
std::string buyers(const std::optional<FirmRisk>& risk) { return risk ? fmt::to_string(risk->sole_for) : "-"; }

ordered_json firm_json(const std::optional<FirmRisk>& risk)
{
    if (!risk) return nullptr;
    return {{"esri", risk->esri}, {"sole_supplier_for", risk->sole_for}};
}

std::string means_table(const SystemicRisk& first, const SystemicRisk& second)
{
    std::vector<std::vector<std::string>> rows{{"", first.name, second.name, "change"}};
    const auto share = [&](const char* what, double a, double b) {
        rows.push_back({what, percent_of(a), percent_of(b), points_of(b - a) + " points"});
    };
    const auto count = [&](const char* what, std::size_t a, std::size_t b) {
        rows.push_back({what, fmt::to_string(a), fmt::to_string(b),
                        fmt::format("{:+}", static_cast<std::ptrdiff_t>(b) - static_cast<std::ptrdiff_t>(a))});
    };
    share("mean ESRI", first.mean, second.mean);
    share("weighted by sales", first.weighted_mean, second.weighted_mean);
    count("firms above 1 %", first.above_1_percent, second.above_1_percent);
    count("essential inputs", first.essential_inputs, second.essential_inputs);
    count("inputs from one supplier", first.single_source, second.single_source);
    share("their share by value", first.single_source_share, second.single_source_share);
    return "What changes\n" + aligned_table(rows, {0}) + '\n';
}

} // namespace

SystemicChange systemic_change(const SystemicRisk& first, const SystemicRisk& second, std::size_t most)
{
    SystemicChange change{first.name, second.name, most, staying(first, second, most), {}};
    std::map<std::string, std::uint32_t> place;
    for (std::uint32_t i = 0; i < second.network.firms.size(); ++i) place[second.network.firms[i]] = i;
    const auto sector = [](const SystemicRisk& r, std::uint32_t i) { return r.network.sectors[r.network.sector[i]]; };
    for (std::uint32_t i = 0; i < first.network.firms.size(); ++i) {
        ChangedFirm firm{first.network.firms[i], sector(first, i), risk_of(first, i), {}};
        if (const auto at = place.find(firm.id); at != place.end()) {
            firm.second = risk_of(second, at->second);
            place.erase(at);
        }
        if (firm.first != firm.second) change.firms.push_back(std::move(firm));
    }
    for (const auto& [id, i] : place) change.firms.push_back({id, sector(second, i), {}, risk_of(second, i)});
    const auto by = [](const ChangedFirm& f) { return std::fabs(index_of(f.second) - index_of(f.first)); };
    std::stable_sort(change.firms.begin(), change.firms.end(), [&](auto& a, auto& b) { return by(a) > by(b); });
    return change;
}

ordered_json systemic_change_json(const SystemicRisk& first, const SystemicRisk& second, const SystemicChange& change)
{
    const auto more = [](std::size_t a, std::size_t b) {
        return static_cast<std::int64_t>(b) - static_cast<std::int64_t>(a);
    };
    ordered_json json{{"from", change.from},
                      {"to", change.to},
                      {"mean", second.mean - first.mean},
                      {"mean_weighted_by_sales", second.weighted_mean - first.weighted_mean},
                      {"above_1_percent", more(first.above_1_percent, second.above_1_percent)},
                      {"essential_inputs", more(first.essential_inputs, second.essential_inputs)},
                      {"single_source_inputs", more(first.single_source, second.single_source)},
                      {"single_source_share", second.single_source_share - first.single_source_share},
                      {"most_critical", change.most},
                      {"still_most_critical", change.staying},
                      {"firms", ordered_json::array()}};
    for (const auto& firm : change.firms)
        json["firms"].push_back({{"id", firm.id},
                                 {"sector", firm.sector},
                                 {"from", firm_json(firm.first)},
                                 {"to", firm_json(firm.second)},
                                 {"change", index_of(firm.second) - index_of(firm.first)}});
    return json;
}

std::string systemic_change_table(const SystemicRisk& first, const SystemicRisk& second, const SystemicChange& change)
{
    constexpr std::size_t shown = 10;
    std::string text = means_table(first, second);
    text += fmt::format("{} of the {} most critical suppliers are among these in both\n", change.staying,
                        std::min(change.most, first.order.size()));
    if (change.firms.empty()) return text + "No firm's index changes.\n\n";
    std::vector<std::vector<std::string>> rows{
        {"firm", "sector", "ESRI", "then", "points", "sole supplier for", "then"}};
    for (std::size_t k = 0; k < std::min(shown, change.firms.size()); ++k) {
        const auto& f = change.firms[k];
        rows.push_back({f.id, f.sector, percent_of(f.first), percent_of(f.second),
                        points_of(index_of(f.second) - index_of(f.first)), buyers(f.first), buyers(f.second)});
    }
    return text + "\nSuppliers whose index changes most\n" + aligned_table(rows, {0, 1}) + '\n';
}

} // namespace rongtong
