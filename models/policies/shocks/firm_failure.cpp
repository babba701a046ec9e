// Shock firm_failure: named firms, or the largest debtors of a target, fail in the month.
//
// The firm defaults whatever its books say: its estate is divided by rank (capital/estate.hpp), its creditors lose the rest, its
// customers look for another supplier. `count` largest by what they owe suppliers and banks; with `firm`, only the firm of that id.
// The form is that of a default by fraud or by a withdrawn licence: a loss to creditors that their own business did not cause, as
// in Jacobson & von Schedvin 2015, doi 10.3982/ECTA12148. Test: tests/models/firm_failure.cpp.
#include "models/policies/lever.hpp"

namespace rongtong {

namespace {

void act(const ShockContext& c, Conditions& conditions)
{
    if (c.months_since > 0) return;
    conditions.failures.push_back(
        {static_cast<std::size_t>(c.parameters[0]), static_cast<std::uint64_t>(c.parameters[1]), c.target});
}

} // namespace

extern const Shock shock_firm_failure{
    .name = "firm_failure",
    .title_en = "failure of firms",
    .title_zh = "企业倒闭",
    .channel = "the firms named default; customers and suppliers lose a partner, creditors lose what the estates can't "
               "pay: of "
               "firms that were sound often nothing, unless credit.liquidation_value is low",
    .source = "Jacobson & von Schedvin 2015, doi 10.3982/ECTA12148 (the loss that travels)",
    .parameters =
        {{"count", "1", 1, 10000, 1,
          "how many firms fail: those of the target that owe most; all of it where there are fewer", "assumed", true},
         {"firm", "1", 0, 1e9, 0,
          "id of the one firm that fails, if it is there and in the target, whatever count says; 0: by what they owe",
          "a choice", true}},
    .takes_schedule = false, // an event has no course
    .act = act,
};

} // namespace rongtong
