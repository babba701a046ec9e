// Lever leader_assessment (链主考核): how small suppliers fare counts when the heads of leading firms are assessed.
//
//   buyers of the target: worth of a micro, small or medium supplier += weight * intensity, log weight of an offer
//                         late payment by habit ends on the part on_time * intensity of their links to such suppliers
// Terms that were agreed stay. Which links are paid on time is fixed, as under a law on terms (capital/payments.hpp); where such a law holds
// as well, the stricter of both. Equations: network/review.hpp, capital/payments.hpp. Paying sooner costs the leader: it borrows more.
// Test: tests/models/policies/levers/leader_assessment.cpp.
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

#include <algorithm>

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    for (std::size_t g = 0; g < c.groups.size(); ++g) {
        if (!c.target.reaches(c.groups[g])) continue;
        GroupConditions& group = conditions.groups[g];
        group.small_bonus += c.parameters[0] * c.intensity;
        group.cap.compliance = std::max(group.cap.compliance, c.parameters[1] * c.intensity);
    }
}

} // namespace

extern const Lever lever_leader_assessment{
    .name = "leader_assessment",
    .title_en = "assessment of leading firms by their small suppliers",
    .title_zh = "链主企业考核纳入中小企业发展",
    .channel = "what a small supplier is worth to buyers of the target, and whether they pay such suppliers on time",
    .moves = "more of the orders of those buyers goes to micro, small and medium firms, which are paid sooner",
    .harm = "the buyers hold less cash or borrow more, and take dearer offers",
    .source = "assessments of state-owned and leading firms in China; form and sizes assumed",
    .parameters = {{"weight", "1", 0, 3, 0.3, "log weight that a small supplier's offer has more", "assumed"},
                   {"on_time", "1", 0, 1, 0.5, "part of links to small suppliers on which late payment by habit ends",
                    "assumed"}},
    .yearly_cost_per_firm = 0,
    .needs = "review/switch",
    .needs_also = {"luck/switch"},
    .act = act,
};

extern const LeverAims aims_leader_assessment{
    "leader_assessment",
    {{"orders_to_small", Watched::Goes::rises, "size", "large"},
     {"days_receivable", Watched::Goes::falls, "size", "small"}},
    {{"payables", Watched::Goes::falls, "size", "large"},
     {"linked_input_price", Watched::Goes::rises, "size", "large"}},
};

} // namespace rongtong
