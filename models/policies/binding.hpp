// When policies can act that follow a schedule or a rule, in words: for `rongtong check`. Test: tests/models/rules.cpp.
#pragma once

#include "models/setup.hpp"

#include <string>
#include <vector>

namespace rongtong {

// A sentence for each policy with a rule, and for each schedule that is zero in every month of the run.
std::vector<std::string> notes_on_courses(const Setup& setup);

} // namespace rongtong
