// Competition for market demand (O5): what weight buyers want to give a firm in the market of its sector and region.
//
//   pull   = appeal * exp(luck - substitution * (price / mean - 1) + reliability_weight * (reliability - 1)
//                         + taste * (quality / mean quality - 1))
//   share' = (1 - share_speed) * share / sum of shares + share_speed * pull / sum of pulls
//   luck'  = persistence * luck + spread * z,  z with mean 0 and variance 1 (sum of four uniforms, Irwin-Hall)
//   taste  = quality_weight * mean quality: better supply lifts the demand for quality
// Appeal is the share at the start, so that the start is a rest point; pure replicator dynamics at fixed productivity would
// end in monopoly. Source of the form: McFadden 1974 (logit choice). Parameters: demand_rules.hpp, luck_rules.hpp.
// Test: tests/models/competition.cpp.
#pragma once

#include "models/orders/demand_rules.hpp"

#include <cmath>
#include <cstdint>

namespace rongtong {

inline double pull_of(double appeal, double luck, double price_ratio, double reliability, double quality_ratio,
                      double taste, const DemandRules& rules)
{
    return appeal * std::exp(luck - rules.substitution * (price_ratio - 1) +
                             rules.reliability_weight * (reliability - 1) + taste * (quality_ratio - 1));
}

// Mean 0, variance 1, from 64 random bits.
inline double small_shock(std::uint32_t a, std::uint32_t b)
{
    constexpr double scale = 1.7320508075688772 / 65536; // four uniforms: variance 4 / 12
    const auto sum = (a & 0xffffu) + (a >> 16) + (b & 0xffffu) + (b >> 16);
    return (static_cast<double>(sum) + 2.0 - 2 * 65536.0) * scale;
}

} // namespace rongtong
