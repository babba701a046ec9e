// Levers talent_mobility, and the part of unified_market that is about researchers (models/policies/borders.hpp).
#include "tests/models/policies.hpp"
#include "tests/models/research/researching.hpp"

using namespace rongtong;

TEST_CASE("friction falls between regions of the target alone, each law takes its share off what the others leave")
{
    Policy mobility = policy_of("talent_mobility", {0.5});
    mobility.target.regions = std::bitset<8>(3);
    Economy e = start_economy(
        with_policy(with_policy(researching(1000), mobility), policy_of("unified_market", {0, 0.2})));
    advance(e);
    const auto& ease = e.policy.conditions.talent_ease;
    CHECK(ease[0][1] == Approx(1 - 0.5 * 0.8));
    CHECK(ease[1][0] == Approx(1 - 0.5 * 0.8));
    CHECK(ease[0][2] == Approx(0.2));
    CHECK(ease[1][1] == 0);
    CHECK(e.policy.conditions.goods_fee[0][1] == e.policy.conditions.goods_fee_at_start[0][1]);
}

TEST_CASE("talent_mobility does nothing where researchers have no market of their own")
{
    Setup setup = researching(1000);
    setup.parameters.talent.talent_switch = 0;
    Economy e = start_economy(with_policy(setup, policy_of("talent_mobility", {1})));
    advance(e, 12);
    for (const auto& m : e.labour.of(Labour::talent)) CHECK(m.labour_force == 0);
}
