// Lever challenge_programme (揭榜挂帅): prizes for projects of R&D that succeed, in the sectors, regions and sizes of the target.
//
//   prize_at_pilot  = milestone * prize * intensity,  prize_at_market = (1 - milestone) * prize * intensity     yuan of the start; they rise with the
//                     economy and its prices
// Paid in the month after a project passed the pilot or reached the market, so that what is due is known before it is paid: where the budget cap is less, all
// get as much less. Equations: research/prizes.hpp. Test: tests/models/policies/levers/challenge_programme.cpp.
#include "models/indicators/firm_sums.hpp"
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

namespace rongtong {

namespace {

Prizes prizes_of(const LeverContext& c)
{
    const double prize = c.parameters[0] * c.intensity * c.money;
    return {c.parameters[1] * prize, (1 - c.parameters[1]) * prize};
}

void act(const LeverContext& c, Conditions& conditions)
{
    const Prizes prizes = prizes_of(c);
    for (std::size_t g = 0; g < c.groups.size(); ++g) {
        if (!c.target.reaches(c.groups[g])) continue;
        conditions.groups[g].prizes.at_pilot += prizes.at_pilot;
        conditions.groups[g].prizes.at_market += prizes.at_market;
    }
}

double pays(const LeverContext& c, const FirmSums& s, double)
{
    const Prizes prizes = prizes_of(c);
    const std::int64_t pilots = c.counted ? s.pilot_prizes : s.pilots_passed;
    const std::int64_t markets = c.counted ? s.market_prizes : s.innovations;
    return prizes.at_pilot * static_cast<double>(pilots) + prizes.at_market * static_cast<double>(markets);
}

} // namespace

extern const Lever lever_challenge_programme{
    .name = "challenge_programme",
    .title_en = "prizes for problems that are solved",
    .title_zh = "揭榜挂帅",
    .channel = "a public prize for a project of R&D that passes the pilot and reaches the market",
    .moves = "R&D and innovations of performers in the target rise",
    .harm =
        "more projects crowd the pilot lines and researchers become dear; what is posted is shared by all who succeed",
    .source = "prizes as incentives: Wright 1983, American Economic Review 73(4), 691-707 (form); milestones of 30 and "
              "70 percent: practice "
              "of Chinese programmes (recalled); size assumed",
    .parameters = {{"prize", "yuan", 0, 1e9, 1000000, "prize of a project", "assumed"},
                   {"milestone", "1", 0, 1, 0.3, "part of it that is paid where the pilot is passed", "recalled"}},
    .yearly_cost_per_firm = 20,
    .needs = "technology/switch",
    .needs_least = 2,
    .needs_also = {"research/chain"},
    .act = act,
    .pays = pays,
};

extern const LeverAims aims_challenge_programme{
    "challenge_programme",
    {{"innovations", Watched::Goes::rises}, {"research", Watched::Goes::rises}},
    {{"pilots_with_line", Watched::Goes::falls},
     {"talent_wage", Watched::Goes::rises},
     {"subsidies", Watched::Goes::rises}},
};

} // namespace rongtong
