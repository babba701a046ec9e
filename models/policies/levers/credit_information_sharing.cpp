// Lever credit_information_sharing (信用共享机制): banks see firms' records with tax, power, customs and courts.
//
// Acts on: noise_left of the borrowers that it targets (scoring.hpp):
//   noise in what a bank sees of a borrower = noise without sharing * (1 - coverage * intensity)
// Good borrowers that looked bad get credit, bad ones that looked good do not, and the uncertainty that banks charge for falls,
// most for small and young firms, which are known least.
// Test: tests/models/credit_policies.cpp.
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    for (std::size_t g = 0; g < c.groups.size(); ++g)
        if (c.target.reaches(c.groups[g])) conditions.groups[g].noise_left *= 1 - c.parameters[0] * c.intensity;
}

} // namespace

extern const Lever lever_credit_information_sharing{
    .name = "credit_information_sharing",
    .title_en = "sharing of credit information",
    .title_zh = "信用信息共享",
    .channel = "noise in what banks see of a borrower's risk",
    .moves = "approval of good small borrowers rises, that of bad ones falls; spread of small firms' rates falls",
    .harm = "truly risky firms lose the credit that error gave them; some of them default",
    .source = "direction: Pagano & Jappelli 1993, doi 10.1111/j.1540-6261.1993.tb05131.x; size assumed",
    .parameters = {{"coverage", "1", 0, 1, 0.6, "share of the noise that shared records take away", "assumed"}},
    .yearly_cost_per_firm = 30,
    .needs = "credit/switch",
    .act = act,
};

extern const LeverAims aims_credit_information_sharing{
    "credit_information_sharing",
    {{"approval_rate_good", Watched::Goes::rises},
     {"approval_rate_bad", Watched::Goes::falls},
     {"loan_rate", Watched::Goes::falls, "size", "small"}},
    {{"bankruptcies", Watched::Goes::rises}},
};

} // namespace rongtong
