#include "models/start/table.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace rongtong {

double reexports_of(const SectorFigures& s)
{
    return std::clamp(s.exports - s.gross_output, 0.0, std::max(0.0, s.imports));
}

TableShares table_shares(const Calibration& c)
{
    const std::size_t n = c.sector_count();
    TableShares t;
    for (const auto& s : c.sectors) {
        const double use = s.gross_output + s.imports - s.exports, through = reexports_of(s);
        t.imported.push_back(use > 0 ? std::clamp((s.imports - through) / use, 0.0, 1.0) : 0.0);
        t.home_exports.push_back(s.exports - through);
    }
    t.coef.resize(n * n);
    for (std::size_t s = 0; s < n; ++s)
        for (std::size_t j = 0; j < n && c.sectors[s].gross_output > 0; ++j)
            t.coef[j * n + s] = (1 - t.imported[j]) * c.sectors[s].inputs[j] / c.sectors[s].gross_output;
    return t;
}

double spectral_radius(const std::vector<double>& matrix)
{
    constexpr int most_rounds = 10000;
    constexpr double precision = 1e-12;
    const auto n = static_cast<std::size_t>(std::lround(std::sqrt(static_cast<double>(matrix.size()))));
    std::vector<double> x(n, 1.0), next(n);
    double rho = 0;
    for (int round = 0; round < most_rounds; ++round) {
        for (std::size_t j = 0; j < n; ++j) {
            next[j] = x[j];
            for (std::size_t s = 0; s < n; ++s) next[j] += matrix[j * n + s] * x[s];
        }
        const double largest = *std::max_element(next.begin(), next.end());
        for (auto& v : next) v /= largest;
        x.swap(next);
        if (std::fabs(largest - 1 - rho) < precision) return largest - 1;
        rho = largest - 1;
    }
    return rho;
}

std::vector<double> leontief_output(const std::vector<double>& coef, const std::vector<double>& final_demand)
{
    constexpr int most_rounds = 1000000; // enough for a radius of 0.9999
    const std::size_t n = final_demand.size();
    std::vector<double> x = final_demand, round = final_demand, next(n);
    for (int k = 0; k < most_rounds; ++k) {
        bool more = false;
        for (std::size_t j = 0; j < n; ++j) {
            next[j] = 0;
            for (std::size_t s = 0; s < n; ++s) next[j] += coef[j * n + s] * round[s];
            more |= x[j] + next[j] != x[j];
        }
        if (!more) break;
        round.swap(next);
        for (std::size_t j = 0; j < n; ++j) x[j] += round[j];
    }
    return x;
}

std::size_t administration_sector(const TechnologyTable& t)
{
    std::size_t found = 0;
    const auto rank = [&](std::size_t s) {
        return std::tuple(t.government.domestic[s], t.sectors[s].is_public, t.sectors[s].output);
    };
    for (std::size_t s = 1; s < t.sectors.size(); ++s)
        if (rank(s) > rank(found)) found = s;
    return found;
}

} // namespace rongtong
