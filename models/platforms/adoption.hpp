// Whether a firm joins a platform, stays or leaves (equations: platforms.hpp). Functions of numbers alone.
#pragma once

#include "models/agents/groups.hpp"
#include "models/platforms/platform_rules.hpp"

#include <cmath>

namespace rongtong {

// Large firms are one side, all others the other: each looks at how many of the other it can meet.
enum class Side : std::uint8_t { leader, supplier };
inline constexpr std::size_t sides = 2;

inline Side side_of(Size size) { return size == Size::large ? Side::leader : Side::supplier; }
inline Side other(Side side) { return side == Side::leader ? Side::supplier : Side::leader; }

// What a firm expects of a platform where it can meet the part `reach` of the other side, over unit.
inline double gain_on(double worth, double quality, double reach, const PlatformRules& rules)
{
    return reach > 0 ? worth * quality * std::pow(reach, rules.power) : 0;
}

// What membership costs a firm beyond the fee: logistic, the same for all its life. uniform: in (0, 1).
inline double taste_of(double uniform, const PlatformRules& rules)
{
    return rules.taste_spread * std::log(uniform / (1 - uniform));
}

inline bool joins(double gain, double fee, double taste, const PlatformRules& rules)
{
    return gain - fee - rules.integration / rules.integration_months > taste + rules.inertia;
}

// Integration is paid by then.
inline bool leaves(double gain, double fee, double taste, const PlatformRules& rules)
{
    return gain - fee < taste - rules.inertia;
}

// What is left of a bank's error about a member of so many months (capital/scoring.hpp).
inline double error_with_data(int months, const PlatformRules& rules)
{
    return months >= rules.data_months ? 1 - rules.data : 1;
}

} // namespace rongtong
