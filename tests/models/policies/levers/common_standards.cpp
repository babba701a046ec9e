// Lever common_standards.
#include "tests/models/digital/digital.hpp"
#include "tests/models/policies/levers/joint_levers.hpp"

using namespace rongtong;

namespace {

Setup working(std::uint64_t firms)
{
    Setup setup = with_tools(researching(firms));
    setup.parameters.digital.standard_cost = 0.3;
    return setup;
}

double on_chains(const Economy& e)
{
    return static_cast<double>(e.total.chain_standards) / static_cast<double>(e.total.firms);
}

} // namespace

TEST_CASE("common standards: laws take their share off what the others leave apart, of named sectors", "[digital]")
{
    Policy one = policy_of("common_standards", {0.5}), two = policy_of("common_standards", {0.4});
    two.target.sectors = 1;
    Economy e = start_economy(with_policy(with_policy(with_tools(small_setup(1000)), one), two));
    advance(e);
    for (std::size_t s = 0; s < e.groups.sectors(); ++s) {
        CHECK(e.policy.conditions.standard_cover[s] == Approx(s == 0 ? 0.7 : 0.5));
        CHECK(e.work.standard_cover[standard_of_chain(s)] == Approx(s == 0 ? 0.7 : 0.5));
    }
}

TEST_CASE("with common standards joint work takes less coordination, and those of leaders spread", "[digital]")
{
    const Setup setup = working(6000), law = with_policy(setup, policy_of("common_standards", {1}));
    Economy without = start_economy(setup), with = start_economy(law);
    CHECK(on_chains(without) == on_chains(with));
    double begun[2]{}, cost[2]{};
    for (int month = 0; month < 24; ++month) {
        advance(without), advance(with);
        begun[0] += static_cast<double>(without.joint.begun), begun[1] += static_cast<double>(with.joint.begun);
        cost[0] += without.joint.cost, cost[1] += with.joint.cost;
    }
    CHECK(begun[1] > begun[0]);
    CHECK(cost[1] / begun[1] < cost[0] / begun[0] + 0.02); // those with two standards come in
    CHECK(on_chains(with) > on_chains(without) + 0.01);
}
