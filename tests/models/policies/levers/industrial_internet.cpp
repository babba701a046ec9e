// Lever industrial_internet.
#include "tests/models/platforms/platforms.hpp"

using namespace rongtong;

TEST_CASE("who pays half of the fee joins sooner, and a platform that stood low fills", "[platforms]")
{
    const Setup setup = with_platforms(small_setup(6000), 0.75);
    Economy without = after(setup, 24), with = after(with_policy(setup, policy_of("industrial_internet", {0.6})), 24);
    CHECK(member_share(without, Side::supplier) < 0.1);
    CHECK(member_share(with, Side::supplier) > 0.5);
    CHECK(with.total.found_on_platform > without.total.found_on_platform);
    CHECK(with.total.fees_claimed > 0);
}

TEST_CASE("support of one size reaches its firms alone", "[platforms]")
{
    const Setup setup = with_platforms(small_setup(6000));
    Policy policy = policy_of("industrial_internet", {1});
    policy.target.sizes = {};
    policy.target.sizes.set(static_cast<std::size_t>(Size::small));
    Economy e = start_economy(with_policy(setup, policy));
    advance(e, 13);
    for (std::size_t g = 0; g < e.groups.size(); ++g)
        if (e.groups[g].size != Size::small) CHECK(e.sums[g].fees_claimed == 0);
    CHECK(e.total.fees_claimed > 0);
}
