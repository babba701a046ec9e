// Lever unfair_terms_control (规制不合理交易条件): what a firm's largest customer can press out of its markup is bounded.
//
//   given back = complaints * intensity * max(0, buyer power * share of the largest customer in orders - most), of the markup
// Where the target is those who sell. Buyer power stands in the markups of the start, so that firms with one large customer gain when
// the rule begins. Equation: orders/pricing.hpp. Prices rise with it, and who buys pays them: that is the harm.
// Source of the rule: Anti-Unfair Competition Law of China, revised 2025, article 15 (abuse of a superior position towards small firms);
// form and sizes assumed. Test: tests/models/policies/levers/unfair_terms_control.cpp.
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

#include <algorithm>

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    for (std::size_t g = 0; g < c.groups.size(); ++g) {
        if (!c.target.reaches(c.groups[g])) continue;
        FairTerms& terms = conditions.groups[g].fair;
        terms.most = std::min(terms.most, c.parameters[0]);
        terms.complaints = std::max(terms.complaints, c.parameters[1] * c.intensity);
    }
}

} // namespace

extern const Lever lever_unfair_terms_control{
    .name = "unfair_terms_control",
    .title_en = "control of unfair terms",
    .title_zh = "规制不合理交易条件",
    .channel = "part of a seller's markup that its largest customer can press out of it",
    .moves = "markups of firms with one large customer rise, and with them what smaller firms earn",
    .harm = "prices rise for those who buy from them, consumers too",
    .source = "Anti-Unfair Competition Law of China, revised 2025, article 15; form and sizes assumed",
    .parameters = {{"most", "1", 0, 1, 0.01, "relative cut of the markup that a largest customer is allowed",
                    "assumed"},
                   {"complaints", "1", 0, 1, 0.5, "part of what goes beyond it that complaints bring back", "assumed"}},
    .yearly_cost_per_firm = 30,
    .act = act,
};

extern const LeverAims aims_unfair_terms_control{
    "unfair_terms_control",
    {{"profit_margin", Watched::Goes::rises, "size", "small"}},
    {{"linked_input_price", Watched::Goes::rises}, {"consumer_price", Watched::Goes::rises}},
};

} // namespace rongtong
