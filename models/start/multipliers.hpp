// How much all sectors make more when final demand asks for a unit of home output of one, if nothing answers but orders for inputs.
//
//   x = A x + f;  f: a unit of sector j;  multiplier of j = sum of x
//   A: domestic inputs per unit of output, and the capital goods that pools buy with what they make
// Source: Leontief 1936, doi 10.2307/1927837; output multipliers: Miller & Blair 2009, ch. 6. Test: tests/models/start/multipliers.cpp.
#pragma once

#include <vector>

namespace rongtong {

struct TechnologyTable;

std::vector<double> output_multipliers(const TechnologyTable& table); // by sector

} // namespace rongtong
