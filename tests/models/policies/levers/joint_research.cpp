// Lever joint_research.
#include "tests/models/policies/levers/joint_levers.hpp"

using namespace rongtong;

TEST_CASE("grants for joint R&D are paid by what firms put into it, and more of them work together")
{
    Economy e = start_economy(with_policy(researching(5000), policy_of("joint_research", {0.3})));
    for (int month = 0; month < 12; ++month) {
        advance(e);
        const auto cost = static_cast<double>(e.total.joint_cost);
        CHECK(cost > 0);
        CHECK(cost < static_cast<double>(e.total.research_cost));
        CHECK(static_cast<double>(e.total.flow(Flow::subsidies)) ==
              Approx(0.3 * cost).margin(static_cast<double>(e.total.joint_firms))); // whole fen, firm by firm
    }
    const JointCounts without = joint_counts(researching(10000));
    const JointCounts with = joint_counts(with_policy(researching(10000), policy_of("joint_research", {0.5})));
    CHECK(with.begun > 1.1 * without.begun);
    CHECK(without.subsidies == 0);
}

TEST_CASE("a budget cap of grants for joint R&D holds")
{
    Policy p = policy_of("joint_research", {0.5});
    p.yearly_cost_per_firm = 0;
    const Setup free = with_policy(researching(5000), p);
    const double year = joint_counts(free, 24).subsidies / 2 / 100; // yuan
    p.yearly_budget_cap = year / 4;
    Economy e = start_economy(with_policy(researching(5000), p));
    double paid = 0;
    advance(e); // of its first month nobody knows what it costs
    for (int month = 1; month < 24; ++month) {
        advance(e);
        const double now = static_cast<double>(e.total.flow(Flow::subsidies)) / 100;
        CHECK(now < 1.03 * *p.yearly_budget_cap / 12 * money_index(e));
        paid += now;
    }
    CHECK(paid > 0.3 * 2 * *p.yearly_budget_cap);
}

TEST_CASE("grants of several laws never pay all that joint R&D costs")
{
    Setup setup = with_policy(researching(5000), policy_of("joint_research", {0.8}));
    setup = with_policy(setup, policy_of("joint_research", {0.7}));
    Economy e = start_economy(setup);
    advance(e, 6);
    CHECK(e.total.joint_cost > 0);
    CHECK(static_cast<double>(e.total.flow(Flow::subsidies)) ==
          Approx(0.95 * static_cast<double>(e.total.joint_cost)).margin(static_cast<double>(e.total.joint_firms)));
}
