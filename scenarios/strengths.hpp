// Which parameters of a lever or shock decide how strong it is. Where all of them are neutral it reaches whom it is aimed at, and does nothing:
// said as a note, since a design may ask for just that. Test: tests/scenarios/strengths.cpp.
#pragma once

#include "models/policies/lever.hpp"

#include <span>
#include <string>
#include <vector>

namespace rongtong {

struct Strength {
    std::string_view parameter;
    double neutral = 0;
};

// Empty for a lever without an entry, or one that has no such parameter.
std::span<const Strength> strengths_of(const Lever& lever);

// A sentence for each policy and shock whose every strength is neutral.
std::vector<std::string> notes_on_strengths(std::span<const Policy> policies, std::span<const ShockEvent> shocks);

} // namespace rongtong
