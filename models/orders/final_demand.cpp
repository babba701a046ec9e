// Final demand and all other orders on the market, by sector and region of use (O5).
//
//   households: budget = (propensity_wages * earned + propensity_profits * profits + a2 * deposits) * exp(sentiment - consumption_rate
//               * real rate), at most spending_limit of deposits, split between housing and consumption as at the start. Earned
//               and profits: 3-month means after tax; a2 solved by region at the start from deposits of household_deposits years. What comes before
//               exp(...) differs from the start's, which grows with progress, by spending_response of its difference.
//               Propensities that differ keep the cash that firms do not invest from being consumed at once (Kaldor 1956, doi
//               10.2307/2296292; Godley & Lavoie 2007, ch. 3). Consumption keeps its nominal shares by product (Cobb-Douglas) at
//               prices that include what is saved of services, so that the whole budget is spent; housing * exp(-housing_rate * real rate)
//   sentiment:  ' = sentiment_persistence * sentiment + sentiment_spread * z, common to all
//   government: real demand as at the start, times the index of progress (progress/progress.hpp), less what policies that it pays for
//               by buying or building less cost (policies/payer.hpp); administration of policies is bought from public administration on top
//   investment: housing (nominal), public investment (real, with the index), firms and pools (their orders)
//   platforms:  what they earned goes to the sector that hosts them (platforms/platforms.hpp)
//   tools:      what firms order of digital tools, of the same sector (digital/maturity.hpp)
//   R&D:        what firms order, of the sectors that sell research (research/budget.hpp)
//   exports:    start * export index of progress * shock * exp(luck) * price ^ -export_elasticity;  luck' = persistence * luck + spread * z
//   pools:      inputs and capital goods for what they expect to sell
// Lower border fees cut the trade and transport services that cross-border purchases need (trade_cut), by at most
// market_cut_limit; all orders for them by at most services_cut_limit.
// The real rate: capital/policy_rate.hpp. Parameters: demand_rules.hpp, luck_rules.hpp. Test: tests/models/demand.cpp.
#include "models/phases.hpp"

#include "models/orders/final_use.hpp"
#include "models/platforms/meet.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

void set_sentiment(Economy& e, const Draws& draws)
{
    const auto& luck = e.setup.parameters.luck;
    if (luck.luck_switch <= 0) return;
    const auto w = draws.words(0, e.month, Purpose::sentiment);
    e.sentiment = luck.sentiment_persistence * e.sentiment + luck.sentiment_spread * normal_from(w[0], w[1]);
}

// What the households would spend in the month on the path of the start, yuan.
double spending_at_start(const Economy& e, const Households& h)
{
    return (e.technology.consumption_total + e.technology.housing_total) * h.income_share * e.progress.index;
}

// Yuan a month.
double budget_of(const Economy& e, const Households& h)
{
    const auto& rules = e.setup.parameters.demand;
    const double deposits = h.deposits.yuan();
    const double earned = rules.propensity_wages * h.mean_wages + rules.propensity_profits * h.mean_profits;
    double usual = h.propensity_income * earned + h.propensity_wealth * deposits;
    if (rules.spending_response < 1) usual += (1 - rules.spending_response) * (spending_at_start(e, h) - usual);
    const double wanted = usual * std::exp(e.sentiment - rules.consumption_rate * e.policy_rate.real);
    return std::clamp(wanted, 0.0, std::max(0.0, rules.spending_limit * deposits));
}

// Of what government buys, over the start.
double government_price(const Economy& e, UseRegion r)
{
    const auto& bought = e.technology.government;
    double price = bought.imported * e.world.import_price;
    for (Product j : e.groups.each<Product>())
        price += bought.domestic[j] * trade_factor(e.market, e.technology, j, r) * e.market.use_price(j, r);
    return price > 0 ? price : 1;
}

// Real demand that is cut by a sum of money.
double less(double demand, double yuan, double price)
{
    return yuan > 0 ? std::max(0.0, demand - yuan / price) : demand;
}

void set_budgets(Economy& e, const Draws& draws)
{
    const auto& rules = e.setup.parameters.demand;
    const auto& t = e.technology;
    set_sentiment(e, draws);
    const double spending = t.housing_total + t.consumption_total;
    const double housing = spending > 0 ? t.housing_total / spending : 0;
    const auto& regions = e.setup.calibration->regions;
    double people = 0;
    for (const auto& r : regions) people += r.population;
    const double on_platforms = platform_orders(e);
    const double less_demand = policy_cost_of(e, Payer::government_demand).yuan();
    const double less_building = policy_cost_of(e, Payer::public_investment).yuan();
    e.market.uses.fill({});
    for (UseRegion r : e.groups.each<UseRegion>()) {
        const double budget = budget_of(e, e.households[r]);
        auto& use = e.market.uses[r];
        use.consumption = budget * (1 - housing) / paid_part(e.market, t, r);
        use.housing = budget * housing * std::exp(-rules.housing_rate * e.policy_rate.real) / e.market.capital_price[r];
        const double part = regions[r].population / people;
        use.public_investment = less(e.progress.index * t.public_investment_total * part, less_building * part,
                                     e.market.capital_price[r]);
        use.government = less(e.progress.index * t.government_total * part, less_demand * part, government_price(e, r));
        use.platforms = on_platforms * part;
        use.administration = 0;
        for (const auto& lever : e.policy.levers)
            use.administration += lever.cost.yuan() * regions[r].population / people;
    }
}

