// Firms against others of their sector. Sectors are the panel's numbers.
#pragma once

#include <array>
#include <utility>
#include <vector>

namespace rongtong::validation {

// Mean over sectors, weighted by their sum of weight, of the ratio of the 90 % to the 10 % quantile of values above 0; sectors with
// fewer than 20 of them are left out. NaN where none has as many.
double within_ratio(const std::vector<double>& values, const std::vector<double>& sectors,
                    const std::vector<double>& weights);

// ln of each value less the mean of its sector; NaN for values that are not above 0.
std::vector<double> within_logs(const std::vector<double>& values, const std::vector<double>& sectors);

// Share of which something is true in each quarter of the values, the lowest first; values that are no numbers are left out. NaN for an empty
// quarter.
std::array<double, 4> rates_by_quarter(const std::vector<double>& values, const std::vector<bool>& is);

// Of two columns the rows that are numbers in both.
std::pair<std::vector<double>, std::vector<double>> both_known(const std::vector<double>& x,
                                                               const std::vector<double>& y);

} // namespace rongtong::validation
