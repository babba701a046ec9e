#include "models/orders/input_limits.hpp"

#include <algorithm>

namespace rongtong {

namespace {

constexpr double rounding = 1e-6; // of a fill: what is nearly whole is whole

std::span<const InputNeed> needs_of(const Economy& e, std::size_t cell)
{
    const auto& first = e.work.first_need;
    return {e.work.needs.data() + first[cell], first[cell + 1] - first[cell]};
}

// How much of its output a lack of the input prevents.
double prevented(const Economy& e, const InputNeed& need, double fill)
{
    const double use = input_use(fill, e.setup.parameters.ordering.input_tolerance);
    return use < 1 - rounding ? need.critical * (1 - use) : 0;
}

} // namespace

void list_needs(Economy& e)
{
    auto& w = e.work;
    if (!w.first_need.empty()) return;
    w.first_need.push_back(0);
    for (Cell k : e.groups.each<Cell>()) {
        const std::size_t user = e.groups.sector_of(k);
        for (Product j : e.groups.each<Product>()) {
            const Sector& s = e.technology.sectors[j];
            const float critical = e.technology.critical(user, j);
            if (s.holds_stock || s.tier >= e.technology.sectors[user].tier || critical <= 0) continue;
            if (e.technology.input(j, user) > 0)
                w.needs.push_back({static_cast<std::uint8_t>(std::size_t{j}), critical, e.market.basket(k, j)});
        }
        w.first_need.push_back(static_cast<std::uint32_t>(w.needs.size()));
    }
}

double deliveries_allow(const Economy& e, std::size_t row, const GroupFacts& f)
{
    const auto& links = e.links;
    auto edge = links.network.first[row];
    const auto end = edge + links.network.count[row];
    double worst = 0;
    for (const InputNeed& need : needs_of(e, f.cell)) { // both in the order of sectors
        const double market = e.market.fill(Product(need.product), UseRegion(f.region));
        double wanted = e.firms.basket_coef[row] * need.basket, arrived = wanted * market;
        while (edge < end && links.sector[edge] < need.product) ++edge;
        for (; edge < end && links.sector[edge] == need.product; ++edge) {
            const Offer& offer = e.work.offers[links.network.target[edge]];
            wanted += links.coef[edge];
            arrived += links.coef[edge] * (offer.gone() ? market : offer.fill());
        }
        if (wanted > 0) worst = std::max(worst, prevented(e, need, arrived / wanted));
    }
    return 1 - worst;
}

double deliveries_allow_pool(const Economy& e, Cell cell)
{
    double worst = 0;
    for (const InputNeed& need : needs_of(e, cell))
        worst = std::max(worst, prevented(e, need, e.market.fill(Product(need.product), e.groups.use_of(cell))));
    return 1 - worst;
}

} // namespace rongtong
