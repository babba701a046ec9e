// What every lever and shock must keep, whatever it does: each walk returns what it finds wrong, in words.
#pragma once

#include "tests/models/policies.hpp"

#include <string>
#include <vector>

namespace rongtong {

using Findings = std::vector<std::string>;

// Conditions alone: it changes some; at zero intensity none; outside its target none; it looks at every part of a target that it
// declares, and at no other.
Findings walk_conditions(const Lever& lever);
Findings walk_conditions(const Shock& shock); // zero: a parameter whose 0 leaves all conditions alone

// Runs: the baseline's bits at zero intensity, before the start, and where the start is beyond the horizon; other ones after the
// start. The budget cap holds.
Findings walk_runs(const Lever& lever);
Findings walk_runs(const Shock& shock);

// The parameter of a shock whose 0 makes it none; parameters.size() if there is no such.
std::size_t zero_of(const Shock& shock);

} // namespace rongtong
