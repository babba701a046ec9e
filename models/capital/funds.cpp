#include "models/capital/funds.hpp"

#include "models/capital/equity.hpp"
#include "models/capital/payout.hpp"

#include <limits>
#include <numeric>

namespace rongtong {

namespace {

Money times(double factor, Money amount) { return round_fen(factor * static_cast<double>(amount.fen)); }

// The three turns of investors over the ranked asks.
struct Turns {
    Economy& e;
    bool public_money;
    std::vector<Round>& rounds;
    InvestorBudgets& left;

    const std::vector<EquityAsk>& asks() const { return e.work.equity.ranked; }
    double least() const { return e.setup.parameters.equity.least_return; }
    std::uint16_t group(const EquityAsk& a) const { return e.firms.group[a.row]; }
    void of_leaders();
    void of_funds();
    void of_private();
    bool join(const EquityAsk& a, Round& round);
};

void Turns::of_leaders()
{
    auto& w = e.work.equity;
    for (auto& leader : w.leaders) leader.left = leader.budget;
    for (std::size_t k = 0; k < rounds.size(); ++k) {
        const EquityAsk& a = asks()[k];
        if (a.count == 0 || a.signal + e.setup.parameters.equity.strategic_return < least()) continue;
        const double match = public_money ? e.policy.conditions.groups[group(a)].venture_match : 0;
        const Money own = times(1 / (1 + match), a.amount);
        for (auto v = a.ventures; v < a.ventures + a.count; ++v) {
            LeaderBudget& leader = w.leaders[w.ventures[v].leader];
            if (leader.left < own || leader.row == a.row) continue;
            leader.left -= own;
            rounds[k] = {Money(), own, a.amount - own, leader.row, false};
            break;
        }
    }
}

bool Turns::join(const EquityAsk& a, Round& round)
{
    const FundTerms& terms = e.policy.conditions.funds;
    if (a.signal + terms.loss_sharing * a.risk < least()) return false;
    const Money fund = times(1 / (1 + terms.leverage), a.amount), rest = a.amount - fund;
    if (fund > left.funds || rest > left.private_money) return false;
    left.funds -= fund;
    left.private_money -= rest;
    round = {rest, Money(), fund, 0, true};
    return true;
}

void Turns::of_funds()
{
    const auto& c = e.policy.conditions;
    if (!public_money || c.funds.size <= 0) return;
    auto& order = e.work.equity.order;
    order.resize(rounds.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto score = [&](std::uint32_t k) { return asks()[k].signal + (asks()[k].count > 0 ? c.funds.tilt : 0); };
    std::sort(order.begin(), order.end(),
              [&](auto a, auto b) { return score(a) != score(b) ? score(a) > score(b) : a < b; });
    for (auto k : order)
        if (rounds[k].total().fen == 0 && c.groups[group(asks()[k])].fund_reach) join(asks()[k], rounds[k]);
}

void Turns::of_private()
{
    for (std::size_t k = 0; k < rounds.size(); ++k) {
        const EquityAsk& a = asks()[k];
        if (a.signal < least()) break;
        if (rounds[k].total().fen != 0 || a.amount > left.private_money) continue;
        left.private_money -= a.amount;
        rounds[k].from_private = a.amount;
    }
}

} // namespace

void finance_asks(Economy& e, bool public_money, std::vector<Round>& rounds, InvestorBudgets& budgets)
{
    rounds.assign(e.work.equity.ranked.size(), Round{});
    Turns turns{e, public_money, rounds, budgets};
    turns.of_leaders();
    turns.of_funds();
    turns.of_private();
}

void add_budgets(Economy& e)
{
    Money deposits;
    for (const auto& h : e.households) deposits += std::max(Money(), h.deposits);
    const Money month = times(e.setup.parameters.equity.private_budget / 12, deposits);
    e.equity.private_room = std::min(e.equity.private_room + month, Money(6 * month.fen));
    const Money fund = round_fen(100.0 / 12 * e.policy.conditions.funds.size * static_cast<double>(e.previous.firms));
    e.equity.fund_room = std::min(e.equity.fund_room + fund, Money(12 * fund.fen));
}

void find_ventures(Economy& e)
{
    auto& w = e.work.equity;
    const auto& rules = e.setup.parameters;
    const auto& net = e.links.network;
    w.ventures.clear();
    w.leaders.clear();
    for (auto id : e.turnover.leaders) {
        const std::size_t row = id == 0 ? e.firms.rows() : row_of(e, id);
        if (row == e.firms.rows() || e.firms.state[row] != FirmState::active) continue;
        const auto number = static_cast<std::uint32_t>(w.leaders.size());
        const double buffer = 100 * e.firms.prudence[row] * e.firms.unit_cost[row] * e.firms.expected[row] *
                              buffer_months(rules.accounting, e.groups[e.firms.group[row]].size);
        const double spare = static_cast<double>(e.firms.cash[row].fen) - rules.equity.corporate_reserve * buffer;
        const double part = std::min(1.0, rules.equity.corporate_budget * e.policy.conditions.venture_budget);
        w.leaders.push_back({static_cast<std::uint32_t>(row), round_fen(part * std::max(0.0, spare)), Money()});
        for (auto edge : net.outgoing(row))
            if (e.links.stage[edge] != LinkStage::place) w.ventures.push_back({net.target[edge], number});
    }
    std::sort(w.ventures.begin(), w.ventures.end());
    w.ventures.erase(std::unique(w.ventures.begin(), w.ventures.end()), w.ventures.end());
    for (auto& a : w.ranked) {
        const auto first = std::lower_bound(w.ventures.begin(), w.ventures.end(), Venture{a.row, 0});
        auto end = first;
        while (end != w.ventures.end() && end->supplier == a.row) ++end;
        a.ventures = static_cast<std::uint32_t>(first - w.ventures.begin());
        a.count = static_cast<std::uint32_t>(end - first);
    }
}

void count_additional(Economy& e)
{
    const auto& w = e.work.equity;
    auto& m = e.equity.month;
    for (std::size_t k = 0; k < w.rounds.size(); ++k) {
        const Round &with = w.rounds[k], &without = w.without[k];
        m.additional += with.total() - without.total();
        m.crowded_out += without.from_private + without.from_corporate - with.from_private - with.from_corporate;
        if (without.total().fen > 0) m.displaced += with.from_funds;
    }
}

} // namespace rongtong
