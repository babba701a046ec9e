// R&D of a firm: what arrives and is paid, what it gains, and what it makes up of what others know (equations: research/gains.hpp,
// budget.hpp, performers.hpp, frontier.hpp).
#include "models/research/research.hpp"
#include "models/firm/receive.hpp"
#include "models/joint/contract.hpp"
#include "models/ledger/till.hpp"
#include "models/research/budget.hpp"
#include "models/research/gains.hpp"
#include "models/research/performers.hpp"
#include "models/research/prizes.hpp"
#include "models/research/teaching.hpp"
#include "models/research/user_cost.hpp"

namespace rongtong {

namespace {

// exp for the small steps of a month.
double exp_of_step(double x)
{
    if (std::fabs(x) > 0.02) return std::exp(x);
    return 1 + x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4)));
}

} // namespace

// Its own technology is counted over the level, which takes what firms gained on average (frontier.hpp).
void Receipt::move_technology(std::size_t row, const GroupFacts& f, double gain)
{
    auto& firms = e.firms;
    const double step = gain - e.frontier.growth;
    if (step == 0) return;
    const double cost = firms.labour_cost[row], next = cost * exp_of_step(-f.saving * step);
    firms.technology[row] += static_cast<float>(step);
    firms.productivity[row] *= exp_of_step(step);
    firms.labour_cost[row] = static_cast<float>(next);
    const double kept = 1 - e.setup.parameters.selection.pass_through; // the rest goes into its price
    firms.usual_margin[row] += static_cast<float>(kept * f.labour * (cost - next));
}

// R&D that arrives is paid and a cost of the month. Returns it over what is usual.
double Receipt::pay_for_research(std::size_t row, const GroupFacts& f, FirmSums& s)
{
    auto& firms = e.firms;
    const double ordered = firms.research_order[row];
    const double arrived = ordered * f.research_fill;
    const Money domestic = round_fen(100 * ordered * f.research_pay);
    const Money imported = round_fen(100 * arrived * e.technology.research_goods.imported * e.world.import_price);
    spend(row, Flow::research, domestic, s);
    spend(row, Flow::imports, imported, s);
    firms.spent[row] += domestic + imported;
    take_support(row, f, domestic + imported, s);
    take_prizes(row, f, s);
    s.research_received += fixed_goods(arrived);
    s.performers += 1;
    const double sales = firms.expected[row] * firms.price[row] / f.research_price;
    return sales > 0 ? arrived / sales / firms.research_usual[row] : 0;
}

// Public money for R&D of the month: no part of taxable profit.
void Receipt::take_support(std::size_t row, const GroupFacts& f, Money cost, FirmSums& s)
{
    auto& firms = e.firms;
    const double tax = e.setup.parameters.accounting.profit_tax, said = relabelled(f.research_support, tax);
    const double sales = 100 * firms.expected[row] * firms.price[row];
    const Money usual = round_fen(firms.research_usual[row] * sales);
    const double lacks = f.research_support.tax.threshold - firms.research[row]; // of the threshold that it aims at
    const double gap = aims_at_lower_rate(row) && f.research_support.tax.cut > 0 ? std::max(0.0, lacks) * sales : 0;
    const Money other = round_fen(std::max(said * static_cast<double>(cost.fen), gap));
    const double joint = firms.joint[row] != 0 ? e.setup.parameters.joint.part * static_cast<double>(cost.fen) : 0;
    const Money support = round_fen(support_rate(f.research_support, tax) * static_cast<double>((cost + other).fen) +
                                    granted(f.joint_grant) * joint +
                                    f.research_support.grant * static_cast<double>(usual.fen));
    receive(firms, row, s, Flow::subsidies, support);
    s.joint_cost += round_fen(joint).fen;
    s.research_cost += cost.fen, s.research_usual += usual.fen, s.research_relabelled += other.fen;
}

// For what its project did last month: no part of taxable profit.
void Receipt::take_prizes(std::size_t row, const GroupFacts& f, FirmSums& s)
{
    const std::uint8_t claims = e.firms.claims[row];
    if (claims == 0) return;
    s.pilot_prizes += (claims & passed_pilot) != 0 && f.prizes.at_pilot > 0;
    s.market_prizes += (claims & reached_market) != 0 && f.prizes.at_market > 0;
    receive(e.firms, row, s, Flow::subsidies, round_fen(100 * prize_of(claims, f.prizes)));
    e.firms.claims[row] = 0;
}

