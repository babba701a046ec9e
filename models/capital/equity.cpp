// Stakes and what they earn (equity.hpp).
#include "models/capital/equity.hpp"

#include "models/ledger/till.hpp"
#include "models/phases.hpp"

#include <cmath>

namespace rongtong {

std::size_t row_of(const Economy& e, std::uint64_t id)
{
    const auto at = std::lower_bound(e.firms.id.begin(), e.firms.id.end(), id);
    return at != e.firms.id.end() && *at == id ? static_cast<std::size_t>(at - e.firms.id.begin()) : e.firms.rows();
}

std::span<Stake> stakes_in(Economy& e, std::uint64_t firm)
{
    auto& all = e.equity.stakes;
    const auto first = std::lower_bound(all.begin(), all.end(), firm,
                                        [](const Stake& s, std::uint64_t id) { return s.firm < id; });
    auto end = first;
    while (end != all.end() && end->firm == firm) ++end;
    return {first, end};
}

void set_shares(Economy& e, std::size_t row)
{
    double all = 0, corporate = 0;
    for (const Stake& s : stakes_in(e, e.firms.id[row])) {
        all += s.share;
        if (s.kind == Investor::corporate) corporate += s.share;
    }
    e.firms.investor_share[row] = static_cast<float>(all);
    e.firms.corporate_share[row] = static_cast<float>(corporate);
}

namespace {

// An amount by the regions' shares of income at the start.
const std::vector<Money>& parts_by_income(Economy& e, Money amount)
{
    auto& weights = e.work.equity.weights;
    auto& parts = e.work.equity.parts;
    weights.clear();
    for (const auto& h : e.households) weights.push_back(std::llrint(1e9 * h.income_share));
    parts.resize(weights.size());
    split_largest_remainder(amount, weights, parts);
    return parts;
}

} // namespace

void share_among_households(Economy& e, Flow flow, Money amount)
{
    if (amount.fen == 0) return;
    const auto& parts = parts_by_income(e, amount);
    for (std::size_t r = 0; r < parts.size(); ++r) e.ledger.households[r][flow] += parts[r];
}

void repost_among_households(Economy& e, Flow from, Flow to, Money amount)
{
    if (amount.fen == 0) return;
    const auto& parts = parts_by_income(e, amount);
    for (std::size_t r = 0; r < parts.size(); ++r) {
        Purse& households = e.ledger.households[r];
        households[from] -= parts[r], households[to] += parts[r];
    }
}

void pay_private_investors(Economy& e)
{
    share_among_households(e, Flow::dividends, e.equity.month.private_dividends);
    share_among_households(e, Flow::exit_payout, e.equity.month.private_payouts);
    share_among_households(e, Flow::loss_shares, e.equity.month.loss_shares);
}

void record_stake(Economy& e, EventKind kind, std::size_t row, const Stake& stake, Money paid)
{
    Event event{kind, stake.firm, e.firms.group[row], 0, Money(), Money(), stake.investor};
    if (kind != EventKind::investment) event.lost = std::max(Money(), stake.cost - paid);
    event.investor = static_cast<std::uint8_t>(static_cast<std::uint32_t>(stake.kind) + 1);
    event.paid = paid;
    event.share = stake.share;
    e.records.stakes.push_back(event);
}

void share_loss(Economy& e, const Stake& stake, Money got)
{
    if (stake.covered <= 0 || got >= stake.cost) return;
    e.equity.month.loss_shares += round_fen(static_cast<double>(stake.covered) *
                                            static_cast<double>((stake.cost - got).fen));
}

namespace {

Flow flow_of(PayoutKind kind) { return kind == PayoutKind::dividend ? Flow::dividends : Flow::exit_payout; }

// An investor's part of what a firm paid.
void pay_part(Economy& e, const Stake& stake, PayoutKind kind, Money part)
{
    auto& m = e.equity.month;
    const bool dividend = kind == PayoutKind::dividend;
    if (stake.kind == Investor::private_investors) {
        (dividend ? m.private_dividends : m.private_payouts) += part;
    } else if (stake.kind == Investor::fund) {
        (dividend ? m.fund_dividends : m.fund_payouts) += part;
    } else {
        firm_receives(e, row_of(e, stake.investor), flow_of(kind), part);
    }
}

void split_payout(Economy& e, const OwnersPay& pay)
{
    const auto stakes = stakes_in(e, e.firms.id[pay.row]);
    auto& w = e.work.equity;
    w.weights.clear();
    double held = 0;
    for (const Stake& s : stakes) {
        w.weights.push_back(std::llrint(1e12 * s.share));
        held += s.share;
    }
    w.weights.push_back(std::llrint(1e12 * (1 - held))); // founders
    w.parts.resize(w.weights.size());
    split_largest_remainder(pay.amount, w.weights, w.parts);
    const auto first = static_cast<std::size_t>(stakes.data() - e.equity.stakes.data());
    // All of it was posted to the firm's owner.
    owner_of(e, e.groups[e.firms.group[pay.row]])[flow_of(pay.kind)] -= pay.amount - w.parts.back();
    for (std::size_t k = 0; k < stakes.size(); ++k) {
        pay_part(e, stakes[k], pay.kind, w.parts[k]);
        if (pay.kind == PayoutKind::last_payout) w.returned[first + k] += w.parts[k];
    }
}

// Stakes in firms that left this month end.
void end_stakes(Economy& e)
{
    auto& m = e.equity.month;
    auto& stakes = e.equity.stakes;
    std::size_t kept = 0;
    for (std::size_t k = 0; k < stakes.size(); ++k) {
        const Stake s = stakes[k];
        const std::size_t row = row_of(e, s.firm);
        if (row < e.firms.rows() && e.firms.state[row] == FirmState::active) {
            stakes[kept++] = s;
            continue;
        }
        const Money got = e.work.equity.returned[k];
        m.written_off += std::max(Money(), s.cost - got);
        share_loss(e, s, got);
        if (row >= e.firms.rows()) continue;
        e.firms.investor_share[row] = e.firms.corporate_share[row] = 0;
        record_stake(e, EventKind::stake_end, row, s, got);
    }
    stakes.resize(kept);
}

} // namespace

void pay_investors(Economy& e)
{
    e.equity.month = EquityMonth{};
    e.records.stakes.clear();
    if (e.equity.stakes.empty()) return;
    hand_over_stakes(e);
    auto& w = e.work.equity;
    w.returned.assign(e.equity.stakes.size(), Money());
    for (auto& block : w.payouts) {
        for (const OwnersPay& pay : block) split_payout(e, pay);
        block.clear();
    }
    end_stakes(e);
}

} // namespace rongtong
