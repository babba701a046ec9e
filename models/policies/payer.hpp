// Who pays for what a policy costs.
//
//   debt              government as it is: the deficit grows, and taxes answer debt slowly (bodies/government.cpp)
//   direct_tax        households of all regions, in the month in which it is spent, by their income
//   government_demand government buys so much less of everything else
//   public_investment it builds so much less
// A placebo is the policy's cost without the policy: the money goes to public administration, and nothing else changes, so that a
// difference from it is what the instrument does, not what the spending does. Test: tests/models/policies/payer.cpp.
#pragma once

#include <array>
#include <string_view>

namespace rongtong {

enum class Payer { debt, direct_tax, government_demand, public_investment };
inline constexpr std::array<std::string_view, 4> payer_names{"debt", "direct_tax", "government_demand",
                                                             "public_investment"};

} // namespace rongtong
