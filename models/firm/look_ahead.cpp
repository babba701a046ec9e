// What a firm expects, asks and promises for the next month (equations in ordering.hpp, pricing.hpp, competition.hpp).
#include "models/capital/equity.hpp"
#include "models/firm/receive.hpp"
#include "models/orders/competition.hpp"
#include "models/orders/ordering.hpp"
#include "models/orders/pricing.hpp"
#include "models/selection/cost_edge.hpp"

namespace rongtong {

// Before it learns from them.
void Receipt::count_surprise(std::size_t row, const Forecast& told, FirmSums& s) const
{
    s.order_surprise += fixed_goods(std::fabs(e.firms.orders[row] - e.firms.expected[row]));
    s.orders_foretold += fixed_goods(told.told);
}

void Receipt::look_ahead(std::size_t row, const GroupFacts& f, double input_cost, const Words& w, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& p = e.setup.parameters;
    const Forecast told = e.work.forecasts.empty() ? Forecast{} : e.work.forecasts[row];
    if (e.digital.any()) count_surprise(row, told, s);
    firms.expected[row] = next_expectation(firms.expected[row], std::max(0.0, firms.orders[row] + told.gap),
                                           p.ordering.expectation_speed, f.trend);
    const double saving = firms.border_coef[row] * f.border_saving * f.trade_pay;
    firms.unit_cost[row] = input_cost + firms.basket_coef[row] * f.basket_price - saving +
                           f.imports * e.world.import_price +
                           f.labour * firms.labour_cost[row] * (1.0 + firms.own_labour[row]) * f.wage_index / f.level;
    if (firms.platform[row] != 0) firms.unit_cost[row] += platform_cost(row, f);
    if (firms.digital_rate[row] > 0) firms.unit_cost[row] += firms.digital_rate[row] * firms.price[row];
    double factor = markup_factor(firms.share[row], firms.appeal[row], firms.largest_buyer[row],
                                  firms.largest_buyer_at_start[row], p.pricing, f.fair);
    if (told.loss > 0) factor *= 1 - told.loss;
    if (f.independence_loss > 0) factor *= independence(firms.corporate_share[row], f.independence_loss);
    if (firms.born[row] == month - 1) firms.share[row] = firms.appeal[row]; // an entrant opens with its first inputs
    const double cost = followed_cost(firms.unit_cost[row], f.market_cost, firms.worth[row], p.selection);
    firms.price[row] = next_price(firms.price[row], cost, f.markup * factor, p.pricing.price_speed);
    if (luck)
        firms.luck[row] = static_cast<float>(p.luck.appeal_persistence * firms.luck[row] +
                                             p.luck.appeal_spread * small_shock(w[2], w[3]));
    firms.pull[row] = pull_of(firms.appeal[row], firms.luck[row], firms.price[row] / f.cell_price,
                              firms.reliability[row], firms.quality[row] / mean_quality, taste, p.demand);
    s.share += fixed_weight(firms.share[row]);
    s.pull += fixed_weight(firms.pull[row]);
    const double comparable = firms.share[row] * firms.worth[row];
    s.priced_share += fixed_weight(comparable * firms.price[row]);
    s.costed_share += fixed_weight(comparable * firms.unit_cost[row]);
    s.quality_share += fixed_goods(firms.quality[row] * firms.made[row]);
}

} // namespace rongtong
