// Lever digital_tools (低成本数字化工具推广): agencies bring cheap tools to firms, and government pays a part of what a step costs.
//
//   served = part of the target's firms for which agencies have room in a year; who: by lot in a firm's own month
//   part * intensity  taken off the cost of a step of those, tools and the time of people; of the tools that such a firm buys, government pays the part back
//            in the month after: what is due is known before, and a budget cap holds
// Who would have taken the step at its full cost is counted by a second look at the same luck. Equations: digital/maturity.hpp. Test:
// tests/models/policies/levers/digital_tools.cpp.
#include "models/indicators/firm_sums.hpp"
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

namespace rongtong {

namespace {

void serve(const LeverContext& c, Conditions& conditions, double part)
{
    for (std::size_t g = 0; g < c.groups.size(); ++g)
        if (c.target.reaches(c.groups[g]))
            conditions.groups[g].tools = {c.intensity > 0 ? c.parameters[0] : 0, part * c.intensity};
}

void act(const LeverContext& c, Conditions& conditions) { serve(c, conditions, c.parameters[1]); }

// Whom agencies would have served, so that it is known what they would have been paid.
void watch(const LeverContext& c, Conditions& conditions) { serve(c, conditions, 0); }

double pays(const LeverContext& c, const FirmSums& s, double)
{
    return c.parameters[1] * c.intensity * static_cast<double>(c.counted ? s.digital_claimed : s.digital_claims) / 100;
}

} // namespace

extern const Lever lever_digital_tools{
    .name = "digital_tools",
    .title_en = "cheap digital tools for firms",
    .title_zh = "低成本数字化工具推广",
    .channel = "what a step in digital tools costs a firm that an agency serves",
    .moves = "more firms take steps, and the gap to large firms narrows where the target is the others",
    .harm = "government pays for firms that would have taken the step anyway",
    .source = "pilot cities for the digital transformation of SMEs: Ministry of Finance and MIIT, 2023 (recalled); "
              "sizes assumed",
    .parameters = {{"served", "1/year", 0, 1, 0.3, "part of the target's firms that agencies can serve in a year",
                    "assumed"},
                   {"part", "1", 0, 0.9, 0.4, "part of what a step costs that is taken off a firm that is served",
                    "assumed"}},
    .yearly_cost_per_firm = 40,
    .needs = "technology/switch",
    .needs_least = 2,
    .needs_also = {"digital/switch", "luck/switch"},
    .act = act,
    .pays = pays,
    .watch = watch,
};

extern const LeverAims aims_digital_tools{
    "digital_tools",
    {{"digital_level", Watched::Goes::rises}, {"digital_adopters", Watched::Goes::rises}},
    {{"digital_anyway", Watched::Goes::rises}, {"fiscal_cost", Watched::Goes::rises}},
};

} // namespace rongtong
