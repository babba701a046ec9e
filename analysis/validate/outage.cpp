// Whether essential inputs are essential: a sector that stands still for a month.
//
//   lost: 100 (1 - gross output with / without) in the month of the outage; back: the same difference three months later
//   A part of electricity: a capacity_loss below 1 that takes a fifth of what the sector delivers.
//   with luck: pairs whose output is below 0.9 of the run without in months 22 to 24 after it. Several such shocks in months that follow one
//   another are one outage of so many months
// Sectors are known by how their names begin. Test: tests/analysis/validate/outage.cpp.
#include "analysis/validate/responses.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

#include <fmt/format.h>

namespace rongtong::validation {

namespace {

namespace outage_family {

constexpr const char* bar =
    "acceptance bar of the base model; critical inputs: Pichler and others 2022, doi 10.1016/j.jedc.2022.104527";
constexpr const char* needs =
    "a pair without luck: the shock capacity_loss on that sector alone with recovery_months 0, the same without, "
    "and the group sector kept, whose axis names sectors (scenarios/validation/still.json)";
constexpr const char* luck_needs =
    "pairs with luck: capacity_loss 1 on electricity, water, transport or coal, two years and more after it, "
    "and the group sector kept (scenarios/validation/outages.json)";

Regularity lost(const char* id, const char* title, Band band)
{
    return {id, title, "%", "gross output of the month against the run without it", "", band, bar, needs};
}

const Regularity electricity = lost("outage.electricity", "no electricity for a month: output lost in it", {50, {}});
const Regularity water = lost("outage.water", "no water for a month: output lost in it", {30, {}});
const Regularity transport = lost("outage.transport", "no transport for a month: output lost in it", {45, {}});
const Regularity part = lost("outage.part", "a fifth less electricity for a month: output lost in it", {10, 20});
const Regularity back{"outage.back",
                      "after an outage of a month: output three months later",
                      "%",
                      "gross output against the run without it",
                      "",
                      {-1, {}},
                      bar,
                      needs};
const Regularity fallen{
    "outage.fallen",
    "outages with luck: economies below 0.9 of their pair two years later",
    "1",
    "count of pairs, gross output of months 22 to 24 after the shock; interval: Clopper and Pearson",
    "Clopper & Pearson 1934, Biometrika 26",
    {{}, 0},
    "acceptance bar of the base model",
    luck_needs};

const Quantity output{.name = "output"};
constexpr double total = 0.999; // losses above it leave nothing

// One shock, or the same one month after month: a sector that stands still for longer.
struct Outage {
    std::size_t sector = 0, month = 0, months = 0; // months from 0
    double loss = 1;
    bool sudden = true; // all is back at once
};

// "s27" is the sector of that number, as codes are numbered from s01 on.
std::optional<std::size_t> one_sector(const nlohmann::json& shock)
{
    const auto at = nlohmann::json::json_pointer("/target/sectors");
    if (!shock.contains(at) || !shock[at].is_array() || shock[at].size() != 1 || !shock[at][0].is_string())
        return std::nullopt;
    const std::string code = shock[at][0];
    const auto digits = code.find_first_of("123456789");
    if (digits == std::string::npos) return std::nullopt;
    return std::stoul(code.substr(digits)) - 1;
}

std::optional<Outage> outage_of(const Pairing& pairing)
{
    if (!pairing.change.policies.empty() || pairing.change.shocks.empty()) return std::nullopt;
    std::set<std::size_t> sectors, months;
    std::set<double> losses, recoveries;
    for (const auto& shock : pairing.change.shocks) {
        const auto sector = one_sector(shock);
        if (shock.value("kind", "") != "capacity_loss" || !sector) return std::nullopt;
        sectors.insert(*sector);
        months.insert(first_month(shock));
        losses.insert(number_or(shock, "loss", 0.5));
        recoveries.insert(number_or(shock, "recovery_months", 6));
    }
    if (sectors.size() != 1 || losses.size() != 1 || *months.rbegin() - *months.begin() != months.size() - 1)
        return std::nullopt;
    return Outage{*sectors.begin(), *months.begin(), months.size(), *losses.begin(), *recoveries.rbegin() == 0};
}

std::string name_of(const Pairing& pairing, std::size_t sector)
{
    const auto& names = pairing.pairs.front().second->sectors;
    return sector < names.size() ? names[sector] : "";
}

const Regularity* total_outage(const std::string& sector)
{
    if (sector.starts_with("Electricity")) return &electricity;
    if (sector.starts_with("Water supply")) return &water;
    if (sector.starts_with("Transport,")) return &transport;
    return nullptr;
}

// Of what the sector delivers without the shock, percent; NaN where runs did not keep it.
double delivered_less(const Pairing& pairing, std::size_t sector, std::size_t month)
{
    const auto& [base, other] = pairing.pairs.front();
    if (sector >= base->sector_output.size() || sector >= other->sector_output.size())
        return std::numeric_limits<double>::quiet_NaN();
    return 100 * (1 - other->sector_output[sector][month] / base->sector_output[sector][month]);
}

std::vector<double> negative(std::vector<double> values)
{
    for (auto& v : values) v = -v;
    return values;
}

void still(const Pairing& pairing, const Outage& outage, const std::string& sector, std::vector<Finding>& findings)
{
    const auto response = responses(pairing, output);
    if (!response || !outage.sudden || outage.months != 1 || outage.month + 3 >= response->front().size()) return;
    const auto* regularity = outage.loss > total                 ? total_outage(sector)
                             : sector.starts_with("Electricity") ? &part
                                                                 : nullptr;
    if (!regularity) return;
    const auto less = fmt::format("{:.0f} % less made by firms of the sector",
                                  delivered_less(pairing, outage.sector, outage.month));
    findings.push_back(judged(*regularity, pairing.name, negative(at_month(*response, outage.month)), less));
    findings.back().plot = response_plot(*response, "gross output, %", outage.month, {-1});
    findings.push_back(judged(back, pairing.name, at_month(*response, outage.month + 3)));
}

void with_luck(const Pairing& pairing, const Outage& outage, std::vector<Finding>& findings)
{
    const auto response = responses(pairing, output);
    const std::size_t after = outage.month + outage.months - 1; // the last month of it
    if (!response || outage.loss < total || after + 24 >= response->front().size()) return;
    std::size_t down = 0;
    double lowest = 0;
    for (const auto& r : *response) {
        const double later = (r[after + 22] + r[after + 23] + r[after + 24]) / 3;
        lowest = std::min(lowest, later);
        if (later < -10) ++down;
    }
    const std::size_t n = response->size();
    auto finding = judged(fallen, pairing.name, static_cast<double>(down),
                          fmt::format("of {}, lowest {:.3f}", n, 1 + lowest / 100));
    finding.n = n;
    finding.low = share_interval(down, n).low * static_cast<double>(n);
    finding.high = share_interval(down, n).high * static_cast<double>(n);
    if (n < 20) add_note(finding, "20 pairs are asked for");
    finding.plot = response_plot(*response, "gross output, %", outage.month, {-10});
    findings.push_back(std::move(finding));
}

std::vector<Finding> measure(const Material& material)
{
    std::vector<Finding> findings;
    for (const auto& pairing : material.pairings) {
        const auto outage = outage_of(pairing);
        if (!outage) continue;
        const auto sector = name_of(pairing, outage->sector);
        if (!pairing.luck) still(pairing, *outage, sector, findings);
        else if (total_outage(sector) || sector.starts_with("Coal")) with_luck(pairing, *outage, findings);
    }
    return findings;
}

} // namespace outage_family

} // namespace

extern const Family family_outage{"Outages",
                                  {outage_family::electricity, outage_family::water, outage_family::transport,
                                   outage_family::part, outage_family::back, outage_family::fallen},
                                  outage_family::measure};

} // namespace rongtong::validation
