// What the input-output table says per unit of its own, before any scale.
//
//   r_j  = exports_j - output_j, within 0 and imports_j: re-exports. A country can't export more of its own than it makes, so
//          the rest came from abroad. Those that a table knows are taken out of both when it is read
//   m_j  = (imports_j - r_j) / (output_j + imports_j - exports_j)   imported share of domestic use (competitive imports)
//   a_js = (1 - m_j) z_js / output_s                                domestic coefficients; 0 where s makes nothing
// Re-exports pass through: they are neither home output nor bought at home. Sources: Miller & Blair 2009, ch. 4. Test:
// tests/models/tables.cpp.
#pragma once

#include "models/agents/technology_table.hpp"

#include <vector>

namespace rongtong {

struct TableShares {
    std::vector<double> imported;     // m_j
    std::vector<double> home_exports; // exports less re-exports, as the table counts
    std::vector<double> coef;         // a_js: [supplying sector * sectors + using sector]
};

double reexports_of(const SectorFigures& sector);
TableShares table_shares(const Calibration& calibration);

// Spectral radius of a square matrix that is not negative (Perron-Frobenius), by power iteration on I + A, which converges
// where A is periodic as well.
double spectral_radius(const std::vector<double>& matrix);

// X = (I - A)^-1 f by its power series, to the last bit; f and X by sector. The spectral radius must be below 1.
std::vector<double> leontief_output(const std::vector<double>& coef, const std::vector<double>& final_demand);

// The sector that policies buy their administration from: what government buys most of; where it buys nothing, what public units
// make, or else the largest sector.
std::size_t administration_sector(const TechnologyTable& technology);

} // namespace rongtong
