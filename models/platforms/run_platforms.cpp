// A platform's month (platforms.hpp).
#include "models/platforms/meet.hpp"

#include "models/ledger/ledger.hpp"
#include "models/phases.hpp"
#include "sim/few.hpp"

#include <algorithm>

namespace rongtong {

namespace {

// Adds the threads' counts to the first, and clears the others.
PlatformCounts& gather_counts(Economy& e)
{
    auto& counts = e.work.platform_counts;
    PlatformCounts& all = counts.front();
    for (std::size_t slot = 1; slot < counts.size(); ++slot) {
        PlatformCounts& c = counts[slot];
        for (std::size_t k = 0; k < c.members.size(); ++k) all.members[k] += c.members[k];
        for (std::size_t k = 0; k < most_platforms; ++k) all.fees[k] += c.fees[k], all.units[k] += c.units[k];
        c.clear();
    }
    return all;
}

// What it gives its members, over unit, as far as the month shows it; what they expect where they count in nothing.
double worth_found(const Economy& e, const Platform& p, std::int64_t units)
{
    const double all = static_cast<double>(e.total.link_revenue + e.total.market_revenue); // of last month
    const double margin = all > 0 ? std::max(0.0, static_cast<double>(e.total.profit) / all) : 0;
    if (units <= 0) return p.worth;
    return std::min(5.0, 12 * static_cast<double>(p.found.fen) * margin / static_cast<double>(units));
}

void count_firms(Economy& e, const PlatformCounts& c)
{
    auto& p = e.platforms;
    std::fill(p.firms.begin(), p.firms.end(), 0.0);
    for (std::size_t g = 0; g < e.groups.size(); ++g)
        p.firms[seat(e.groups.sectors(), side_of(e.groups[g].size), e.groups[g].sector)] += static_cast<double>(
            e.sums[g].firms);
    for (std::size_t k = 0; k < c.members.size(); ++k) p.members[k] = static_cast<double>(c.members[k]);
}

// Yuan that a platform spends on the host's product this month.
double spending_of(const Economy& e, const Platform& p)
{
    const double fees = p.fees.yuan();
    return std::max(0.0, std::min(fees * (1 + e.progress.trend), p.cash.yuan() + fees));
}

// Of what arrived: each pays its part.
void pay_host(Economy& e, std::span<const double> spending)
{
    const Product host(platform_host(e.technology));
    double ordered = 0, paid = 0;
    for (const double yuan : spending) ordered += yuan;
    for (UseRegion r : e.groups.each<UseRegion>())
        paid += e.market.uses[r].platforms / e.market.use_price(host, r) * e.market.pay(host, r);
    for (std::size_t k = 0; k < spending.size(); ++k) {
        const Money part = ordered > 0 ? round_fen(100 * paid * spending[k] / ordered) : Money();
        e.platforms.all[k].cash -= part;
        transfer(Flow::platform_inputs, e.ledger.platforms, e.ledger.clearing, part);
    }
}

// What households pay in so that its deposits keep up with its fees, or take out of what it has too much.
Money owners_part(const Economy& e, const Platform& p)
{
    const Money usual = round_fen(e.setup.parameters.platforms.cash_months * static_cast<double>(p.fees.fen));
    if (p.cash < usual) return usual - p.cash;
    const Money most = usual + usual;
    return p.cash > most ? most - p.cash : Money();
}

// Households own platforms, by their income.
void settle_with_owners(Economy& e, Platform& p)
{
    const Money all = owners_part(e, p);
    if (all == Money()) return;
    Few<std::int64_t, max_regions> weight;
    Few<Money, max_regions> part(e.households.size());
    for (const auto& h : e.households) weight.push_back(std::llrint(1e12 * h.income_share));
    split_largest_remainder(all, weight, part);
    p.cash += all;
    const Flow flow = all > Money() ? Flow::owner_money : Flow::dividends;
    for (std::size_t r = 0; r < part.size(); ++r) transfer(flow, e.ledger.households[r], e.ledger.platforms, part[r]);
}

} // namespace

double platform_orders(const Economy& e)
{
    double yuan = 0;
    for (const auto& p : e.platforms.all) yuan += spending_of(e, p);
    return yuan;
}

void run_platforms(Economy& e)
{
    if (!e.platforms.any()) return;
    const auto& rules = e.setup.parameters.platforms;
    Few<double, most_platforms> spending;
    for (const auto& p : e.platforms.all) spending.push_back(spending_of(e, p));
    pay_host(e, spending);
    PlatformCounts& c = gather_counts(e);
    for (std::size_t k = 0; k < e.platforms.all.size(); ++k) {
        Platform& p = e.platforms.all[k];
        p.fees = Money(c.fees[k]);
        p.cash += p.fees;
        if (e.setup.parameters.luck.luck_switch > 0)
            p.worth += rules.learning / 12 * (worth_found(e, p, c.units[k]) - p.worth);
        settle_with_owners(e, p);
    }
    count_firms(e, c);
    c.clear();
    set_reach(e);
}

} // namespace rongtong
