// Lever contract_templates.
#include "tests/models/policies/levers/joint_levers.hpp"

using namespace rongtong;

TEST_CASE("standard contracts: laws take their share off what the others leave, and more firms work together")
{
    Setup setup = with_policy(researching(1000), policy_of("contract_templates", {0.5}));
    Policy small = policy_of("contract_templates", {0.2});
    small.target.sizes = 1; // micro firms
    Economy e = start_economy(with_policy(setup, small));
    advance(e);
    for (std::size_t g = 0; g < e.groups.size(); ++g)
        CHECK(e.policy.conditions.groups[g].templates == Approx(e.groups[g].size == Size::micro ? 0.6 : 0.5));
    const JointCounts without = joint_counts(researching(10000));
    const JointCounts with = joint_counts(with_policy(researching(10000), policy_of("contract_templates", {1})));
    CHECK(with.begun > 1.1 * without.begun);
    CHECK(with.subsidies == 0);
}
