#include "models/start/cost_shares.hpp"

#include <algorithm>

namespace rongtong {

namespace {

constexpr double least_wage = 0.1; // of the nation's mean, below which labour of the table is no wage

// Labour after what the surplus is short of; usual: what the sector's persons would earn at the nation's mean.
double labour_left(const Sector& s, double usual, double smallest_margin)
{
    if (s.labour < least_wage * usual)
        return std::max(least_wage * usual, std::min(usual, 1 - s.domestic - s.imports - smallest_margin));
    const double gap = smallest_margin - s.surplus;
    return gap > 0 ? std::max(s.labour - gap, std::min(s.labour, usual)) : s.labour;
}

} // namespace

double mean_wage(const Calibration& c)
{
    double labour = 0, persons = 0;
    for (const auto& s : c.sectors) labour += s.labour, persons += s.employees + s.self_employed;
    return persons > 0 ? labour / persons : 0;
}

void set_cost_shares(const SectorFigures& f, const std::vector<double>& m, double wage, double smallest_margin,
                     Sector& s)
{
    if (f.gross_output <= 0) return;
    for (std::size_t j = 0; j < m.size(); ++j) {
        s.imports += m[j] * f.inputs[j] / f.gross_output;
        s.domestic += (1 - m[j]) * f.inputs[j] / f.gross_output;
    }
    s.labour = f.labour / f.gross_output;
    s.tax = f.net_tax / f.gross_output;
    s.surplus = 1 - s.domestic - s.imports - s.labour - s.tax;
    const double labour = labour_left(s, wage * (f.employees + f.self_employed) / f.gross_output, smallest_margin);
    if (s.surplus >= smallest_margin && labour == s.labour) return;
    s.surplus = std::max(smallest_margin, s.surplus - (labour - s.labour));
    s.labour = labour;
    s.tax = 1 - s.domestic - s.imports - s.labour - s.surplus;
}

} // namespace rongtong
