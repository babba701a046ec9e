// Lever digital_tools.
#include "tests/models/digital/digital.hpp"

using namespace rongtong;

namespace {

struct Steps {
    double all = 0, helped = 0, anyway = 0;
};

Steps steps(const Setup& setup, int months)
{
    Economy e = start_economy(setup);
    Steps n;
    for (int month = 0; month < months; ++month) {
        advance(e);
        n.all += static_cast<double>(e.total.digital_adopted), n.helped += static_cast<double>(e.total.digital_helped);
        n.anyway += static_cast<double>(e.total.digital_anyway);
    }
    return n;
}

} // namespace

TEST_CASE("cheap tools: more firms take steps, and some who are helped would have done so anyway", "[digital]")
{
    const Setup setup = with_tools(small_setup(3000));
    const Steps without = steps(setup, 24), with = steps(with_policy(setup, policy_of("digital_tools", {1, 0.6})), 24);
    CHECK(without.helped == 0);
    CHECK(with.all > 1.5 * without.all);
    CHECK(with.helped == with.all); // agencies have room for all
    CHECK(with.anyway > 0.15 * with.helped);
    CHECK(with.anyway < 0.7 * with.helped);
    // Half as many are served.
    const Steps half = steps(with_policy(setup, policy_of("digital_tools", {0.5, 0.6})), 24);
    CHECK(half.helped == Approx(0.5 * with.helped).epsilon(0.15));
    CHECK(half.all < with.all);
    // Help without money: nobody would not have.
    const Steps free = steps(with_policy(setup, policy_of("digital_tools", {1, 0})), 24);
    CHECK(free.anyway == free.helped);
    CHECK(free.all == without.all);
}

TEST_CASE("what is paid for tools is the part of those of the month before, to the fen", "[digital]")
{
    Policy policy = policy_of("digital_tools", {1, 0.5}, 3);
    policy.target.sizes = 7; // all but large firms
    Economy e = start_economy(with_policy(with_tools(small_setup(3000)), policy));
    std::int64_t claims = 0;
    for (int month = 1; month <= 15; ++month) {
        advance(e);
        const Money paid(e.total.flow(Flow::subsidies));
        CHECK(e.policy.levers[0].transfers == paid);
        CHECK((paid > Money()) == (month >= 4));
        CHECK(paid.yuan() == Approx(0.5 * Money(e.total.digital_claimed).yuan()).margin(0.005 * 3000));
        CHECK(e.total.digital_claimed <= claims); // but for firms that left
        claims = month < 3 ? 0 : e.total.digital_claims;
        for (std::size_t g = 0; g < e.groups.size(); ++g)
            if (e.groups[g].size == Size::large) CHECK(e.sums[g].digital_helped == 0);
    }
}
