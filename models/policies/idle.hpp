// Policies and shocks that can do nothing, because the scenario switches off the mechanism that they act through (Lever::needs).
// Not an error: a design may cross a lever with a switch. Test: tests/models/idle.cpp.
#pragma once

#include "models/setup.hpp"

#include <string>
#include <vector>

namespace rongtong {

struct IdlePolicy {
    std::string pointer; // where the scenario asks for it
    std::string_view kind, needs;
};

std::vector<IdlePolicy> idle_policies(const Setup& setup);

// A sentence for each, for a person.
std::vector<std::string> notes_on_idle_policies(const Setup& setup);

} // namespace rongtong
