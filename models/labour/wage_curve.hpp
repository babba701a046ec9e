// Wages of a labour market: a curve in levels around what people are used to.
//
//   aspiration' = aspiration + aspiration_speed * (ln(wage / price) - aspiration)            log of a real wage, 0 at the start
//   ln wage'    = ln wage + wage_speed * (aspiration' + ln price - wage_slope * ln(u / u0) - ln wage)
// wage: index over the start; price: of consumption in the region, over the start; u: unemployment, within 0.4 and 50 percent;
// u0: of the start. Aspirations follow real wages, so that after any lasting change of cost, tax or terms of trade unemployment
// comes back to u0; a curve in growth (Phillips) integrates the gap and swings.
// Source: Blanchflower & Oswald 1995, doi 10.3386/w4200 (curve); Blanchard & Katz 1999, doi 10.1257/aer.89.2.69 (reservation
// wages that follow past real wages). Parameters: labour_rules.hpp. Test: tests/models/labour.cpp.
#pragma once

#include "models/labour/labour_markets.hpp"
#include "models/labour/labour_rules.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

struct Wage {
    double index, aspiration;
};

// price: of consumption in the region over the start; usual: unemployment of the start, share of the labour force.
inline Wage next_wage(const LabourMarket& market, double price, double usual, const LabourRules& rules)
{
    const double wage = std::log(market.wage_index), log_price = std::log(price);
    const double aspiration = market.aspiration + rules.aspiration_speed * (wage - log_price - market.aspiration);
    const double gap = std::log(std::clamp(market.unemployment(), 0.004, 0.5) / std::max(usual, 0.004));
    const double wanted = aspiration + log_price - rules.wage_slope * gap;
    return {std::exp(wage + rules.wage_speed * (wanted - wage)), aspiration};
}

} // namespace rongtong
