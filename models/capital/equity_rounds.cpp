// The rounds of a month (equity.hpp, funds.hpp): asks are ranked, financed, and shares change hands. Serial: few firms ask.
#include "models/capital/equity.hpp"
#include "models/capital/funds.hpp"
#include "models/ledger/till.hpp"
#include "models/phases.hpp"

#include <tuple>

namespace rongtong {

namespace {

void rank_asks(Economy& e)
{
    auto& w = e.work.equity;
    w.ranked.clear();
    for (auto& block : w.asks) {
        for (const EquityAsk& a : block)
            if (e.firms.state[a.row] == FirmState::active) w.ranked.push_back(a); // not bought since
        block.clear();
    }
    std::sort(w.ranked.begin(), w.ranked.end(), [](const EquityAsk& a, const EquityAsk& b) {
        return a.signal != b.signal ? a.signal > b.signal : a.row < b.row;
    });
}

void issue(Economy& e, const EquityAsk& a, Investor kind, std::uint64_t investor, Money paid, bool joined)
{
    if (paid.fen == 0) return;
    const FundTerms& terms = e.policy.conditions.funds;
    Stake s{};
    s.firm = e.firms.id[a.row];
    s.investor = investor;
    s.kind = kind;
    s.cost = paid;
    s.share = share_sold(a.amount, a.value) * static_cast<double>(paid.fen) / static_cast<double>(a.amount.fen);
    s.month = e.month;
    if (kind == Investor::fund)
        s.ends = e.month +
                 static_cast<std::int32_t>(joined ? terms.term_months : e.setup.parameters.equity.hold_months);
    if (kind == Investor::private_investors && joined) s.covered = static_cast<float>(terms.loss_sharing);
    e.equity.stakes.push_back(s);
    record_stake(e, EventKind::investment, a.row, s, paid);
}

void close_round(Economy& e, const EquityAsk& a, const Round& round)
{
    for (Stake& s : stakes_in(e, e.firms.id[a.row])) s.share *= 1 - share_sold(a.amount, a.value);
    firm_receives(e, a.row, Flow::equity_issue, a.amount);
    sums_of(e, a.row).equity_raised += a.amount.fen;
    sums_of(e, a.row).equity_rounds += 1;
    if (round.from_corporate.fen > 0) firm_receives(e, round.leader, Flow::equity_issue, -round.from_corporate);
    auto& m = e.equity.month;
    m.raised += a.amount;
    m.from_private += round.from_private;
    m.from_corporate += round.from_corporate;
    m.from_funds += round.from_funds;
    if (round.joined) m.co_invested += round.from_private;
    m.fund_rounds += round.from_funds.fen > 0;
}

bool before(const Stake& a, const Stake& b)
{
    return std::tie(a.firm, a.month, a.kind, a.investor, a.ends, a.share) <
           std::tie(b.firm, b.month, b.kind, b.investor, b.ends, b.share);
}

// Dilution first, while the table is in order; new stakes go to its end, then it is put in order.
void close_rounds(Economy& e)
{
    const auto& w = e.work.equity;
    for (std::size_t k = 0; k < w.rounds.size(); ++k)
        if (w.rounds[k].total().fen > 0) close_round(e, w.ranked[k], w.rounds[k]);
    for (std::size_t k = 0; k < w.rounds.size(); ++k) {
        const Round& r = w.rounds[k];
        const EquityAsk& a = w.ranked[k];
        issue(e, a, Investor::private_investors, 0, r.from_private, r.joined);
        if (r.from_corporate.fen > 0) issue(e, a, Investor::corporate, e.firms.id[r.leader], r.from_corporate, false);
        issue(e, a, Investor::fund, 0, r.from_funds, r.joined);
    }
    std::sort(e.equity.stakes.begin(), e.equity.stakes.end(), before);
    for (std::size_t k = 0; k < w.rounds.size(); ++k)
        if (w.rounds[k].total().fen > 0) set_shares(e, w.ranked[k].row);
    share_among_households(e, Flow::equity_issue, -e.equity.month.from_private);
}

// Whether public money can reach any ask.
bool public_money(const Economy& e)
{
    const auto& c = e.policy.conditions;
    return c.funds.size > 0 ||
           std::any_of(c.groups.begin(), c.groups.end(), [](const auto& g) { return g.venture_match > 0; });
}

} // namespace

void trade_equity(Economy& e, const Draws& draws)
{
    const auto& p = e.setup.parameters;
    if (p.luck.luck_switch <= 0 || p.equity.equity_switch <= 0) return;
    hand_over_stakes(e);
    sell_stakes(e, draws);
    rank_asks(e);
    add_budgets(e);
    find_ventures(e);
    auto& w = e.work.equity;
    InvestorBudgets left{e.equity.private_room, e.equity.fund_room}, unused = left;
    const bool with_public = public_money(e);
    if (with_public) finance_asks(e, false, w.without, unused);
    finance_asks(e, with_public, w.rounds, left);
    if (with_public) count_additional(e);
    e.equity.private_room = left.private_money;
    e.equity.fund_room = left.funds;
    close_rounds(e);
    value_stakes(e);
}

} // namespace rongtong
