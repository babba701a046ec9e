// Cost shares of a sector: domestic and imported inputs, labour, net tax, surplus; they sum to 1.
//
//   surplus >= smallest_margin. What is missing is mixed income that counts as surplus, as far as a person still earns what
//   persons earn in the nation (or what the table pays, if that is less); the state pays the rest as a subsidy, so that a
//   sector that makes losses pays wages all the same. Labour that the table puts below a tenth of the nation's mean is no wage:
//   it is raised to that mean as far as the sector's value added allows.
// Form: assumed. Parameter: smallest_margin (accounting_rules.hpp). Test: tests/models/tables.cpp.
#pragma once

#include "models/agents/technology_table.hpp"

#include <vector>

namespace rongtong {

// Labour of the nation over its persons: million yuan a year.
double mean_wage(const Calibration& calibration);

// m: imported shares by sector. All shares are 0 for a sector that makes nothing.
void set_cost_shares(const SectorFigures& figures, const std::vector<double>& m, double wage, double smallest_margin,
                     Sector& sector);

} // namespace rongtong
