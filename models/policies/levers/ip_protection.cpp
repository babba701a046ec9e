// Lever ip_protection (知识产权保护): rights in what is found can be enforced more, or less.
//
//   enforceable part of rights = that of the start + rise * intensity, 0 to 1
// More of it makes partners in joint R&D safe from hold-up and walking off, and slows how fast others catch up. Equations:
// joint/contract.hpp. Test: tests/models/policies/levers/ip_protection.cpp.
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    for (std::size_t g = 0; g < c.groups.size(); ++g)
        if (c.target.reaches(c.groups[g])) conditions.groups[g].more_ip += c.parameters[0] * c.intensity;
}

} // namespace

extern const Lever lever_ip_protection{
    .name = "ip_protection",
    .title_en = "protection of intellectual property",
    .title_zh = "知识产权保护",
    .channel = "odds that a partner takes a larger share or walks off with what was found; how fast firms catch up",
    .moves = "more firms work together on R&D, and fewer joint projects end as one side walks off",
    .harm =
        "technology spreads more slowly from the firms that are protected: others fall behind them, and the level that "
        "all share grows less for a time",
    .source = "patents and cumulative innovation: Galasso & Schankerman 2015, doi 10.1093/qje/qju029 (sign of the "
              "harm); size "
              "assumed",
    .parameters = {{"rise", "1", -0.5, 0.5, 0.3, "rise of the enforceable part of rights in what is found", "assumed"}},
    .yearly_cost_per_firm = 20,
    .needs = "technology/switch",
    .needs_least = 2,
    .needs_also = {"research/chain", "joint/switch", "luck/switch"},
    .act = act,
};

extern const LeverAims aims_ip_protection{
    "ip_protection",
    {{"joint_firms", Watched::Goes::rises}, {"joint_walked_off", Watched::Goes::falls}},
    {{"technology_level", Watched::Goes::falls}, {"fiscal_cost", Watched::Goes::rises}},
};

} // namespace rongtong
