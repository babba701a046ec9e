// Lever ip_protection.
#include "models/joint/joint.hpp"
#include "tests/models/policies/levers/joint_levers.hpp"

using namespace rongtong;

namespace {

// Mean lead over the front of their sector of firms that do no R&D, where some do, after a year.
double caught_up_by_others(const Setup& setup)
{
    Economy e = start_economy(setup);
    advance(e, 12);
    double sum = 0, firms = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.firms.state[row] == FirmState::active && e.firms.research_usual[row] <= 0 && e.firms.born[row] <= 0)
            if (const std::size_t s = e.groups[e.firms.group[row]].sector; e.frontier.research[s] > 0)
                sum += e.firms.technology[row] - e.frontier.front[s], firms += 1;
    return sum / firms;
}

} // namespace

TEST_CASE(
    "protection rises to full enforcement at most: fewer walk off, more work together, and others catch up more slowly")
{
    const Setup strong = with_policy(researching(10000), policy_of("ip_protection", {0.4}));
    Economy e = start_economy(with_policy(strong, policy_of("ip_protection", {0.3})));
    advance(e);
    CHECK(e.policy.conditions.groups[0].more_ip == Approx(0.7));
    CHECK(terms_between(e, 0, 1).ip == 1);
    const Setup weak = with_policy(researching(10000), policy_of("ip_protection", {-0.4}));
    const JointCounts with = joint_counts(strong), against = joint_counts(weak);
    CHECK(with.begun > against.begun);
    CHECK(with.walked_off < 0.5 * against.walked_off);
    CHECK(caught_up_by_others(strong) < caught_up_by_others(researching(10000)));
    CHECK(caught_up_by_others(weak) > caught_up_by_others(researching(10000)));
}
