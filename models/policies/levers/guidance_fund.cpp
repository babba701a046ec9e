// Lever guidance_fund (政府引导基金): public funds invest beside private investors.
//
// Acts on: funds and fund_reach of the groups that it targets (capital/funds.hpp): each firm of the economy brings the funds
// size * intensity yuan a year; a round that a fund joins has `leverage` yuan of private money for each of the fund; the fund
// bears loss_sharing of what the private investors of the round lose, so that they accept riskier firms; suppliers of chain
// leaders come earlier by `tilt`.
// Test: tests/models/equity_policies.cpp.
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    const auto& p = c.parameters;
    conditions.funds.add({p[0] * c.intensity, p[1], p[2], p[3], p[4]});
    for (std::size_t g = 0; g < c.groups.size(); ++g)
        if (c.target.reaches(c.groups[g])) conditions.groups[g].fund_reach = true;
}

} // namespace

extern const Lever lever_guidance_fund{
    .name = "guidance_fund",
    .title_en = "government guidance fund",
    .title_zh = "政府引导基金",
    .channel = "money and loss sharing in equity rounds of firms in the target",
    .moves = "equity raised rises, by less than the funds invest: equity_additional of it is new",
    .harm = "public money displaces private money in firms that would have found it (equity_displaced), sits in firms "
            "that lose "
            "money (fund_zombies) and bears others' losses",
    .source =
        "direction: Brander, Du & Hellmann 2015, doi 10.1093/rof/rfu009; terms: Administrative Measures for Government "
        "Investment Funds, Ministry of Finance, Caiyu 2015 No. 210; sizes assumed",
    .parameters = {{"size", "yuan/year", 0, 1e6, 500,
                    "public money a year for each firm of the economy, at most: it is called when a round is found",
                    "assumed"},
                   {"leverage", "1", 0, 20, 2, "private yuan beside each yuan of the funds", "assumed"},
                   {"tilt", "1/year", 0, 1, 0.05, "return that funds add for suppliers of chain leaders", "assumed"},
                   {"term_months", "month", 12, 240, 84, "months after which the funds sell", "assumed", true},
                   {"loss_sharing", "1", 0, 1, 0.3,
                    "share of a loss of private investors in the same round that the funds bear", "assumed"}},
    .yearly_cost_per_firm = 10,
    .needs = "equity/switch",
    .act = act,
};

extern const LeverAims aims_guidance_fund{
    "guidance_fund",
    {{"equity_raised", Watched::Goes::rises}, {"equity_additional", Watched::Goes::rises}},
    {{"equity_displaced", Watched::Goes::rises},
     {"fund_zombies", Watched::Goes::rises},
     {"fund_loss_shares", Watched::Goes::rises}},
};

} // namespace rongtong
