// Peaks of the spectrum that seeds have in common.
//
//   periodogram of ln real value added by quarter after the burn-in, straight line taken out, variance one; mean over runs (Bartlett
//   1950); divided by the spectrum of first-order autoregressive noise with the runs' mean autocorrelation (Gilman, Fuglister &
//   Mitchell 1963) and by the 99 % limit of its mean over runs (chi square with 2 n degrees of freedom, level shared by the periods
//   that are looked at). Above 1 at a period of more than 10 years: a peak that noise does not make. Of few runs the test is weak.
// Test: tests/analysis/validate/spectrum.cpp.
#include "analysis/validate/spectrum.hpp"
#include "analysis/validate/family.hpp"
#include "analysis/validate/paths.hpp"

#include <cmath>
#include <numbers>

#include <boost/math/distributions/chi_squared.hpp>
#include <fmt/format.h>

namespace rongtong::validation {

namespace {

namespace spectrum_family {

constexpr std::size_t burn_in = 120, long_run = 300, least_months = 360, least_runs = 4;
constexpr double quarters_a_year = 4, long_years = 10;

const Regularity common_peak{
    "spectrum.common_peak",
    "peak of the spectrum above 10 years over the limit of noise",
    "1",
    "mean periodogram over runs of the log of quarterly real value added, against first-order autoregressive noise, 99 "
    "%",
    "Bartlett 1950, Biometrika 37; Gilman, Fuglister & Mitchell 1963, J. Atmospheric Sciences 20",
    {{}, 1},
    "acceptance bar of the base model: no peak above 10 years common to seeds",
    "4 runs and more with luck, without policies and shocks, of 360 months and more; asked: 10 of 100,000 firms, 720 "
    "months"};

Finding find(const Ensemble& ensemble)
{
    std::vector<Spectrum> all;
    double coefficient = 0;
    for (const auto* run : ensemble.runs) {
        const auto quarters = log_quarters(run->run);
        all.push_back(periodogram(quarters));
        coefficient += autocorrelation(quarters) / static_cast<double>(ensemble.runs.size());
    }
    const auto& periods = all.front().periods;
    const auto noise = red_noise(periods, coefficient);
    std::size_t looked_at = 0;
    while (looked_at < periods.size() && periods[looked_at] > long_years * quarters_a_year) ++looked_at;
    const auto n = static_cast<double>(all.size());
    const boost::math::chi_squared distribution(2 * n);
    const double limit = boost::math::quantile(distribution, 1 - 0.01 / static_cast<double>(looked_at)) / (2 * n);
    double highest = 0, period = 0;
    Curve curve{.label = "mean over runs", .x = {}, .y = {}}, expected{.label = "noise, 99 %", .x = {}, .y = {}};
    for (std::size_t k = 0; k < periods.size(); ++k) {
        double power = 0;
        for (const auto& spectrum : all) power += spectrum.power[k] / n;
        curve.x.push_back(periods[k] / quarters_a_year);
        curve.y.push_back(power);
        expected.x.push_back(curve.x.back());
        expected.y.push_back(noise[k] * limit);
        if (k >= looked_at || power / (noise[k] * limit) <= highest) continue;
        highest = power / (noise[k] * limit);
        period = curve.x.back();
    }
    auto finding = judged(common_peak, ensemble.name, highest, fmt::format("at a period of {:.1f} years", period));
    finding.n = all.size();
    finding.plot = {
        .x = "period, years", .y = "share of variance", .log_x = true, .log_y = true, .curves = {curve, expected}};
    if (ensemble.months < 720 || n < 10) add_note(finding, "10 runs of 100,000 firms and 720 months are asked for");
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

} // namespace spectrum_family

} // namespace

std::vector<double> without_line(const std::vector<double>& values)
{
    std::vector<double> time(values.size()), rest(values.size());
    for (std::size_t t = 0; t < time.size(); ++t) time[t] = static_cast<double>(t);
    const double per_step = slope(time, values), level = mean(values) - per_step * mean(time);
    for (std::size_t t = 0; t < time.size(); ++t) rest[t] = values[t] - level - per_step * time[t];
    return rest;
}

std::vector<double> log_quarters(const Run& run)
{
    const auto months = series(run, real_output());
    std::vector<double> quarters;
    for (std::size_t m = months && months->size() >= spectrum_family::long_run ? spectrum_family::burn_in : 0;
         months && m + 3 <= months->size(); m += 3)
        quarters.push_back(std::log(((*months)[m] + (*months)[m + 1] + (*months)[m + 2]) / 3));
    return quarters;
}

Spectrum periodogram(const std::vector<double>& values)
{
    const auto rest = without_line(values);
    const auto n = static_cast<double>(rest.size());
    double square = 0;
    for (const double v : rest) square += v * v;
    Spectrum spectrum;
    for (std::size_t k = 1; 2 * k <= rest.size(); ++k) {
        double cosine = 0, sine = 0;
        for (std::size_t t = 0; t < rest.size(); ++t) {
            const double angle = 2 * std::numbers::pi * static_cast<double>(k * t % rest.size()) / n;
            cosine += rest[t] * std::cos(angle);
            sine += rest[t] * std::sin(angle);
        }
        const double twice = 2 * k == rest.size() ? 1 : 2; // the last one has no sine
        spectrum.periods.push_back(n / static_cast<double>(k));
        spectrum.power.push_back(twice * (cosine * cosine + sine * sine) / (n * square));
    }
    return spectrum;
}

std::vector<double> red_noise(const std::vector<double>& periods, double coefficient)
{
    std::vector<double> power;
    double sum = 0;
    for (const double period : periods) {
        const double c = std::cos(2 * std::numbers::pi / period);
        power.push_back(1 / (1 + coefficient * coefficient - 2 * coefficient * c));
        sum += power.back();
    }
    for (auto& p : power) p /= sum;
    return power;
}

double autocorrelation(const std::vector<double>& values)
{
    const auto rest = without_line(values);
    double square = 0, product = 0;
    for (std::size_t t = 0; t < rest.size(); ++t) {
        square += rest[t] * rest[t];
        if (t > 0) product += rest[t] * rest[t - 1];
    }
    return product / square;
}

extern const Family family_spectrum{"Common periods", {spectrum_family::common_peak}, spectrum_family::measure};

} // namespace rongtong::validation
