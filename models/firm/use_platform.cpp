// A firm and its trade platform in a month: the fee, and once a year whether it joins, stays or leaves (platforms/platforms.hpp).
#include "models/firm/receive.hpp"
#include "models/ledger/till.hpp"
#include "models/platforms/meet.hpp"
#include "sim/parallel.hpp"

#include <algorithm>

namespace rongtong {

// A cost of the month.
void Receipt::pay_platform(std::size_t row, const GroupFacts& f, double units, FirmSums& s)
{
    auto& firms = e.firms;
    const double unit = f.platform_unit * e.policy.conditions.platforms_work;
    const Money fee = round_fen(units * unit * static_cast<double>(firms.revenue[row].fen));
    spend(row, Flow::membership_fees, fee, s);
    firms.spent[row] += fee;
    firms.platform_fee[row] += fee;
    e.work.platform_counts[thread_slot()].fees[firms.platform[row] - 1u] += fee.fen;
    s.platform_fees += fee.fen;
}

// Government pays back a part of what it paid a month ago: what is due is known before.
void Receipt::take_fee_support(std::size_t row, const GroupFacts& f, FirmSums& s)
{
    auto& firms = e.firms;
    const Money paid = firms.platform_fee[row];
    firms.platform_fee[row] = Money();
    if (f.fee_support <= 0 || paid == Money()) return;
    const Money support = round_fen(std::min(1.0, f.fee_support) * static_cast<double>(paid.fen));
    receive(firms, row, s, Flow::subsidies, support);
    firms.spent[row] -= support;
    s.fees_claimed += paid.fen;
}

// Yuan per unit of output.
double Receipt::platform_cost(std::size_t row, const GroupFacts& f) const
{
    const Platform& p = e.platforms.all[e.firms.platform[row] - 1u];
    const double fee = p.fee(side_of(e.groups[e.firms.group[row]].size)) * (1 - std::min(1.0, f.fee_support));
    return f.platform_unit * fee * e.firms.price[row];
}

void Receipt::review_membership(std::size_t row, const GroupFacts& f, FirmSums& s)
{
    auto& firms = e.firms;
    auto& mine = firms.platform[row];
    const Side side = side_of(e.groups[firms.group[row]].size);
    const double part = 1 - std::min(1.0, f.fee_support);
    const std::uint64_t id = firms.id[row];
    if (mine != 0 && leaves_platform(e, draws, id, mine - 1u, f.sector, side, part)) {
        mine = firms.platform_months[row] = 0;
        s.platforms_left += 1;
    }
    if (mine != 0) return;
    mine = best_platform(e, draws, id, f.sector, side, part);
    if (mine == 0) return;
    s.platforms_joined += 1;
    pay_platform(row, f, e.setup.parameters.platforms.integration, s);
}

void Receipt::use_platform(std::size_t row, const GroupFacts& f, FirmSums& s)
{
    auto& firms = e.firms;
    take_fee_support(row, f, s);
    if (luck && (month + static_cast<std::int64_t>(firms.id[row])) % 12 == 0) review_membership(row, f, s);
    if (firms.platform[row] == 0) return;
    const Side side = side_of(e.groups[firms.group[row]].size);
    const std::size_t platform = firms.platform[row] - 1u, sectors = e.groups.sectors();
    PlatformCounts& counts = e.work.platform_counts[thread_slot()];
    std::uint8_t& months = firms.platform_months[row];
    if (months < 255) months += 1;
    pay_platform(row, f, e.platforms.all[platform].fee(side), s);
    counts.members[platform * sides * sectors + seat(sectors, side, f.sector)] += 1;
    counts.units[platform] += round_fen(f.platform_unit * static_cast<double>(firms.revenue[row].fen)).fen;
    s.platform_members += 1;
}

} // namespace rongtong
