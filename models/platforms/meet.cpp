#include "models/platforms/meet.hpp"

#include "models/network/supplier_choice.hpp"

#include <algorithm>

namespace rongtong {

bool has_platforms(const Economy& e)
{
    const auto& p = e.setup.parameters;
    return p.platforms.platform_switch > 0 && p.review.review_switch > 0;
}

std::size_t platform_host(const TechnologyTable& technology)
{
    std::size_t s = 0;
    while (s < technology.sectors.size() && !technology.sectors[s].hosts_platforms) ++s;
    return s;
}

double platform_unit(const Economy& e, std::size_t sector)
{
    const auto& rules = e.setup.parameters.platforms;
    const double fee = std::max(rules.fee_supplier, rules.fee_leader);
    const double bought = e.technology.input(platform_host(e.technology), sector) *
                          (1 - e.setup.parameters.network.link_share);
    return fee > 0 ? std::min(rules.unit, 0.5 * bought / fee) : rules.unit;
}

namespace {

// Part of each seat's firms that are members, those of other platforms by interoperability.
double share_met(const Economy& e, std::size_t platform, std::size_t at)
{
    const auto& p = e.platforms;
    const std::size_t seats = p.firms.size();
    double met = 0;
    for (std::size_t k = 0; k < p.all.size(); ++k)
        met += (k == platform ? 1 : e.setup.parameters.platforms.interoperability) * p.members[k * seats + at];
    return p.firms[at] > 0 ? std::min(1.0, met / p.firms[at]) : 0;
}

// Yuan a month that the firms of one sector buy of another's at the start.
double trade_between(const TechnologyTable& t, std::size_t seller, std::size_t buyer)
{
    return t.input(seller, buyer) * t.sectors[buyer].output * (1 - t.sectors[buyer].pool_share);
}

double reach_of(const Economy& e, std::size_t platform, Side side, std::size_t sector)
{
    const std::size_t sectors = e.groups.sectors();
    double met = 0, all = 0;
    for (std::size_t k = 0; k < sectors; ++k) {
        const std::size_t at = seat(sectors, other(side), k);
        if (e.platforms.firms[at] <= 0) continue;
        const double trade = side == Side::leader ? trade_between(e.technology, k, sector)
                                                  : trade_between(e.technology, sector, k);
        met += trade * share_met(e, platform, at), all += trade;
    }
    return all > 0 ? met / all : 0;
}

} // namespace

void set_reach(Economy& e)
{
    const std::size_t sectors = e.groups.sectors(), seats = sides * sectors;
    auto& p = e.platforms;
    p.reach.resize(p.all.size() * seats);
    for (std::size_t k = 0; k < p.all.size(); ++k)
        for (const Side side : {Side::leader, Side::supplier})
            for (std::size_t s = 0; s < sectors; ++s)
                p.reach[k * seats + seat(sectors, side, s)] = reach_of(e, k, side, s);
}

void list_members(Economy& e)
{
    auto& first = e.work.member_first;
    auto& rows = e.work.member_rows;
    const std::size_t sectors = e.groups.sectors();
    const auto& mine = e.firms.platform;
    const auto place = [&](std::size_t row) { return (mine[row] - 1) * sectors + e.groups[e.firms.group[row]].sector; };
    const auto listed = [&](std::size_t row) { return mine[row] != 0 && e.firms.state[row] == FirmState::active; };
    first.assign(e.platforms.all.size() * sectors + 1, 0);
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (listed(row)) first[place(row) + 1] += 1;
    for (std::size_t k = 1; k < first.size(); ++k) first[k] += first[k - 1];
    rows.resize(first.back());
    auto& next = e.work.member_next;
    next.assign(first.begin(), first.end() - 1);
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (listed(row)) rows[next[place(row)]++] = static_cast<std::uint32_t>(row);
}

std::uint32_t any_member(const Economy& e, std::size_t platform, std::size_t sector, double uniform)
{
    const std::size_t at = platform * e.groups.sectors() + sector;
    const auto first = e.work.member_first[at], last = e.work.member_first[at + 1];
    if (first == last) return no_supplier;
    return e.work.member_rows[first + static_cast<std::uint32_t>(uniform * (last - first))];
}

namespace {

// What a platform is to a firm, over unit of its sales.
struct Membership {
    double gain, fee, taste;
};

Membership offer_to(const Economy& e, const Draws& draws, std::uint64_t id, std::size_t platform, std::size_t sector,
                    Side side, double fee_part)
{
    const auto& rules = e.setup.parameters.platforms;
    const Platform& p = e.platforms.all[platform];
    const std::size_t sectors = e.groups.sectors();
    const double reach = e.platforms.reach[platform * sides * sectors + seat(sectors, side, sector)];
    const double uniform = draws.uniform(id, 0, Purpose::platform_taste, static_cast<std::uint32_t>(platform));
    return {gain_on(p.worth, p.quality, reach, rules), fee_part * p.fee(side), taste_of(uniform, rules)};
}

} // namespace

std::uint8_t best_platform(const Economy& e, const Draws& draws, std::uint64_t id, std::size_t sector, Side side,
                           double fee_part)
{
    std::uint8_t best = 0;
    double most = 0;
    for (std::size_t k = 0; k < e.platforms.all.size(); ++k) {
        const auto [gain, fee, taste] = offer_to(e, draws, id, k, sector, side, fee_part);
        if (!joins(gain, fee, taste, e.setup.parameters.platforms)) continue;
        if (best != 0 && gain - fee - taste <= most) continue;
        best = static_cast<std::uint8_t>(k + 1), most = gain - fee - taste;
    }
    return best;
}

bool leaves_platform(const Economy& e, const Draws& draws, std::uint64_t id, std::size_t platform, std::size_t sector,
                     Side side, double fee_part)
{
    const auto [gain, fee, taste] = offer_to(e, draws, id, platform, sector, side, fee_part);
    return leaves(gain, fee, taste, e.setup.parameters.platforms);
}

} // namespace rongtong
