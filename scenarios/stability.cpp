#include "scenarios/stability.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

double domestic_spectral_radius(const Calibration& calibration)
{
    constexpr int most_rounds = 10000;
    constexpr double precision = 1e-12;
    const auto& sectors = calibration.sectors;
    std::vector<double> x(sectors.size(), 1.0), next(sectors.size());
    double rho = 0;
    for (int round = 0; round < most_rounds; ++round) {
        for (std::size_t j = 0; j < sectors.size(); ++j) {
            const auto& from = sectors[j];
            const double home = 1 - from.imports / (from.gross_output + from.imports - from.exports);
            double sum = x[j]; // I + A instead of A: converges where A is periodic as well, and adds exactly 1
            for (std::size_t s = 0; s < sectors.size(); ++s)
                sum += sectors[s].inputs[j] / sectors[s].gross_output * home * x[s];
            next[j] = sum;
        }
        const double largest = *std::max_element(next.begin(), next.end());
        for (auto& v : next) v /= largest;
        x.swap(next);
        if (std::fabs(largest - 1 - rho) < precision) return largest - 1;
        rho = largest - 1;
    }
    return rho;
}

double ordering_gain(const OrderingRules& rules, double rho)
{
    const double cover = std::max(rules.input_cover, rules.service_cover);
    const double k = (1 + rules.finished_speed * rules.finished_cover) * (1 + rules.input_speed * (1 + cover));
    return rho * (1 - rules.expectation_speed + k * rules.expectation_speed);
}

} // namespace rongtong
