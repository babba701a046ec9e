// How an indicator is declared: a value for the whole economy and, where it makes sense, for each group of firms. A file
// models/indicators/lists/NAME.cpp defines `const std::vector<Indicator> indicators_NAME`; the build lists the folder, and the
// results file, `rongtong describe` and the docs take it from the declaration.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace rongtong {

struct Economy;
struct FirmSums; // sums over the firms of a group in one month (firm_sums.hpp)

struct Indicator {
    std::string_view name, unit, long_name;
    std::string_view formula;                       // how it is computed, in words or symbols
    double (*of_economy)(const Economy&) = nullptr; // nullptr: apply of_firms to the sums over all firms
    double (*of_firms)(const FirmSums&) = nullptr;  // nullptr: not given by group
    double (*of_region)(const Economy&, std::size_t region) = nullptr; // nullptr: by region as of_firms says
};

// All that exist, in the order of files and entries.
const std::vector<Indicator>& all_indicators();

// A column of the firm panel.
struct PanelVariable {
    std::string_view name, unit, long_name;
    double (*of_firm)(const Economy&, std::size_t row);
};

const std::vector<PanelVariable>& panel_variables();

} // namespace rongtong
