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

// Of a firm's people, over the start; labour markets open later than tools.
double wage_index(const Economy& e, const Group& g)
{
    return e.labour.all.empty() ? 1 : market_of(e, g.sector, g.region).wage_index;
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
    const double wage = wage_index(e, g);
    const double wages = e.technology.sectors[g.sector].labour * f.labour_cost[row] * f.expected[row] * wage /
                         e.progress.level;
    return {adoption_gain(digital_units, wages, rules),
            wage * tools_cost(1, f.workers[row], rules) * cost_beside_partners(partners, rules)};
}

std::uint8_t settled(const Economy& e, const Draws& draws, const Unsettled& firm, double odds, std::uint32_t copy)
{
    const auto& rules = e.setup.parameters.digital;
    const double ageing = ageing_a_year(rules);
    std::uint8_t units = firm.units;
    Words w{};
    for (std::uint32_t year = 0; year < settling_years; ++year) {
        const std::uint32_t n = 1 + (copy * settling_years + year) / 2;
        if (year % 2 == 0) w = draws.words(firm.id, firm.month, Purpose::digital_start, n);
        units = static_cast<std::uint8_t>(units - round_by_chance(units * ageing, to_uniform(w[year % 2 * 2])));
        if (to_uniform(w[year % 2 * 2 + 1]) < odds) units = static_cast<std::uint8_t>(units + step_from(units, rules));
    }
    return units;
}

double expected_tools_cost(const Economy& e, std::size_t row, double partners)
{
    const auto& rules = e.setup.parameters.digital;
    const Group& g = e.groups[e.firms.group[row]];
    const double k = e.digital.cost[static_cast<std::size_t>(g.size)];
    const ToolsOffer offer = tools_offer(e, row, partners);
    const double aged = e.firms.digital[row] * (1 - ageing_a_year(rules)); // when it looks next
    const double step = static_cast<double>(step_from(static_cast<std::uint8_t>(std::lround(aged)), rules)) /
                        digital_units;
    const double wage = wage_index(e, g);
    return k * wage * upkeep_cost(e.firms.digital[row], e.firms.workers[row], rules) +
           usual_odds(offer, k, rules) * k * offer.cost * step / 12;
}

void begin_tools(Economy& e, const Draws& draws, std::size_t row)
{
    if (!e.digital.any()) return;
    auto& f = e.firms;
    const auto& rules = e.setup.parameters.digital;
    const Group& g = e.groups[f.group[row]];
    const double partners = mean_initial_level(Size::medium, rules); // it has none yet
    const double odds = usual_odds(tools_offer(e, row, partners), e.digital.cost[static_cast<std::size_t>(g.size)],
                                   rules);
    const double u = draws.uniform(f.id[row], e.month, Purpose::digital_start);
    f.digital[row] = settled(e, draws, {f.id[row], e.month, initial_digital(g.size, u, rules)}, odds);
    const double sales = f.expected[row] * f.price[row];
    const double paid = e.digital.bought[g.sector] * expected_tools_cost(e, row, partners);
    f.digital_rate[row] = static_cast<float>(sales > 0 ? paid / sales : 0);
}

} // namespace rongtong
