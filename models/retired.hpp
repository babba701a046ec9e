// Parameters that the model no longer has. They stay declared here, so that a scenario of an earlier version is understood: its value
// goes to the successor where that means the same, is passed over where it is the old default, and else is refused with what to do.
// A parameter that is taken out of its group gets a line in retired.cpp; its name is never given again. Test: tests/scenarios/retired.cpp.
#pragma once

#include <string_view>
#include <vector>

namespace rongtong {

struct RetiredParameter {
    std::string_view group, name;
    double low, high, initial;  // as they were declared
    std::string_view successor; // GROUP/NAME; empty: none
    bool same_meaning;          // the successor takes its value
    std::string_view since;     // version that retired it
    std::string_view why;       // one sentence: what takes its place
};

using RetiredParameters = std::vector<RetiredParameter>;

const RetiredParameters& retired_parameters();
const RetiredParameter* find_retired(const RetiredParameters& list, std::string_view group, std::string_view name);

} // namespace rongtong
