// Lever joint_research (联合研发补助): public money for R&D that firms do together.
//
//   paid    grants of all laws together, at most .95: grant * intensity of what a firm in a joint project puts into it
//   looked at by firms: a yuan of joint R&D costs 1 - grant, so more of them expect more of it than of their own (joint/propose.cpp)
// Grants of several laws add up. Test: tests/models/policies/levers/joint_research.cpp.
#include "models/indicators/firm_sums.hpp"
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    for (std::size_t g = 0; g < c.groups.size(); ++g)
        if (c.target.reaches(c.groups[g])) conditions.groups[g].joint_grant += c.parameters[0] * c.intensity;
}

double pays(const LeverContext& c, const FirmSums& s, double)
{
    return c.parameters[0] * c.intensity * static_cast<double>(c.counted ? s.joint_cost : s.joint_due) / 100;
}

} // namespace

extern const Lever lever_joint_research{
    .name = "joint_research",
    .title_en = "grants for joint R&D",
    .title_zh = "联合研发补助",
    .channel = "what a yuan of R&D in a joint project costs its firms",
    .moves = "more firms work together on R&D",
    .harm = "public money for joint projects that would have begun anyway; firms' own projects have less R&D left",
    .source = "public research consortia: Branstetter & Sakakibara 2002, American Economic Review 92(1), 143-159 "
              "(form); size assumed",
    .parameters = {{"grant", "1", 0, 0.9, 0.3, "public yuan for each yuan of R&D in a joint project", "assumed"}},
    .yearly_cost_per_firm = 20,
    .needs = "technology/switch",
    .needs_least = 2,
    .needs_also = {"research/chain", "joint/switch", "luck/switch"},
    .act = act,
    .pays = pays,
};

extern const LeverAims aims_joint_research{
    "joint_research",
    {{"joint_firms", Watched::Goes::rises}, {"joint_begun", Watched::Goes::rises}},
    {{"subsidies", Watched::Goes::rises}, {"joint_walked_off", Watched::Goes::rises}},
};

} // namespace rongtong
