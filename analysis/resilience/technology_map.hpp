// Who can do R&D and who buys it, by field of technology: the technology of the map of capabilities and demands.
//
//   supply of a field: firms of its sectors that do R&D, and what they spend on it in the month
//   demand of a field: R&D that is embodied in what its sectors buy along links: value of the link, times R&D over output of the
//     sector that sells (Papaconstantinou, Sakurai and Wyckoff 1996, OECD STI Working Paper 1996/1: R&D embodied in purchases; the direct part)
//   pilot lines: projects that wait for one, and that are on one
// Test: tests/cli/test_technology_map.py.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/resilience/supply_network.hpp"

namespace rongtong {

struct TechnologyField {
    std::string name; // of the calibration; a sector that shares none: its own code
    std::vector<std::string> sectors;
    double performers = 0, research = 0;       // firms; yuan in the month
    double bought = 0, bought_from_others = 0; // R&D embodied in purchases along links, yuan; from other fields
    double waiting = 0, on_lines = 0;          // projects
};

struct TechnologyMap {
    std::string absent; // "fields": the results name none; "research": no firm does R&D; "": it is there
    std::vector<TechnologyField> fields;       // that do R&D or buy some, in the order of their sectors
    std::vector<std::vector<double>> embodied; // by field that sells, field that buys
};

// Empty for a network that is of no run.
std::optional<TechnologyMap> technology_map(const SupplyNetwork& network);

nlohmann::ordered_json technology_map_json(const SupplyNetwork& network);
// The fields with the most R&D.
std::string technology_map_table(const SupplyNetwork& network, std::size_t most);

} // namespace rongtong
