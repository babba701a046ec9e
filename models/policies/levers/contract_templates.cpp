// Lever contract_templates (合同示范文本): standard contracts for joint R&D.
//
//   templates = 1 - (1 - templates of other laws) * (1 - taken_off * intensity): part of bargaining, and of what it costs, that is not needed any more
// Where it reaches one of the two sides, both use it: shares are nearer to equal, so weaker firms agree more often and stronger ones get less.
// Equations: joint/contract.hpp. Test: tests/models/policies/levers/contract_templates.cpp.
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    for (std::size_t g = 0; g < c.groups.size(); ++g) {
        if (!c.target.reaches(c.groups[g])) continue;
        double& templates = conditions.groups[g].templates;
        templates = 1 - (1 - templates) * (1 - c.parameters[0] * c.intensity);
    }
}

} // namespace

extern const Lever lever_contract_templates{
    .name = "contract_templates",
    .title_en = "standard contracts for joint R&D",
    .title_zh = "联合研发合同示范文本",
    .channel = "what agreeing on joint R&D costs, and how far the stronger side bargains for more than half",
    .moves = "more firms work together on R&D",
    .harm = "more R&D stands open to partners who walk off with it; stronger firms get less of what is found",
    .source = "model contracts for technology, Ministry of Science and Technology (recalled); size assumed",
    .parameters = {{"taken_off", "1", 0, 1, 0.5, "part of bargaining and its costs that standard contracts take off",
                    "assumed"}},
    .yearly_cost_per_firm = 20,
    .needs = "technology/switch",
    .needs_least = 2,
    .needs_also = {"research/chain", "joint/switch", "luck/switch"},
    .act = act,
};

extern const LeverAims aims_contract_templates{
    "contract_templates",
    {{"joint_firms", Watched::Goes::rises}, {"joint_begun", Watched::Goes::rises}},
    {{"joint_walked_off", Watched::Goes::rises}, {"fiscal_cost", Watched::Goes::rises}},
};

} // namespace rongtong
