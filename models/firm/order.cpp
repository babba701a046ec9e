// What a firm orders: over its links and on the market (O2; equations in ordering.hpp, production.hpp, investment.hpp).
#include "models/capital/investment.hpp"
#include "models/firm/plan.hpp"
#include "models/orders/ordering.hpp"
#include "models/orders/production.hpp"
#include "models/platforms/meet.hpp"

namespace rongtong {

// Orders on links, and the output that stored inputs allow (same-sector links are one input; spare goods of the market basket stand
// in for what is missing). What can't be stored is ordered as it is needed.
double Plan::order_inputs(std::size_t row, const GroupFacts& f, const Words& noise)
{
    auto& firms = e.firms;
    const double speed = e.setup.parameters.ordering.input_speed, planned = firms.planned[row];
    const auto first = e.links.network.first[row], count = e.links.network.count[row];
    LinkFlow* const flows = e.links.flow.data() + first;
    const float* const coefs = e.links.coef.data() + first;
    const std::uint8_t* const sectors = e.links.sector.data() + first;
    const InputFacts* const inputs = e.work.inputs.data();
    const float* const critical = &e.technology.critical_inputs[f.sector * e.technology.sectors.size()];
    InputCheck check{planned, std::max(0.0, firms.basket_stock[row] - firms.basket_coef[row] * planned)};
    const std::uint8_t* const found_on = e.links.platform.data() + first;
    const double out = out_of_order(e); // of orders over links found on a platform
    double stock = 0, coef = 0;
    Words w = noise;
    for (std::uint32_t n = 0; n < count; ++n) {
        const InputFacts input = inputs[sectors[n]];
        const double need = coefs[n] * planned;
        if (!input.storable) {
            flows[n].ordered = static_cast<float>(out > 0 && found_on[n] != 0 ? (1 - out) * need : need);
            continue;
        }
        if (n > 0 && n % 8 == 0 && luck) w = draws.words(firms.id[row], month, Purpose::link_noise, n / 8);
        const std::uint32_t bits = (w[n % 8 / 2] >> (n % 2 * 16)) & 0xffffu;
        const double shock = luck ? (static_cast<double>(bits) - 32767.5) * noise_scale : 0;
        const double order = order_quantity(need, flows[n].stock, input.cover, shock, speed, f.trend);
        flows[n].ordered = static_cast<float>(out > 0 && found_on[n] != 0 ? (1 - out) * order : order);
        stock += flows[n].stock;
        coef += coefs[n];
        const bool input_ends = n + 1 == count || sectors[n + 1] != sectors[n];
        if (!input_ends) continue;
        if (critical[sectors[n]] > 0 && coef > 0) check.add(critical[sectors[n]], stock, coef);
        stock = coef = 0;
    }
    check.add_basket(f.critical, firms.basket_stock[row], firms.basket_coef[row]);
    firms.producible[row] = check.loosest;
    e.work.input_factor[row] = static_cast<float>(check.factor());
    return check.missing;
}

// Founders buy new what they did not find used.
double Plan::capital_wish(std::size_t row, const GroupFacts& f) const
{
    const auto& firms = e.firms;
    const auto& rules = e.setup.parameters.accounting;
    const double capital = firms.capital[row], need = firms.capital_need[row];
    const double order = capital_order(capital, need * f.wanted_capital * firms.usual_output[row], f.capital_gap,
                                       f.trend, rules);
    if (firms.born[row] != month - 1) return order;
    const double missing = need * f.capital_per_output * firms.expected[row] - capital;
    return std::max(order, missing + rules.depreciation / 12 * capital);
}

// Returns what it costs, yuan. money: what is left for it.
double Plan::order_tools(std::size_t row, const GroupFacts& f, double money, FirmSums& s)
{
    auto& firms = e.firms;
    const double paid = std::min(firms.digital_rate[row] * firms.price[row] * firms.expected[row], money);
    firms.digital_order[row] = static_cast<float>(paid / f.tools_price);
    s.digital_ordered += fixed_goods(firms.digital_order[row]);
    return paid;
}

// Goods; money: what is left for it.
double Plan::research_order(std::size_t row, const GroupFacts& f, double money) const
{
    const auto& firms = e.firms;
    if (firms.research[row] <= 0) return 0;
    const double wanted = firms.research[row] * firms.price[row] * firms.expected[row];
    return std::min(wanted, money) / f.research_price;
}

// Inputs and capital goods bought on the market, as far as cash reaches; imports come first.
void Plan::order_on_market(std::size_t row, const GroupFacts& f, double missing, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& p = e.setup.parameters;
    const double planned = firms.planned[row], need = firms.basket_coef[row] * planned;
    double left = 0.97 * cash_at_hand(row).yuan();
    const double imports = f.imports * planned * e.world.import_price * (1 + 2 * p.ordering.overtime);
    if (imports > left) firms.producible[row] = std::min(firms.producible[row], planned * left / imports);
    left = std::max(0.0, left - imports);
    double basket = order_quantity(need, firms.basket_stock[row], p.ordering.input_cover, 0, p.ordering.input_speed,
                                   f.trend);
    basket += missing;
    if (basket * f.basket_price > left) basket = left / f.basket_price;
    left = std::max(0.0, left - basket * f.basket_price);
    if (e.digital.any()) left -= order_tools(row, f, left, s);
    const double research = research_order(row, f, left);
    left -= research * f.research_price;
    firms.research_order[row] = static_cast<float>(research);
    s.research_ordered += fixed_goods(firms.research_order[row]);
    double capital = f.formation * capital_wish(row, f) + upgrade_order(firms.margin[row], firms.usual_margin[row],
                                                                        firms.expected[row], p.demand.quality_upgrade);
    if (capital * f.capital_price > left) capital = left / f.capital_price;
    firms.basket_order[row] = basket;
    firms.investment[row] = capital;
    s.basket_ordered += fixed_goods(basket);
    s.border_saved += fixed_goods(std::min(0.5 * basket, firms.border_coef[row] * planned * f.border_saving));
    s.investment_ordered += fixed_goods(capital);
}

} // namespace rongtong
