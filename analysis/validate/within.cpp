#include "analysis/validate/within.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/statistics/no_figure.hpp"
#include "analysis/validate/statistics.hpp"

namespace rongtong::validation {

namespace {

constexpr std::size_t least_firms = 20;

} // namespace

double within_ratio(const std::vector<double>& values, const std::vector<double>& sectors,
                    const std::vector<double>& weights)
{
    std::map<double, std::pair<std::vector<double>, double>> by_sector;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!(values[i] > 0)) continue;
        by_sector[sectors[i]].first.push_back(values[i]);
        by_sector[sectors[i]].second += weights[i];
    }
    double sum = 0, weight = 0;
    for (const auto& [sector, of] : by_sector) {
        if (of.first.size() < least_firms) continue;
        sum += of.second * quantile(of.first, 0.9) / quantile(of.first, 0.1);
        weight += of.second;
    }
    return weight > 0 ? sum / weight : no_figure;
}

std::vector<double> within_logs(const std::vector<double>& values, const std::vector<double>& sectors)
{
    struct Sum {
        double logs = 0, count = 0;
    };
    std::map<double, Sum> by_sector;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i] > 0) {
            by_sector[sectors[i]].logs += std::log(values[i]);
            by_sector[sectors[i]].count += 1;
        }
    std::vector<double> logs;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto& of = by_sector[sectors[i]];
        logs.push_back(values[i] > 0 ? std::log(values[i]) - of.logs / of.count : no_figure);
    }
    return logs;
}

std::array<double, 4> rates_by_quarter(const std::vector<double>& values, const std::vector<bool>& is)
{
    std::vector<double> known;
    for (double x : values)
        if (std::isfinite(x)) known.push_back(x);
    if (known.empty()) return {no_figure, no_figure, no_figure, no_figure};
    const std::array bounds{quantile(known, 0.25), quantile(known, 0.5), quantile(known, 0.75)};
    std::array<double, 4> count{}, rate{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) continue;
        const auto quarter = static_cast<std::size_t>(
            std::ranges::count_if(bounds, [&](double b) { return values[i] > b; }));
        count[quarter] += 1, rate[quarter] += is[i] ? 1 : 0;
    }
    for (std::size_t q = 0; q < 4; ++q) rate[q] = count[q] > 0 ? rate[q] / count[q] : no_figure;
    return rate;
}

std::pair<std::vector<double>, std::vector<double>> both_known(const std::vector<double>& x,
                                                               const std::vector<double>& y)
{
    std::pair<std::vector<double>, std::vector<double>> known;
    for (std::size_t i = 0; i < x.size(); ++i)
        if (std::isfinite(x[i]) && std::isfinite(y[i])) {
            known.first.push_back(x[i]);
            known.second.push_back(y[i]);
        }
    return known;
}

} // namespace rongtong::validation
