// How stakes change hands (equity.hpp): sale at value, and a new holder where the old one left.
#include "models/capital/equity.hpp"

#include "models/capital/merger.hpp"
#include "models/ledger/till.hpp"

namespace rongtong {

namespace {

const Event* exit_of(const Economy& e, std::uint64_t firm)
{
    for (const auto& block : e.work.exits) {
        const auto at = std::lower_bound(block.begin(), block.end(), firm,
                                         [](const Event& x, std::uint64_t id) { return x.firm < id; });
        if (at != block.end() && at->firm == firm && leaves(at->kind)) return &*at;
    }
    for (const auto& merged : e.work.mergers)
        if (merged.firm == firm) return &merged;
    return nullptr;
}

// The buyer of a merged holder; the owners of a private firm that closed; else the receiver, through the funds' account.
void hand_over(const Economy& e, Stake& s)
{
    const Event* event = exit_of(e, s.investor);
    if (event && event->kind == EventKind::merger) {
        s.investor = event->partner;
        if (s.investor != s.firm) return;
        s.kind = Investor::private_investors; // shares in itself are nobody's
        s.investor = 0;
        s.share = 0;
        return;
    }
    const bool to_owners = event && event->kind == EventKind::closure &&
                           e.groups[event->group].owner == Owner::private_owner;
    s.kind = to_owners ? Investor::private_investors : Investor::fund;
    s.investor = 0;
    s.covered = 0;
    s.ends = e.month;
}

bool is_void(const Stake& s) { return s.share <= 0; }

} // namespace

void hand_over_stakes(Economy& e)
{
    for_each_owned(e, [&](std::size_t row, std::span<Stake> stakes, std::size_t) {
        bool changed = false;
        for (Stake& s : stakes) {
            // a holder may have been bought by one that is bought in the same month
            while (s.kind == Investor::corporate) {
                const std::size_t holder = row_of(e, s.investor);
                if (holder < e.firms.rows() && e.firms.state[holder] == FirmState::active) break;
                hand_over(e, s);
                changed = true;
            }
        }
        if (changed && row < e.firms.rows()) set_shares(e, row);
    });
    std::erase_if(e.equity.stakes, is_void);
}

namespace {

// What households received for stakes less what they paid, with losses that funds bore.
Money equity_net(const Purse& households)
{
    return households[Flow::equity_issue] + households[Flow::equity_sales] + households[Flow::loss_shares];
}

struct Sales {
    Economy& e;
    const Draws& draws;
    Money to_private;

    bool offered(const Stake& s, std::uint32_t n) const;
    bool sell(std::size_t row, const Stake& s, Money value);
    void pay_seller(const Stake& s, Money price);
    void of_firm(std::size_t row, std::span<Stake> stakes);
};

bool Sales::offered(const Stake& s, std::uint32_t n) const
{
    const auto& rules = e.setup.parameters.equity;
    if (s.kind == Investor::fund) return e.month >= s.ends;
    if (e.month - s.month < rules.hold_months) return false;
    return draws.uniform(s.firm, e.month, Purpose::equity_exit, n) < rules.exit_rate / 12;
}

void Sales::pay_seller(const Stake& s, Money price)
{
    auto& m = e.equity.month;
    if (s.kind == Investor::private_investors) {
        m.private_sales += price;
        to_private += price;
    } else if (s.kind == Investor::fund) {
        m.fund_sales += price;
    } else {
        firm_receives(e, row_of(e, s.investor), Flow::equity_sales, price);
    }
}

// False: the region's savers do not take it this month.
bool Sales::sell(std::size_t row, const Stake& s, Money value)
{
    const auto& h = e.households[e.groups[e.firms.group[row]].region];
    Purse& savers = households_of(e, row);
    const Money price = round_fen(s.share * static_cast<double>(value.fen));
    const double depth = e.setup.parameters.equity.market_depth * static_cast<double>(h.deposits.fen);
    if (static_cast<double>((price - std::min(Money(), equity_net(savers))).fen) > depth) return false;
    savers[Flow::equity_sales] -= price;
    e.equity.month.sales += price;
    e.equity.month.exits += 1;
    pay_seller(s, price);
    share_loss(e, s, price);
    record_stake(e, EventKind::stake_sale, row, s, price);
    return true;
}

// Stakes that are sold have share 0 until the table is tidied.
void Sales::of_firm(std::size_t row, std::span<Stake> stakes)
{
    bool any = false;
    Money value;
    std::uint32_t n = 0;
    for (Stake& s : stakes) {
        if (!offered(s, n++)) continue;
        if (!any) value = equity_value(e, row, net_asset_value(e, row));
        any = true;
        if (sell(row, s, value)) s.share = 0;
    }
    if (any) set_shares(e, row);
}

} // namespace

void sell_stakes(Economy& e, const Draws& draws)
{
    Sales sales{e, draws, Money()};
    const Money covered = e.equity.month.loss_shares;
    for_each_owned(e, [&](std::size_t row, std::span<Stake> stakes, std::size_t) { sales.of_firm(row, stakes); });
    std::erase_if(e.equity.stakes, is_void);
    const Money losses = e.equity.month.loss_shares - covered;
    share_among_households(e, Flow::equity_sales, sales.to_private + losses);
    repost_among_households(e, Flow::equity_sales, Flow::loss_shares, losses);
}

void value_stakes(Economy& e)
{
    auto& m = e.equity.month;
    for_each_owned(e, [&](std::size_t row, std::span<Stake> stakes, std::size_t) {
        const bool loses = e.firms.margin[row] < 0;
        Money net_assets;
        bool valued = false;
        for (const Stake& s : stakes) {
            m.held += s.cost;
            if (s.kind == Investor::private_investors) continue;
            if (!valued) net_assets = std::max(Money(), net_asset_value(e, row));
            valued = true;
            const Money value = round_fen(s.share * static_cast<double>(net_assets.fen));
            m.issued_value[static_cast<std::size_t>(e.groups[e.firms.group[row]].size)] += value;
            if (s.kind == Investor::fund) {
                m.fund_held += s.cost, m.fund_value += value;
                if (loses) m.zombies += s.cost;
                continue;
            }
            const Group& holder = e.groups[e.firms.group[row_of(e, s.investor)]];
            m.corporate_value[static_cast<std::size_t>(holder.size)] += value;
            if (holder.owner == Owner::state) m.state_corporate_value += value;
        }
    });
}

} // namespace rongtong
