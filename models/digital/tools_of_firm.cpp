#include "models/digital/tools_of_firm.hpp"

#include "models/digital/partners.hpp"
#include "models/labour_kinds.hpp"

namespace rongtong {

namespace {

struct StartShares {
    double at_2, at_3;
};

StartShares shares_of(Size size, const DigitalRules& r)
{
    const double three = size == Size::large ? r.large_3 : r.start_3, two = size == Size::large ? r.large_2 : r.start_2;
    return {std::min(two, 1 - three), three};
}

} // namespace

std::uint8_t initial_digital(Size size, double uniform, const DigitalRules& rules)
{
    const auto [two, three] = shares_of(size, rules);
    if (uniform < three) return most_digital;
    return uniform < three + two ? 2 * digital_units : digital_units;
}

double mean_initial_level(Size size, const DigitalRules& rules)
{
    const auto [two, three] = shares_of(size, rules);
    return 1 + two + 2 * three;
}

ToolsOffer tools_offer(const Economy& e, std::size_t row, double partners)
{
    const auto& f = e.firms;
    const Group& g = e.groups[f.group[row]];
    const auto& rules = e.setup.parameters.digital;
    const double wage = market_of(e, g.sector, g.region).wage_index;
    const double wages = e.technology.sectors[g.sector].labour * f.labour_cost[row] * f.expected[row] * wage /
                         e.progress.level;
    return {adoption_gain(digital_units, wages, rules),
            wage * tools_cost(1, f.workers[row], rules) * cost_beside_partners(partners, rules)};
}

double expected_tools_cost(const Economy& e, std::size_t row, double partners)
{
    const auto& rules = e.setup.parameters.digital;
    const Group& g = e.groups[e.firms.group[row]];
    const double k = e.digital.cost[static_cast<std::size_t>(g.size)];
    const ToolsOffer offer = tools_offer(e, row, partners);
    const double step = static_cast<double>(step_from(e.firms.digital[row], rules)) / digital_units;
    const double wage = market_of(e, g.sector, g.region).wage_index;
    return k * wage * upkeep_cost(e.firms.digital[row], e.firms.workers[row], rules) +
           usual_odds(offer, k, rules) * k * offer.cost * step / 12;
}

void begin_tools(Economy& e, const Draws& draws, std::size_t row)
{
    if (!e.digital.any()) return;
    auto& f = e.firms;
    const auto& rules = e.setup.parameters.digital;
    const Group& g = e.groups[f.group[row]];
    f.digital[row] = initial_digital(g.size, draws.uniform(f.id[row], e.month, Purpose::digital_start), rules);
    const double sales = f.expected[row] * f.price[row];
    const double paid = e.digital.bought[g.sector] *
                        expected_tools_cost(e, row, mean_initial_level(Size::medium, rules));
    f.digital_rate[row] = static_cast<float>(sales > 0 ? paid / sales : 0);
}

} // namespace rongtong
