#include "models/network/review.hpp"

#include "sim/parallel.hpp"

#include <algorithm>

namespace rongtong {

bool reviews(const Economy& e)
{
    const auto& p = e.setup.parameters;
    return p.review.review_switch > 0 && p.luck.luck_switch > 0;
}

double offer_of(const Economy& e, std::size_t supplier)
{
    const auto& f = e.firms;
    return weight_of_offer(f.price[supplier], f.reliability[supplier], f.quality[supplier], e.setup.parameters.demand);
}

double weight_told(const Economy& e, std::size_t buyer, std::size_t group, double offer)
{
    const Group &to = e.groups[e.firms.group[buyer]], &from = e.groups[group];
    const double km = e.setup.calibration->regions[to.region].km[from.region];
    const double bonus = e.policy.conditions.groups[e.firms.group[buyer]].small_bonus;
    return offer + weight_of_distance(km, e.setup.parameters.review) + (from.size == Size::large ? 0 : bonus);
}

double weight_of(const Economy& e, std::size_t buyer, std::size_t supplier)
{
    const SupplierCard& card = e.work.cards[supplier];
    return weight_told(e, buyer, card.group, card.offer);
}

void show_suppliers(Economy& e)
{
    auto& cards = e.work.cards;
    cards.resize(e.firms.rows());
    const auto& f = e.firms;
    const auto& rules = e.setup.parameters.network;
    for_blocks(f.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t row = begin; row < end; ++row) {
            SupplierCard& card = cards[row];
            card.active = f.state[row] == FirmState::active;
            if (!card.active) continue;
            card.offer = offer_of(e, row), card.room = room_for_orders(e, row);
            card.most = std::min(card.room, rules.largest_new * f.expected[row]);
            card.worth = f.worth[row], card.group = f.group[row];
        }
    });
}

bool is_served(const Economy& e, const Draws& draws, std::size_t row)
{
    const auto& groups = e.policy.conditions.groups; // none before the first month
    const double served = e.firms.group[row] < groups.size() ? groups[e.firms.group[row]].search.served : 0;
    const std::int32_t january = e.month - e.month % 12;
    return served > 0 && draws.uniform(e.firms.id[row], january, Purpose::agency) < served;
}

double room_for_orders(const Economy& e, std::size_t supplier)
{
    const auto& f = e.firms;
    const double market = f.share[supplier] * e.market.ordered[e.groups.cell(f.group[supplier])] * f.worth[supplier];
    const double known = std::max(0.0, f.orders[supplier] - market);
    return e.setup.parameters.network.largest_fill * f.expected[supplier] - known;
}

} // namespace rongtong
