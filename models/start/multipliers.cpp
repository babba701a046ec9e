#include "models/start/multipliers.hpp"

#include "models/agents/technology_table.hpp"

#include <cmath>
#include <numeric>

namespace rongtong {

namespace {

// What a unit of output of each sector asks of all: [supplying sector * sectors + using sector].
std::vector<double> orders_per_output(const TechnologyTable& t)
{
    const std::size_t n = t.sectors.size();
    std::vector<double> orders = t.coef;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            orders[i * n + j] += t.sectors[j].pool_share * t.sectors[j].investment * t.capital_goods.domestic[i];
    return orders;
}

// x = A x + f, round by round of orders: A is productive, so that they fade.
std::vector<double> output_for(const std::vector<double>& orders, std::size_t sector, std::size_t n)
{
    constexpr int most_rounds = 10000;
    std::vector<double> round(n, 0.0), all(n, 0.0), next(n, 0.0);
    round[sector] = 1;
    for (int k = 0; k < most_rounds; ++k) {
        for (std::size_t i = 0; i < n; ++i) {
            all[i] += round[i];
            next[i] = std::inner_product(round.begin(), round.end(),
                                         orders.begin() + static_cast<std::ptrdiff_t>(i * n), 0.0);
        }
        round.swap(next);
        if (std::accumulate(round.begin(), round.end(), 0.0) < 1e-12) break;
    }
    return all;
}

} // namespace

std::vector<double> output_multipliers(const TechnologyTable& table)
{
    const std::size_t n = table.sectors.size();
    const auto orders = orders_per_output(table);
    std::vector<double> multipliers;
    for (std::size_t j = 0; j < n; ++j) {
        const auto x = output_for(orders, j, n);
        multipliers.push_back(std::accumulate(x.begin(), x.end(), 0.0));
    }
    return multipliers;
}

} // namespace rongtong
