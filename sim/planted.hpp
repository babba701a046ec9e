// Faults that a build for fuzzing plants back, to see that they are found (tests/fuzz/fuzz.py). Other builds have none.
#pragma once

#include <string_view>

namespace rongtong {

#ifdef RONGTONG_PLANTED_FAULTS
bool planted(std::string_view fault); // named by the variable RONGTONG_FAULT
#else
constexpr bool planted(std::string_view) { return false; }
#endif

} // namespace rongtong
