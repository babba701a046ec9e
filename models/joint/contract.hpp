// The terms of joint work, and what each side can expect of it. 1 is what the same R&D would bring a firm alone.
//
//   power     sales of one side over those of both; the stronger has more than half
//   cost      part of the work that coordination takes, 0 to 0.6:
//             cost * (1 - templates) + cost_distance * ln(1 + km / 100) + cost_size * |ln(workers of one / of the other)| + standards - cost_trust [worked together]
//   share     of the leader in what comes out: 1/2 + bargaining * (1 - templates) * (power - 1/2)
//   hold-up   hold_up * (1 - ip) * power of the stronger: odds that it takes half of the other's share once the pilot is passed
//   walk-off  walk_off * (1 - ip): odds a month that one side goes on alone; which one: by power
//   months    work of a whole project / (2 * part * (1 - cost))
//   W         1 - (1 - walk-off) ^ months
//   value     2 * share * novelty * (1 - cost) * (hold-up: 1 - h / 2 for the weaker, 1 + h / 2 * its share / own for the stronger)
//             * (1 - W / 2 * power of the other + W / 2 * own power)
// Both sides put the same part of their usual R&D in, and both use what is found: shares are parts of a gain, in log points, of each side's own output
// per worker. Hold-up: Klein, Crawford & Alchian 1978, doi 10.1086/466922; costs of agreeing rise with distance and difference (forms are assumed).
// Parameters: joint_rules.hpp. Test: tests/models/joint/contract.cpp.
#pragma once

#include "models/joint/joint_rules.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

inline constexpr double most_joint_cost = 0.6;

// What the law and policies make of a contract.
struct ContractTerms {
    double templates = 0; // part of bargaining and its costs that standard contracts take off, 0 to 1
    double ip = 0.5;      // enforceable part of rights, 0 to 1
};

// Of the two sides of a contract, the leader first.
struct Pair {
    double sales_leader = 1, sales_partner = 1; // a month
    double workers_leader = 1, workers_partner = 1;
    double km = 0;
    bool know_each_other = false;
    double standards = 0; // part of the work that different standards take (digital/standards.hpp)
};

struct Contract {
    double cost = 0, leader_share = 0.5;
};

inline double power_of_leader(const Pair& p)
{
    const double both = p.sales_leader + p.sales_partner;
    return both > 0 ? p.sales_leader / both : 0.5;
}

inline Contract agree(const Pair& p, const ContractTerms& terms, const JointRules& r)
{
    const double size = std::fabs(std::log(std::max(1.0, p.workers_leader) / std::max(1.0, p.workers_partner)));
    const double cost = r.cost * (1 - terms.templates) + r.cost_distance * std::log1p(p.km / 100) + r.cost_size * size +
                        p.standards - (p.know_each_other ? r.cost_trust : 0);
    const double share = 0.5 + r.bargaining * (1 - terms.templates) * (power_of_leader(p) - 0.5);
    return {std::clamp(cost, 0.0, most_joint_cost), share};
}

inline double hold_up_odds(double leader_power, double ip, const JointRules& r)
{
    return std::clamp(r.hold_up * (1 - ip) * std::max(leader_power, 1 - leader_power), 0.0, 1.0);
}

inline double walk_off_odds(double ip, const JointRules& r) // a month
{
    return std::clamp(r.walk_off * (1 - ip), 0.0, 1.0);
}

// Expected loss and gain of one side by hold-up and by walking off. whole: months of usual R&D that a project takes.
inline double good_faith(double power, double share, double other_share, double hold_up, double walk_off, double months)
{
    const double taken = power < 0.5 ? 1 - hold_up / 2 : 1 + hold_up / 2 * other_share / share;
    const double ends = 1 - std::pow(1 - walk_off, months);
    return taken * (1 - ends / 2 * (1 - power) + ends / 2 * power);
}

// What joint R&D is expected to bring a side, over the same R&D alone. novelty: of this side; whole: months of usual R&D that a
// project takes.
inline double joint_value(bool leader, const Pair& p, const Contract& c, double novelty, double ip, double whole,
                          const JointRules& r)
{
    const double power_l = power_of_leader(p), power = leader ? power_l : 1 - power_l;
    const double share = leader ? c.leader_share : 1 - c.leader_share;
    const double months = whole / (2 * r.part * (1 - c.cost));
    return 2 * share * novelty * (1 - c.cost) *
           good_faith(power, share, 1 - share, hold_up_odds(power_l, ip, r), walk_off_odds(ip, r), months);
}

// Of all grants for joint R&D together: never all that it costs.
inline double granted(double grants) { return std::min(0.95, grants); }

// On what catches up: protected knowledge spreads more slowly.
inline double diffusion_factor(double ip, const JointRules& r)
{
    return (1 - r.ip_diffusion * ip) / (1 - r.ip_diffusion * r.ip);
}

} // namespace rongtong