void set_exports(Economy& e, const Draws& draws)
{
    const auto& luck = e.setup.parameters.luck;
    if (luck.luck_switch > 0) {
        const auto w = draws.words(0, e.month, Purpose::export_shock);
        e.world.demand_luck = luck.export_persistence * e.world.demand_luck +
                              luck.export_spread * normal_from(w[0], w[1]);
    }
    const double factor = std::exp(e.world.demand_luck), elasticity = e.setup.parameters.demand.export_elasticity;
    const auto& shock = e.policy.conditions.export_demand;
    for (Cell k : e.groups.each<Cell>())
        e.market.foreign[k] = e.progress.exports * e.market.export_start[k] * shock[e.groups.sector_of(k)] * factor *
                              (e.market.price[k] == 1 ? 1.0 : std::pow(e.market.price[k], -elasticity));
}

// Orders of firms' baskets, of pools and of investors; sums of firms' plans are at hand by group.
void add_producers(Economy& e)
{
    Market& m = e.market;
    m.cell_baskets.fill(0);
    m.links_saved.fill(0);
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        const UseRegion r(e.groups[g].region);
        m.cell_baskets[e.groups.cell(g)] += from_fixed_goods(e.sums[g].basket_ordered);
        m.links_saved[r] += from_fixed_goods(e.sums[g].border_saved);
        m.uses[r].producers_investment += from_fixed_goods(e.sums[g].investment_ordered);
        m.uses[r].tools += from_fixed_goods(e.sums[g].digital_ordered);
        m.uses[r].research += from_fixed_goods(e.sums[g].research_ordered);
    }
    for (Cell k : e.groups.each<Cell>()) {
        const BuyingSector s(e.groups.sector_of(k));
        const UseRegion r = e.groups.use_of(k);
        e.pools.basket[k] = e.pools.expected[k];
        e.pools.investment[k] = e.technology.sectors[s].investment * e.pools.expected[k] *
                                formation_times(e.technology, e.policy.conditions.demand_of(Purchaser::firms),
                                                e.groups.regions(), r);
        m.uses[r].producers_investment += e.pools.investment[k];
        if (m.cell_baskets[k] == 0 && e.pools.basket[k] == 0) continue;
        for (Product j : e.groups.each<Product>())
            m.wanted(j, r) += m.basket(k, j) * m.cell_baskets[k] + m.pool_basket(s, j) * e.pools.basket[k];
    }
}

void add_final_use(Economy& e)
{
    Market& m = e.market;
    const auto& t = e.technology;
    const auto& c = e.policy.conditions;
    const auto &households = c.demand_of(Purchaser::households), &government = c.demand_of(Purchaser::government),
               &investors = c.demand_of(Purchaser::investors);
    const std::size_t host = platform_host(t);
    for (Product j : e.groups.each<Product>())
        for (UseRegion r : e.groups.each<UseRegion>()) {
            const std::size_t at = j * e.groups.regions() + r;
            m.wanted(j, r) += households[at] * consumption_of(m, t, j, r) +
                              government[at] * government_use_of(m, t, j, r) + investors[at] * building_of(m, t, j, r) +
                              t.capital_goods.domestic[j] * m.uses[r].producers_investment +
                              t.research_goods.domestic[j] * m.uses[r].research +
                              (j == m.administration_sector ? m.uses[r].administration / m.use_price(j, r) : 0) +
                              (j == host ? m.uses[r].platforms / m.use_price(j, r) + m.uses[r].tools : 0);
        }
}

// What lower border fees save: on market purchases by the cut of the fee, on links by what firms planned to save.
void cut_trade_services(Economy& e)
{
    Market& m = e.market;
    const auto& c = e.policy.conditions;
    const auto& rules = e.setup.parameters.demand;
    m.services_saved = 0;
    for (UseRegion r : e.groups.each<UseRegion>()) {
        double saved = m.links_saved[r], services = 0;
        for (Product j : e.groups.each<Product>()) {
            if (e.technology.sectors[j].is_trade) services += m.wanted(j, r);
            for (OriginRegion q : e.groups.each<OriginRegion>())
                if (q != r)
                    saved += (c.goods_fee_at_start[q][r] - c.goods_fee[q][r]) * m.trade(j, r, q) * m.wanted(j, r);
        }
        const double links = services > 0 ? m.links_saved[r] / services : 0, all = services > 0 ? saved / services : 0;
        m.trade_cut[r] = 1 - std::min(rules.market_cut_limit, all - links);
        for (Product j : e.groups.each<Product>())
            if (e.technology.sectors[j].is_trade) {
                const double cut = std::min(rules.services_cut_limit, all);
                m.services_saved += cut * m.wanted(j, r);
                m.wanted(j, r) *= 1 - cut;
            }
    }
}

} // namespace

void plan_final_demand(Economy& e, const Draws& draws)
{
    e.market.wanted.fill(0);
    set_budgets(e, draws);
    set_exports(e, draws);
    add_producers(e);
    add_final_use(e);
    cut_trade_services(e);
}

} // namespace rongtong
