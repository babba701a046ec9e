// Hodrick & Prescott's filter (1997, Journal of Money, Credit and Banking 29(1)): the trend that makes
//   sum (y - trend)^2 + lambda * sum (second difference of trend)^2
// least. lambda 1600 for quarters; 129 600 for months and 6.25 for years give the same by Ravn & Uhlig 2002,
// doi 10.1162/003465302317411604.
#pragma once

#include <vector>

namespace rongtong::validation {

constexpr double quarterly_lambda = 1600;

std::vector<double> hp_trend(const std::vector<double>& values, double lambda);
std::vector<double> hp_cycle(const std::vector<double>& values, double lambda); // values less trend

} // namespace rongtong::validation
