// Lever payment_term_cap (规制滥用优势地位, the 60-day rule): the law caps the payment term.
//
// Acts on: the term cap of the buyers that it targets (days, compliance, penalty, sme_only). Each supply link has a
// fixed place between 0 and 1 (drawn once); the cap is kept on the links whose place is below enforcement * intensity and, where
// sme_only is 1, whose supplier was micro, small or medium when the link was made. On those, new invoices fall due after at
// most cap_days, late payment by habit ends (payments.hpp), and what is paid late all the same bears penalty_rate
// (arrears.hpp). Where two such policies reach a buyer, the stricter one of each holds.
// Source of the rule: Regulations on Ensuring Payments to SMEs (State Council decree 728 of 2020, revised by decree 802 of 2025):
// 60 days; where nothing is agreed, 0.05 percent a day on what is late; the size of a firm counts as at the contract.
// Tests: tests/models/levers.cpp, arrears.cpp, make_or_buy.cpp.
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

#include <algorithm>

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    const double cap_days = c.parameters[0], enforcement = c.parameters[1], penalty = c.parameters[2];
    const bool everybody = c.parameters[3] < 1;
    for (std::size_t g = 0; g < c.groups.size(); ++g) {
        if (!c.target.reaches(c.groups[g])) continue;
        TermCap& cap = conditions.groups[g].cap;
        cap.days = std::min(cap.days, cap_days);
        cap.compliance = std::max(cap.compliance, enforcement * c.intensity);
        cap.penalty = std::max(cap.penalty, penalty);
        if (everybody) cap.sme_only = false;
    }
}

} // namespace

extern const Lever lever_payment_term_cap{
    .name = "payment_term_cap",
    .title_en = "payment term cap, enforced",
    .title_zh = "账款支付期限上限",
    .channel = "legal due month of invoices, the odds that it is kept, and interest on what is late",
    .moves = "days receivable and overdue share fall; small suppliers hold more cash and owe banks less, large buyers "
             "hold less and owe more",
    .harm =
        "buyers need more money: they borrow, and some fail, suppliers with them; they make more themselves and drop "
        "small suppliers for large ones",
    .source = "Regulations on Ensuring Payments to SMEs, State Council 2020, revised 2025 (60 days)",
    .parameters =
        {{"cap_days", "d", 30, 120, 60, "longest legal payment term", "Regulations on Ensuring Payments to SMEs"},
         {"enforcement", "1", 0, 1, 0.8, "share of supply links on which the cap is kept", "assumed"},
         {"penalty_rate", "1/year", 0, 1, 0.1825, "interest on what is paid late on these links",
          "0.05 percent a day where nothing is agreed, Regulations on Ensuring Payments to SMEs, decree 728 of 2020"},
         {"sme_only", "1", 0, 1, 1,
          "1: only suppliers that were micro, small or medium when the link was made are protected; 0: all",
          "Regulations on Ensuring Payments to SMEs", true}},
    .yearly_cost_per_firm = 40,
    .act = act,
};

extern const LeverAims aims_payment_term_cap{
    "payment_term_cap",
    {{"days_receivable", Watched::Goes::falls, "size", "micro"},
     {"days_receivable", Watched::Goes::falls, "size", "small"},
     {"days_receivable", Watched::Goes::falls, "size", "medium"},
     {"overdue_share", Watched::Goes::falls}},
    {{"days_receivable", Watched::Goes::rises, "size", "large"},
     {"bankruptcies", Watched::Goes::rises},
     {"links_dropped", Watched::Goes::rises},
     {"sme_revenue_share", Watched::Goes::falls}},
};

} // namespace rongtong
