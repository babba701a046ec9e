// What two policies of one lever mean that hold at the same time. Each lever has a rule: either it is what two laws together would be,
// or a scenario that asks for it is refused. Costs are those of each law, for the firms in its own target.
// Tests: tests/models/two_laws.cpp, tests/scenarios/scenario.cpp.
#pragma once

#include "models/policies/lever.hpp"

#include <cstdint>
#include <string_view>

namespace rongtong {

enum class TwoLaws : std::uint8_t {
    combine,       // on one target as well
    other_firms,   // only where their targets have no firm in common
    one_at_a_time, // never at the same time
};

struct TwoLawsRule {
    std::string_view lever;
    TwoLaws kind;
    std::string_view rule; // for people
};

// A lever without an entry has one_at_a_time: what was not thought about is not allowed.
const TwoLawsRule& rule_of_two(const Lever& lever);

// Whether the two, of one lever, break its rule in a run of so many months.
bool clash(const Policy& a, const Policy& b, std::int32_t months);

} // namespace rongtong
