// Prizes for projects of R&D that succeed, posted by policies.
//
//   a project that passes the pilot earns prize_at_pilot, one that reaches the market prize_at_market: yuan, paid the month after, as posted then
//   prize share = (prize_at_pilot / market_odds + prize_at_market) * usual success / 12 / usual R&D of a month, yuan
// The prize share is what a performer can expect of prizes per yuan of R&D, and lowers its user cost. A prize is the same for all, so it means most to small
// performers. What is posted falls where more succeed than a budget allows (policies/policy_month.cpp), so each one who comes along lowers what others can expect:
// the common pool of contests (Wright 1983, American Economic Review 73(4), 691-707: prizes, patents and contracts; form).
// Parameters: levers/challenge_programme.cpp. Test: tests/models/research/prizes.cpp.
#pragma once

#include "models/research/stages.hpp"

#include <cstdint>

namespace rongtong {

struct Prizes {
    double at_pilot = 0, at_market = 0; // yuan
};

// What a firm did last month that may earn a prize.
inline constexpr std::uint8_t passed_pilot = 1, reached_market = 2, all_claims = 3;

inline double prize_of(std::uint8_t claims, const Prizes& p)
{
    return ((claims & passed_pilot) != 0 ? p.at_pilot : 0) + ((claims & reached_market) != 0 ? p.at_market : 0);
}

// usual: R&D that a performer is used to, yuan a month.
inline double prize_share(const Prizes& p, double usual, const ResearchRules& rules)
{
    if (usual <= 0 || p.at_pilot + p.at_market <= 0) return 0;
    return (p.at_pilot / rules.market_odds + p.at_market) * usual_success(rules) / 12 / usual;
}

} // namespace rongtong
