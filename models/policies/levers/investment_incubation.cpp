// Lever investment_incubation (链主企业创投): public money beside what chain leaders put into their suppliers.
//
// Acts on: venture_budget, and venture_match and independence_loss of the suppliers that it targets (capital/funds.hpp,
// capital/equity.hpp):
//   public part of a leader's round = match * intensity / (1 + match * intensity)
//   leaders' budget                 * (1 + (budget_factor - 1) * intensity)
//   supplier's target markup        * (1 - independence_loss * intensity * corporate share)
// Test: tests/models/equity_policies.cpp.
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

#include <algorithm>

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    const auto& p = c.parameters;
    conditions.venture_budget *= 1 + (p[1] - 1) * c.intensity;
    for (std::size_t g = 0; g < c.groups.size(); ++g) {
        if (!c.target.reaches(c.groups[g])) continue;
        GroupConditions& group = conditions.groups[g];
        group.venture_match = std::max(group.venture_match, p[0] * c.intensity);
        group.independence_loss = std::max(group.independence_loss, p[2] * c.intensity);
    }
}

} // namespace

extern const Lever lever_investment_incubation{
    .name = "investment_incubation",
    .title_en = "chain leaders invest in suppliers",
    .title_zh = "链主企业投资孵化",
    .channel = "money of chain leaders and public money beside it in equity rounds of suppliers in the target",
    .moves = "equity raised by suppliers of chain leaders rises; they hold more cash",
    .harm = "suppliers that sold shares to a chain leader lose independence: their markup falls",
    .source =
        "firms with more cash invest more in ventures: Dushnitsky & Lenox 2005, doi 10.1002/smj.488; sizes and loss of "
        "independence assumed",
    .parameters = {{"match", "1", 0, 5, 0.5, "public yuan for each yuan that a chain leader puts into a supplier",
                    "assumed"},
                   {"budget_factor", "1", 1, 10, 2, "multiplier on what chain leaders can put into suppliers",
                    "assumed"},
                   {"independence_loss", "1", 0, 1, 0.5,
                    "fall of a supplier's target markup per unit of its shares that firms hold, relative", "assumed"}},
    .yearly_cost_per_firm = 20,
    .needs = "equity/switch",
    .act = act,
};

extern const LeverAims aims_investment_incubation{
    "investment_incubation",
    {{"equity_corporate", Watched::Goes::rises}, {"equity_raised", Watched::Goes::rises}},
    {{"profit_margin", Watched::Goes::falls, "size", "small"}},
};

} // namespace rongtong
