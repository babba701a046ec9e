// Whether runs swing together at long periods.
//
//   F_rk: Fourier coefficient k of ln real value added of run r by quarter after the burn-in, straight line taken out
//   R_k = |mean over runs of F_rk|^2 / mean over runs of |F_rk|^2: 1/n on average where phases are independent, 1 where all runs swing
//   alike; n R_k is then close to exponential with mean one, so that ln(K / .01) bounds the largest of K periods in 99 of 100 cases
//   figure: the largest n R_k at periods above 10 years over that bound
// spectrum.cpp looks for peaks whatever their phase. Test: tests/analysis/validate/cycles.cpp.
#include "analysis/validate/family.hpp"
#include "analysis/validate/paths.hpp"
#include "analysis/validate/spectrum.hpp"

#include <cmath>
#include <complex>
#include <numbers>

#include <fmt/format.h>

namespace rongtong::validation {

namespace {

namespace phases_family {

constexpr std::size_t least_months = 240, least_runs = 8;
constexpr double long_period = 40; // quarters

const Regularity together{
    "spectrum.together",
    "runs that swing together at periods above 10 years, over the limit of independent phases",
    "1",
    "power of the mean over runs over mean power of runs, largest of these periods, against the 99 % bound of "
    "independent phases; log of quarterly real value added without its straight line",
    "",
    {.high = 1},
    "acceptance bar of the base model: no peak above 10 years common to seeds",
    "8 runs and more with luck, without policies and shocks, of 240 months and more"};

std::complex<double> coefficient(const std::vector<double>& values, std::size_t k)
{
    std::complex<double> sum;
    const auto n = static_cast<double>(values.size());
    for (std::size_t t = 0; t < values.size(); ++t)
        sum += values[t] * std::polar(1.0, -2 * std::numbers::pi * static_cast<double>(k * t) / n);
    return sum;
}

Finding find(const Ensemble& ensemble)
{
    std::vector<std::vector<double>> all;
    for (const auto* run : ensemble.runs) all.push_back(without_line(log_quarters(run->run)));
    const auto n = static_cast<double>(all.size()), length = static_cast<double>(all.front().size());
    double highest = 0, period = 0;
    std::size_t looked_at = 0;
    for (std::size_t k = 1; length / static_cast<double>(k) > long_period; ++k, ++looked_at) {
        std::complex<double> sum;
        double power = 0;
        for (const auto& quarters : all) {
            const auto f = coefficient(quarters, k);
            sum += f;
            power += std::norm(f);
        }
        const double together_power = std::norm(sum) / power; // n R_k
        if (together_power <= highest) continue;
        highest = together_power;
        period = length / static_cast<double>(k) / 4;
    }
    const double bound = std::log(static_cast<double>(looked_at) / 0.01);
    auto finding = judged(
        together, ensemble.name, highest / bound,
        fmt::format("at a period of {:.1f} years, {:.0f} % of its power in common", period, 100 * highest / n));
    finding.n = all.size();
    return finding;
}

std::vector<Finding> measure(const Material& material)
{
    std::vector<Finding> findings;
    for (const auto& ensemble : material.ensembles)
        if (ensemble.luck && ensemble.runs.size() >= least_runs && ensemble.months >= least_months &&
            series(ensemble.runs.front()->run, real_output()))
            findings.push_back(find(ensemble));
    return findings;
}

} // namespace phases_family

} // namespace

extern const Family family_phases{"Common phases", {phases_family::together}, phases_family::measure};

} // namespace rongtong::validation
