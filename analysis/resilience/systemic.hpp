// Which firms an economy hangs on: systemic risk of each, critical suppliers, and inputs that come from one supplier alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/resilience/esri.hpp"

namespace rongtong {

struct SystemicRisk {
    std::string name;
    SupplyNetwork network;
    double stop = 0.01;
    std::vector<double> esri, sales;    // by firm
    std::vector<std::uint32_t> order;   // firms, most critical first; ties by number
    double mean = 0, weighted_mean = 0; // weights: sales
    std::size_t above_1_percent = 0;
    std::size_t essential_inputs = 0, single_source = 0; // pairs of buyer and essential product; with one supplier
    double single_source_share = 0;                      // of the value of essential inputs
    std::vector<std::size_t> sole_for;                   // by firm: buyers that have an essential product from it alone
};

SystemicRisk systemic_risk(std::string name, SupplyNetwork network, double stop);

nlohmann::ordered_json systemic_json(const SystemicRisk& risk);
std::string systemic_table(const SystemicRisk& risk, std::size_t most);
// ---- systemic_change.cpp: what changes from the first network to the second, such as by a policy.
struct FirmRisk {
    double esri = 0;
    std::size_t sole_for = 0;
    bool operator==(const FirmRisk&) const = default;
};
struct ChangedFirm {
    std::string id, sector;
    std::optional<FirmRisk> first, second; // empty: not in that network
};
struct SystemicChange {
    std::string from, to;
    std::size_t most = 0, staying = 0; // so many most critical firms; those of them that are so in both
    std::vector<ChangedFirm> firms;    // whose risk differs, the largest change first
};
SystemicChange systemic_change(const SystemicRisk& first, const SystemicRisk& second, std::size_t most);
nlohmann::ordered_json systemic_change_json(const SystemicRisk& first, const SystemicRisk& second,
                                            const SystemicChange& change);
std::string systemic_change_table(const SystemicRisk& first, const SystemicRisk& second, const SystemicChange& change);

} // namespace rongtong