// Log points of output per worker. own: what is left of `spent` for its own projects.
double Receipt::gain_of_research(std::size_t row, const GroupFacts& f, double spent, double own, FirmSums& s)
{
    const auto& rules = e.setup.parameters.research;
    if (luck) e.firms.quality[row] -= static_cast<float>(f.ageing);
    if (luck && rules.chain > 0) return gain_of_projects(row, f, spent, own, s);
    const double scale = gain_scale(f.research, e.firms.technology[row] - f.front, rules);
    if (!luck) {
        const double success = e.firms.workers[row] < rules.small_lab ? f.small_success : f.success;
        return f.knowledge * success * expected_gain(spent, scale, rules);
    }
    const Words w = draws.words(e.firms.id[row], month, Purpose::innovation);
    if (to_uniform(w[0]) >= f.knowledge * success_odds(spent, rules) || scale <= 0) return 0;
    s.innovations += 1;
    return take_gain(row, f, normal_from(w[1], w[2]));
}

// Of a project that succeeds: a better product, and the log points of output per worker that it returns.
double Receipt::take_gain(std::size_t row, const GroupFacts& f, double normal)
{
    const auto& rules = e.setup.parameters.research;
    if (rules.product_gain > 0) e.firms.quality[row] += static_cast<float>(gain_of(rules.product_gain, normal, rules));
    const double scale = gain_scale(f.research, e.firms.technology[row] - f.front, rules);
    const double gain = scale > 0 ? gain_of(scale, normal, rules) : 0;
    note_project(row, EventKind::innovation, gain);
    return gain;
}

void Receipt::note_project(std::size_t row, EventKind kind, double gain)
{
    Event event{kind, e.firms.id[row], e.firms.group[row], e.firms.workers[row], Money(), Money()};
    event.share = gain;
    project_ends->push_back(event);
}

// Once a year by id: a firm of a sector that does R&D takes it up, out of what it puts into capital.
void Receipt::take_up_research(std::size_t row, const GroupFacts& f, FirmSums& s)
{
    auto& firms = e.firms;
    if (!luck || f.research_rate <= 0 || (firms.id[row] + static_cast<std::uint64_t>(month)) % 12 != 0) return;
    const auto& p = e.setup.parameters;
    const double eased = firms.workers[row] < p.research.small_lab ? f.small_success / f.success : 1;
    const double odds = 12 * exit_odds_of(row, f) * performer_ratio(firms.workers[row], p.research) * eased;
    if (draws.uniform(firms.id[row], month, Purpose::performer) >= odds) return;
    const Sector& sector = e.technology.sectors[f.sector];
    const double formation = firms.capital_need[row] * sector.investment;
    const double rate = std::min(f.research_rate, p.research.formation_limit * formation);
    const double freed = rate / sector.investment; // of its capital need
    const double wear = p.accounting.depreciation / 12 * freed * sector.capital_of_sales;
    firms.research_usual[row] = firms.research[row] = static_cast<float>(rate);
    firms.capital_need[row] -= static_cast<float>(freed);
    firms.usual_margin[row] -= static_cast<float>(rate - wear);
    s.new_performers += 1;
}

// Once a year by id, and at once where there is no threshold any more. The lower tax rate goes before a tier.
void Receipt::review_threshold(std::size_t row, const GroupFacts& f, const ResearchWish& wish)
{
    auto& firms = e.firms;
    const auto& support = f.research_support;
    const bool taxed = support.tax.cut > 0, tiers = e.setup.parameters.tiers.tier_switch > 0;
    if (!taxed && aims_at_lower_rate(row)) firms.research_aim[row] = 0;
    if ((!taxed && !tiers) || (firms.id[row] + static_cast<std::uint64_t>(month)) % 12 != 0) return;
    if (taxed) {
        ResearchWish own = wish;
        if (!aims_at_lower_rate(row)) own.aim = 0;
        const double wanted = wanted_research(firms.research_usual[row], own, e.setup.parameters.research);
        const double aim = aimed_research(wanted, firms.margin[row], support.tax, support.relabelling_cost);
        firms.research_aim[row] = static_cast<float>(aim);
        firms.tier_term[row] &= tier_years;
        if (aim > 0) return;
    }
    if (tiers) aim_at_tier(row, f, wish);
}

