// The map of capabilities and demands: what the firms of each sector can deliver, and which sectors need it, from how many suppliers.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/resilience/supply_network.hpp"

namespace rongtong {

// What firms of one sector need of another's product.
struct ProductNeed {
    std::uint32_t product = 0, user = 0; // numbers of sectors
    double value = 0;                    // along the links of the month
    std::size_t buyers = 0;
    std::size_t single_source = 0; // of the buyers: those with one supplier of it
    bool essential = false;
};

struct CapabilityMap {
    std::vector<std::size_t> suppliers; // by sector: firms that sell along links
    std::vector<double> sales;          // along links
    std::vector<ProductNeed> needs;     // by product, then user; pairs of sectors without a link are left out
};

CapabilityMap capability_map(const SupplyNetwork& network);

nlohmann::ordered_json capability_map_json(const SupplyNetwork& network);
// The essential needs with the most buyers that hang on one supplier.
std::string capability_map_table(const SupplyNetwork& network, std::size_t most);

} // namespace rongtong
