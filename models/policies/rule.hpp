// A policy by rule: it acts while an indicator of the month before is above (or below) a bound.
//
//   begins     in the month after one in which the indicator is beyond the bound
//   goes on    while the indicator of the month before is still beyond `until`, and for least_months in any case
//
// A rule sees the values of the last complete month and nothing of the present one: no agent and no government knows those
// while it acts. In month 1 there is no month before, and no rule holds.
// Form: bounds with hysteresis, as for the automatic stabilisers in Blanchard, Dell'Ariccia & Mauro 2010 (IMF Staff Position
// Note 10/03). Test: tests/models/rules.cpp.
#pragma once

#include "models/indicators/indicator.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rongtong {

struct Setup;

struct Rule {
    const Indicator* indicator = nullptr;
    std::optional<std::size_t> region; // whose indicator; none: the nation's
    bool above = true;                 // acts above the bound; otherwise below it
    double bound = 0, until = 0;       // in the indicator's unit
    std::int32_t least_months = 1;

    // Does it hold in a month, after one with this value? held_for: months that it has held without a break so far.
    bool holds(double seen, std::int32_t held_for) const
    {
        if (held_for > 0 && held_for < least_months) return true;
        const double limit = held_for > 0 ? until : bound;
        return above ? seen > limit : seen < limit;
    }
    friend bool operator==(const Rule&, const Rule&) = default;
};

// Every indicator of a complete month: by indicator, first the nation's value, then those of the regions (0 where an indicator
// is not given by region). A checkpoint holds it, since flows of a month are no state: whoever goes on from it sees the same.
struct SeenMonth {
    std::int32_t month = 0; // 0: none was kept
    std::vector<double> values;
};

// First month of the spell in which a rule holds now, by the policy's label; a rule that does not hold has no entry.
using RuleSpells = std::map<std::string, std::int32_t>;

} // namespace rongtong
