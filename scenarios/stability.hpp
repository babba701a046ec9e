// How far demand is amplified on its way up the chain: a bound on the parameters of ordering.
#pragma once

#include "models/calibration.hpp"
#include "models/parameters.hpp"

namespace rongtong {

// Spectral radius of the domestic coefficients (models/start/table.hpp).
double domestic_spectral_radius(const Calibration& calibration);

// Gain of one round of orders: rho * (1 - l + k * l), l = expectation_speed, k = (1 + finished_speed *
// finished_cover) * (1 + input_speed * (1 + input_cover)). The loop of
// expectations and stocks is stable only below 1 (order-up-to policy with smoothing: Dejonckheere and others 2003,
// doi 10.1016/S0377-2217(02)00369-7).
double ordering_gain(const OrderingRules& rules, double rho);

} // namespace rongtong
