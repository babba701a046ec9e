// A firm and its digital tools in a month: what it pays, what it loses, and once a year whether it climbs (digital/maturity.hpp).
#include "models/digital/partners.hpp"
#include "models/firm/receive.hpp"
#include "models/ledger/till.hpp"

#include <algorithm>

namespace rongtong {

// A cost of the month. Returns the part of what it wanted that it did not get.
double Receipt::pay_for_tools(std::size_t row, const GroupFacts& f, FirmSums& s)
{
    auto& firms = e.firms;
    const double ordered = firms.digital_order[row];
    const Money paid = round_fen(100 * ordered * f.tools_pay);
    spend(row, Flow::market_inputs, paid, s);
    firms.spent[row] += paid;
    s.digital_paid += paid.fen;
    const double wanted = firms.digital_rate[row] * firms.price[row] * firms.expected[row] / f.tools_price;
    return wanted > 0 ? std::clamp(1 - ordered / wanted, 0.0, 1.0) : 0;
}

// Government pays back a part of the tools of those whom it helped a month ago: what is due is known before.
void Receipt::take_tools_support(std::size_t row, const GroupFacts& f, FirmSums& s)
{
    auto& firms = e.firms;
    const Money claim = round_fen(100 * static_cast<double>(firms.digital_claim[row]));
    firms.digital_claim[row] = 0;
    if (f.tools.part <= 0 || claim == Money()) return;
    const Money support = round_fen(f.tools.part * static_cast<double>(claim.fen));
    receive(firms, row, s, Flow::subsidies, support);
    firms.spent[row] -= support;
    s.digital_claimed += claim.fen;
}

// Whether it climbs, with help or without: the same luck is looked at twice. cost: yuan. Returns the cost of the step, or 0.
double Receipt::climb(std::size_t row, const GroupFacts& f, double gain, double cost, const Words& w, FirmSums& s)
{
    const auto& rules = e.setup.parameters.digital;
    const bool helped = to_uniform(w[1]) < f.tools.served;
    const bool anyway = to_uniform(w[2]) < adoption_odds(gain, cost, rules);
    const double left = helped ? 1 - f.tools.part : 1;
    if (!anyway && to_uniform(w[2]) >= adoption_odds(gain, left * cost, rules)) return 0;
    s.digital_adopted += 1;
    if (!helped) return cost;
    s.digital_helped += 1, s.digital_anyway += anyway;
    float& claim = e.firms.digital_claim[row];
    claim = static_cast<float>(e.digital.bought[f.sector] * cost);
    s.digital_claims += round_fen(100 * static_cast<double>(claim)).fen;
    return cost;
}

// Once a year by id.
void Receipt::review_tools(std::size_t row, const GroupFacts& f, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& rules = e.setup.parameters.digital;
    const Words w = draws.words(firms.id[row], month, Purpose::digital);
    std::uint8_t& units = firms.digital[row];
    units = static_cast<std::uint8_t>(units - round_by_chance(units * ageing_a_year(rules), to_uniform(w[0])));
    const double workers = firms.workers[row], sales = firms.expected[row] * firms.price[row];
    const double yuan = e.digital.cost[static_cast<std::size_t>(e.groups[firms.group[row]].size)] * f.wage_index;
    const double wages = f.labour * firms.labour_cost[row] * firms.expected[row] * f.wage_index / f.level;
    const int step = step_from(units, rules);
    double cost = yuan * tools_cost(static_cast<double>(step) / digital_units, workers, rules) *
                  cost_beside_partners(e.work.partners_level[row], rules) *
                  cost_of_talent(units + step, f.talent_wage, rules);
    if (step > 0) cost = climb(row, f, adoption_gain(step, wages, rules), cost, w, s);
    if (cost > 0) units = static_cast<std::uint8_t>(units + step);
    double paid = yuan * upkeep_cost(units, workers, rules);
    const std::uint8_t standard = e.work.next_standard[row];
    if (standard != firms.standard[row]) paid += paid / 12, s.standards_changed += 1; // over the year
    firms.standard[row] = standard;
    paid += cost / 12;
    firms.digital_rate[row] = static_cast<float>(sales > 0 ? e.digital.bought[f.sector] * paid / sales : 0);
}

// Log points of output per worker that its tools gave or took.
double Receipt::use_tools(std::size_t row, const GroupFacts& f, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& rules = e.setup.parameters.digital;
    const int before = firms.digital[row];
    const double unpaid = pay_for_tools(row, f, s);
    take_tools_support(row, f, s);
    if (luck && unpaid > 1e-6 && before > 0) {
        const double at_stake = unpaid * rules.kept * rules.decay / 12 * before;
        const double u = draws.uniform(firms.id[row], month, Purpose::digital, 1);
        firms.digital[row] = static_cast<std::uint8_t>(before - round_by_chance(at_stake, u));
    }
    if (luck && (month + static_cast<std::int64_t>(firms.id[row])) % 12 == 0) review_tools(row, f, s);
    const int now = firms.digital[row];
    s.digital_firms += 1, s.digital_units += now, s.digital_users += now >= digital_units;
    s.chain_standards += is_of_chain(firms.standard[row], e.groups.sectors());
    return rules.saving * (now - before) / digital_units;
}

} // namespace rongtong
