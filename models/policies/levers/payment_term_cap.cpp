// Lever payment_term_cap (规制滥用优势地位, the 60-day rule): the law caps the payment term.
//
// Acts on: term_cap_days and term_compliance of the buyers that it targets. Each supply link has a fixed place between 0 and
// 1 (drawn once); the cap is kept on the links whose place is below enforcement * intensity. On those, new invoices fall due
// after at most cap_days, and late payment by habit ends (payments.hpp).
// Source of the rule: Regulations on Ensuring Payments to SMEs (State Council, revised 2025), art. 9: 60 days.
// Test: tests/models/levers.cpp.
#include "models/policies/lever.hpp"

#include <algorithm>

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    const double cap_days = c.parameters[0], enforcement = c.parameters[1];
    for (std::size_t g = 0; g < c.groups.size(); ++g) {
        if (!c.target.reaches(c.groups[g])) continue;
        conditions.term_cap_days[g] = std::min(conditions.term_cap_days[g], cap_days);
        conditions.term_compliance[g] = std::max(conditions.term_compliance[g], enforcement * c.intensity);
    }
}

} // namespace

extern const Lever lever_payment_term_cap{
    .name = "payment_term_cap",
    .title_en = "payment term cap, enforced",
    .title_zh = "账款支付期限上限",
    .channel = "legal due month of invoices and the odds that it is kept",
    .moves = "days receivable and overdue share fall, small suppliers hold more cash, large buyers less",
    .harm = "buyers need more cash; the dropping of small suppliers follows once buyers choose between make and buy",
    .source = "Regulations on Ensuring Payments to SMEs, State Council 2020, revised 2025 (60 days)",
    .parameters = {{"cap_days", "d", 30, 120, 60, "longest legal payment term",
                    "Regulations on Ensuring Payments to SMEs"},
                   {"enforcement", "1", 0, 1, 0.8, "share of supply links on which the cap is kept", "assumed"}},
    .yearly_cost_per_firm = 40,
    .act = act,
};

} // namespace rongtong