// Its aim may be that of a tier's bar.
bool Receipt::aims_at_lower_rate(std::size_t row) const
{
    return e.firms.research_aim[row] > 0 && (e.firms.tier_term[row] & says_it_reaches) == 0;
}

// Whether what it says that it spends on R&D reaches the threshold.
bool Receipt::over_threshold(std::size_t row, const GroupFacts& f) const
{
    return aims_at_lower_rate(row) || e.firms.research[row] >= f.research_support.tax.threshold;
}

// The full tax is paid and the difference paid back, so that it is seen what it costs.
void Receipt::take_lower_rate(std::size_t row, const GroupFacts& f, Money profit, FirmSums& s)
{
    auto& firms = e.firms;
    if (firms.research_usual[row] <= 0 || !over_threshold(row, f)) return;
    const bool paid = f.research_support.tax.cut > 0; // else only a placebo looks
    s.threshold_takers += paid, s.threshold_aims += aims_at_lower_rate(row);
    if (profit.fen <= 0) return;
    s.threshold_profit += profit.fen;
    const double cut = std::min(f.research_support.tax.cut, e.setup.parameters.accounting.profit_tax);
    receive(firms, row, s, Flow::subsidies, round_fen(cut * static_cast<double>(profit.fen)));
}

// Of a yuan of R&D, with support and what it can expect of prizes.
double Receipt::user_cost_of(std::size_t row, const GroupFacts& f) const
{
    const double tax = e.setup.parameters.accounting.profit_tax;
    const double usual = e.firms.research_usual[row] * e.firms.expected[row] * e.firms.price[row];
    return user_cost(f.research_support, tax, prize_share(f.prizes, usual, e.setup.parameters.research));
}

// What is left for its own projects where it is in a joint one, which has the rest (joint/work_jointly.cpp).
double Receipt::own_research(std::size_t row, const GroupFacts& f, double spent, FirmSums& s)
{
    if (e.firms.joint[row] == 0) return spent;
    s.joint_firms += 1;
    joint_efforts->push_back(
        {static_cast<std::uint32_t>(row), static_cast<float>(spent), static_cast<float>(spent * f.knowledge)});
    return spent * (1 - e.setup.parameters.joint.part);
}

void Receipt::learn(std::size_t row, const GroupFacts& f, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& rules = e.setup.parameters.research;
    const bool performs = firms.research_usual[row] > 0;
    double gain = caught_up(firms.technology[row] - f.front, firms.knowledge[row], rules);
    if (!performs && luck && rules.along_links > 0)
        gain *= f.teaching * teaching_of(firms.taught[row], f.taught, rules.along_links);
    if (f.diffusion != 1) gain *= f.diffusion;
    gain = std::min(
        gain, std::max(0.0, static_cast<double>(f.front - firms.technology[row]))); // nobody overtakes by learning
    if (e.digital.any()) gain += use_tools(row, f, s);
    if (performs) {
        const double spent = pay_for_research(row, f, s);
        gain += gain_of_research(row, f, spent, own_research(row, f, spent, s), s) + firms.joint_gain[row];
        firms.joint_gain[row] = 0;
        firms.knowledge[row] = static_cast<float>(next_knowledge(firms.knowledge[row], spent, rules));
    }
    move_technology(row, f, gain);
    const double cost = f.labour * firms.labour_cost[row] * firms.made[row];
    s.cost_weight += fixed_goods(cost), s.cost_gain += fixed_goods(cost * gain);
    s.cost_technology += fixed_goods(cost * firms.technology[row]);
    if (!performs) return take_up_research(row, f, s);
    s.lab_weight += fixed_goods(firms.made[row]), s.lab_gain += fixed_goods(firms.made[row] * gain);
    s.lab_technology += fixed_goods(firms.made[row] * firms.technology[row]);
    const double held = f.buffer * firms.prudence[row] * firms.unit_cost[row] * firms.expected[row];
    const double cash = held > 0 ? firms.cash[row].yuan() / held : 1;
    const ResearchWish wish{firms.margin[row] - firms.usual_margin[row], cash, user_cost_of(row, f),
                            f.research_support.grant, firms.research_aim[row]};
    review_threshold(row, f, wish);
    if (e.setup.parameters.tiers.tier_switch > 0) count_around_bars(row, f, s);
    firms.research[row] = static_cast<float>(
        next_research(firms.research[row], firms.research_usual[row], wish, rules));
}

} // namespace rongtong
