#include "scenarios/stability.hpp"

#include "models/start/table.hpp"

#include <algorithm>

namespace rongtong {

double domestic_spectral_radius(const Calibration& calibration)
{
    return spectral_radius(table_shares(calibration).coef);
}

double ordering_gain(const OrderingRules& rules, double rho)
{
    const double k = (1 + rules.finished_speed * rules.finished_cover) *
                     (1 + rules.input_speed * (1 + rules.input_cover));
    return rho * (1 - rules.expectation_speed + k * rules.expectation_speed);
}

} // namespace rongtong
