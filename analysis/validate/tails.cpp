#include "analysis/validate/tails.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong::validation {

namespace {

constexpr std::size_t least_tail = 50, most_candidates = 100;
constexpr double least_whole = 6;

// Exponent by maximum likelihood of the sorted values from `first` on.
double exponent(const std::vector<double>& sorted, std::size_t first, double bound)
{
    double sum = 0;
    for (std::size_t i = first; i < sorted.size(); ++i) sum += std::log(sorted[i] / bound);
    return static_cast<double>(sorted.size() - first) / sum;
}

// Largest distance between the distribution of the values and the fitted one; ties are one step.
double distance(const std::vector<double>& sorted, std::size_t first, double bound, double exponent, double half)
{
    const auto n = static_cast<double>(sorted.size() - first);
    double worst = 0;
    for (std::size_t i = first; i < sorted.size();) {
        std::size_t next = i;
        while (next < sorted.size() && sorted[next] == sorted[i]) ++next;
        const double fitted = 1 - std::pow((sorted[i] + half) / bound, -exponent); // at the end of the step
        worst = std::max(worst, std::fabs(static_cast<double>(next - first) / n - fitted));
        i = next;
    }
    return worst;
}

// Places of the sorted values at which a tail may begin: the first of each value, thinned.
std::vector<std::size_t> candidates(const std::vector<double>& sorted, double least)
{
    std::vector<std::size_t> places;
    const std::size_t smallest_tail = std::max(least_tail, sorted.size() / 100);
    for (std::size_t i = 0; i + smallest_tail <= sorted.size(); ++i)
        if (sorted[i] >= least && (i == 0 || sorted[i] != sorted[i - 1])) places.push_back(i);
    if (places.size() <= most_candidates) return places;
    std::vector<std::size_t> thinned;
    for (std::size_t k = 0; k < most_candidates; ++k) thinned.push_back(places[k * places.size() / most_candidates]);
    return thinned;
}

} // namespace

std::optional<Tail> fit_tail(std::vector<double> values, bool whole)
{
    std::erase_if(values, [](double v) { return !(v > 0); });
    std::ranges::sort(values);
    const double half = whole ? 0.5 : 0;
    std::optional<Tail> best;
    double least_distance = 2;
    for (const auto first : candidates(values, whole ? least_whole : values.empty() ? 0 : values.front())) {
        const double bound = values[first] - half;
        const double e = exponent(values, first, bound);
        const double d = distance(values, first, bound, e, half);
        if (!std::isfinite(e) || d >= least_distance) continue;
        least_distance = d;
        best = Tail{e, values[first], values.size() - first};
    }
    return best;
}

Curve counter_cumulative(std::vector<double> values, const char* label)
{
    std::erase_if(values, [](double v) { return !(v > 0); });
    std::ranges::sort(values);
    Curve curve{.label = label, .x = {}, .y = {}};
    const auto n = static_cast<double>(values.size());
    double last_logarithm = -1e9;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0 && values[i] == values[i - 1]) continue;
        const double logarithm = std::log(values[i]);
        if (logarithm - last_logarithm < 0.05) continue; // few points: this one is for the eye
        last_logarithm = logarithm;
        curve.x.push_back(values[i]);
        curve.y.push_back(1 - static_cast<double>(i) / n);
    }
    return curve;
}

} // namespace rongtong::validation
