// Eigen-test: how an economy without luck comes to rest after a short push of demand.
//
//   r(m): unemployment with the push less without, mean of three months, in points. Its half-waves are what lies between changes of
//   sign; those that stay below .005 points are rounding.
//   damping: the largest ratio of the peak of a half-wave to that of the one before
//   rest: the largest |r| from eight years after the push has ended
// Test: tests/analysis/validate/pulse.cpp.
#include "analysis/validate/pulse.hpp"
#include "analysis/validate/responses.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace rongtong::validation {

namespace {

namespace pulse_family {

constexpr const char* bar = "acceptance bar of the base model";
constexpr const char* needs =
    "a pair without luck: the shock demand on all regions and sectors for at most 12 months, 10 years and more, "
    "and the same without (scenarios/validation/still.json)";
constexpr std::size_t rest_months = 96, longest_push = 12;

const Regularity damping{
    "pulse.damping",
    "after a push of demand: next peak over the last",
    "1",
    "largest ratio of successive peaks of opposite sign of the response of unemployment, mean of three months",
    "",
    {{}, 0.4},
    bar,
    needs};
const Regularity rest{
    "pulse.rest",
    "after a push of demand: unemployment off its base after 8 years",
    "pp",
    "largest difference to the run without it, mean of three months, from eight years after the push's end on",
    "",
    {{}, 0.05},
    bar,
    needs};

void look_at(const Pairing& pairing, std::vector<Finding>& findings)
{
    const auto* shock = only_shock(pairing, "demand");
    if (!shock || pairing.luck || has_target(*shock)) return;
    const double duration = number_or(*shock, "duration_months", 12);
    const auto jobless = responses(pairing, {.name = "unemployment_rate", .measure = Measure::points});
    const bool endless = duration == 0;
    if (!jobless || endless || duration > longest_push) return;
    const std::size_t from = first_month(*shock), quiet = from + static_cast<std::size_t>(duration) + rest_months;
    const auto smooth = three_months(mean_response(*jobless));
    if (quiet + 12 > smooth.size()) return;
    auto ratio = judged(damping, pairing.name, damping_ratio(smooth));
    std::vector<std::string> peaks;
    for (const double peak : half_wave_peaks(smooth)) peaks.push_back(fmt::format("{:.3f}", peak));
    add_note(ratio, fmt::format("peaks in points: {}", fmt::join(peaks, ", ")));
    ratio.plot = response_plot(*jobless, "unemployment, points", from);
    findings.push_back(std::move(ratio));
    double off = 0;
    for (std::size_t m = quiet; m < smooth.size(); ++m) off = std::max(off, std::fabs(smooth[m]));
    findings.push_back(judged(rest, pairing.name, off));
    for (auto* finding : {&findings[findings.size() - 2], &findings.back()}) finding->n = pairing.pairs.size();
}

std::vector<Finding> measure(const Material& material)
{
    std::vector<Finding> findings;
    for (const auto& pairing : material.pairings) look_at(pairing, findings);
    return findings;
}

} // namespace pulse_family

} // namespace

extern const Family family_pulse{"Coming to rest", {pulse_family::damping, pulse_family::rest}, pulse_family::measure};

std::vector<double> three_months(const std::vector<double>& months)
{
    std::vector<double> smooth(months.size());
    for (std::size_t m = 0; m < months.size(); ++m) {
        const std::size_t first = m < 2 ? 0 : m - 2;
        for (std::size_t k = first; k <= m; ++k) smooth[m] += months[k] / static_cast<double>(m - first + 1);
    }
    return smooth;
}

std::vector<double> half_wave_peaks(const std::vector<double>& response)
{
    constexpr double rounding = 0.005;
    std::vector<double> peaks;
    for (const double r : response) {
        if (std::fabs(r) < rounding) continue;
        if (peaks.empty() || (peaks.back() > 0) != (r > 0)) peaks.push_back(r);
        else if (std::fabs(r) > std::fabs(peaks.back())) peaks.back() = r;
    }
    return peaks;
}

double damping_ratio(const std::vector<double>& response)
{
    const auto peaks = half_wave_peaks(response);
    double worst = 0;
    for (std::size_t k = 1; k < peaks.size(); ++k) worst = std::max(worst, std::fabs(peaks[k] / peaks[k - 1]));
    return worst;
}

} // namespace rongtong::validation
