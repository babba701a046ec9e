// Tiers in January: reviews of those whose term is over, then who is named (tiers.hpp).
#include "models/tiers/review_tiers.hpp"

#include "models/tiers/naming.hpp"

namespace rongtong {

namespace {

struct Candidate {
    std::uint32_t row;
    Tier up;            // that it may be named for
    bool lower = false; // or, beside specialised, for innovative
};

struct TierYear {
    std::vector<Candidate> list;
    Candidates count;
    PerTier now{};
    double firms = 0;
};

Tier tier_of(const Economy& e, std::size_t row) { return e.groups[e.firms.group[row]].tier; }

void count_move(Economy& e, std::uint16_t group, std::int64_t FirmSums::* what)
{
    e.sums.resize(e.groups.size());
    e.sums[group].*what += 1;
    e.total.*what += 1;
}

void start_term(Economy& e, std::size_t row)
{
    auto& term = e.firms.tier_term[row];
    term = static_cast<std::uint8_t>((term & says_it_reaches) + e.setup.parameters.tiers.term);
}

// Keeps its tier, or falls to the highest below it whose criteria it meets.
void review(Economy& e, const TierCriteria& criteria, std::size_t row)
{
    auto& term = e.firms.tier_term[row];
    if ((term & tier_years) > 0) term = static_cast<std::uint8_t>(term - 1);
    if ((term & tier_years) > 0) return;
    start_term(e, row);
    auto place = place_of_tier(tier_of(e, row));
    if (criteria.meets(row, static_cast<Tier>(place))) return;
    count_move(e, e.firms.group[row], &FirmSums::tiers_lost);
    while (place > 0 && !criteria.meets(row, static_cast<Tier>(place))) --place;
    move_to_tier(e, row, static_cast<Tier>(place));
    if (place == 0) term = static_cast<std::uint8_t>(term & says_it_reaches);
}

void note_candidate(const TierCriteria& criteria, std::uint32_t row, Tier now, TierYear& year)
{
    auto& c = year.count;
    if (now >= Tier::specialised) {
        const Tier up = now == Tier::specialised ? Tier::little_giant : Tier::single_champion;
        if (now == Tier::single_champion || !criteria.meets(row, up)) return;
        year.list.push_back({row, up});
        (up == Tier::little_giant ? c.giants : c.champions) += 1;
        return;
    }
    const bool lower = now == Tier::none && criteria.meets(row, Tier::innovative);
    if (criteria.meets(row, Tier::specialised)) {
        year.list.push_back({row, Tier::specialised, lower});
        (now == Tier::innovative ? c.specialised_from_innovative
         : lower                 ? c.specialised_or_innovative
                                 : c.specialised_only) += 1;
    } else if (lower) {
        year.list.push_back({row, Tier::innovative});
        c.innovative += 1;
    }
}

TierYear look(Economy& e, const TierCriteria& criteria)
{
    TierYear year;
    for (std::uint32_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] != FirmState::active) continue;
        year.firms += 1;
        if (tier_of(e, row) != Tier::none) review(e, criteria, row);
        const Tier now = tier_of(e, row);
        year.now[place_of_tier(now)] += 1;
        if (criteria.could(row)) note_candidate(criteria, row, now, year);
    }
    return year;
}

// Of this year; the mean is kept for those after the settling ones.
PerTier odds_of_year(Economy& e, const TierYear& year)
{
    const auto& rules = e.setup.parameters.tiers;
    auto& tiers = e.tiers;
    tiers.years += 1;
    if (tiers.years > rules.settling) return tiers.odds;
    const PerTier odds = odds_of_naming(places_of_tiers(rules, year.firms), year.now, year.count);
    const double weight = std::max(1 / tiers.years, 1.0 / 3);
    for (std::size_t t = 0; t < odds.size(); ++t) tiers.odds[t] += weight * (odds[t] - tiers.odds[t]);
    return odds;
}

void name(Economy& e, const Draws& draws, const TierYear& year, const PerTier& odds)
{
    for (const Candidate& c : year.list) {
        const Words w = draws.words(e.firms.id[c.row], e.month, Purpose::tier);
        if (to_uniform(w[0]) < odds[place_of_tier(c.up)]) move_to_tier(e, c.row, c.up);
        else if (c.lower && to_uniform(w[1]) < odds[place_of_tier(Tier::innovative)])
            move_to_tier(e, c.row, Tier::innovative);
        else continue;
        start_term(e, c.row);
        count_move(e, e.firms.group[c.row], &FirmSums::tiers_gained);
    }
}

} // namespace

void review_tiers(Economy& e, const Draws& draws)
{
    if (!has_tiers(e)) return;
    const TierCriteria criteria(e, draws);
    const TierYear year = look(e, criteria);
    name(e, draws, year, odds_of_year(e, year));
}

} // namespace rongtong
