// The figures that a starting economy is built from, as read from a calibration folder (scenarios/calibration/). Plain
// data: shapes and units only. Sectors and regions are counted from 0 in the order of the files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rongtong {

enum class Producers : std::uint8_t {
    firms,   // corporate enterprises, with a pool of self-employed beside them
    farms,   // one pool of farms a region, no firms
    publics, // one pool of public units a region: supplies at cost, no firms
};

// Official lower bounds of a size class: both measures must be reached (MIIT 2011, No. 300). 0: no such bound.
struct SizeBound {
    double employees = 0;            // persons
    double revenue_million_yuan = 0; // a year
};

inline constexpr int last_delivery_tier = 2;

struct SectorFigures {
    std::string code, name_en, name_zh, group; // "s01", ..., group such as "manufacturing-light"
    Producers producers = Producers::firms;
    bool holds_stock = true;             // false: services and electricity, delivered in the month, no finished stock
    bool tradable = true;                // across regions and borders; a lower decay with distance
    double critical_input = 0;           // 0 to 1: how far production stops without it, where a user says nothing else
    std::vector<double> critical_inputs; // of this user: the same by supplying sector
    double rd_intensity = 0;             // R&D over output of its firms, percent: only ratios between sectors count
    std::string rd_field;         // field of technology that it shares with sectors of the same name; empty: its own
    bool hosts_platforms = false; // what platforms spend goes to it
    bool sells_research = false;  // what the table has of its product in fixed capital is the R&D of all firms
    int delivery_tier =
        last_delivery_tier;   // in which round of a month it delivers: utilities before those who need them
    double enterprises = 0;   // corporate enterprises in the nation
    double employees = 0;     // persons in firms (in farms or public units: all persons)
    double self_employed = 0; // persons in the pool beside the firms
    SizeBound large, medium, small;
    // Input-output table, million yuan a year. Competitive imports: uses hold domestic and imported goods together.
    std::vector<double> inputs;                                    // by supplying sector: what this sector buys
    double labour = 0, net_tax = 0, depreciation = 0, surplus = 0; // value added
    double household = 0, government = 0, fixed_capital = 0, inventories = 0, exports = 0,
           imports = 0; // of its product
    double gross_output = 0;
};

struct RegionFigures {
    std::string code, name_en, name_zh; // "east", ...
    double population = 0;              // persons
    double firm_share = 0;              // share of the nation's firms, sums to 1
    double relative_wage = 1;           // over the national mean
    std::vector<double> km;             // distance to each region; to itself: mean distance inside
};

struct Calibration {
    std::string name, country, year; // of the table
    std::string sha256;              // of all files of the folder, in a fixed order
    std::vector<SectorFigures> sectors;
    std::vector<RegionFigures> regions;
    double enterprises = 0;       // corporate enterprises of the nation: the scale of a run is firms / enterprises
    double unemployment_rate = 0; // share of the labour force
    double state_owned_share_of_large = 0, state_owned_share_of_others = 0; // share of firms that are state-owned

    std::size_t sector_count() const { return sectors.size(); }
    std::size_t region_count() const { return regions.size(); }
};

} // namespace rongtong
