// Strength by month (models/policies/schedule.hpp), in policies and in shocks.
#include "models/policies/schedule.hpp"

#include "models/common_past.hpp"
#include "models/state.hpp"
#include "tests/models/policies.hpp"

using namespace rongtong;

TEST_CASE("a schedule holds its values in steps, or leads from one to the next in a line")
{
    Schedule s{{4, 6, 10}, {0.2, 0.6, 0.1}, false};
    const double steps[] = {0, 0, 0, 0.2, 0.2, 0.6, 0.6, 0.6, 0.6, 0.1, 0.1};
    for (int month = 1; month <= 11; ++month) CHECK(s.at(month) == steps[month - 1]);
    s.line = true;
    const double line[] = {0, 0, 0, 0.2, 0.4, 0.6, 0.475, 0.35, 0.225, 0.1, 0.1};
    for (int month = 1; month <= 11; ++month) CHECK(s.at(month) == Approx(line[month - 1]));
}

TEST_CASE("two schedules differ from the first month in which their values do")
{
    const Schedule a{{4, 6}, {0.2, 0.6}, false}, b{{4, 8}, {0.2, 0.6}, false}, c{{4, 5, 6}, {0.2, 0.2, 0.6}, false};
    CHECK(first_difference(a, b) == 6);
    CHECK(first_difference(a, a) > 1200);
    CHECK(first_difference(a, c) > 1200); // written otherwise, the same
}

TEST_CASE("a policy acts by its schedule, times its ramp, inside its start and end")
{
    Policy p = policy_of("payment_term_cap", {60, 0.8}, 2);
    p.intensity = {{2, 4}, {0.5, 1}, false};
    p.ramp_months = 2;
    p.end_month = 5;
    const double wanted[] = {0, 0.25, 0.5, 1, 0};
    Economy e = start_economy(with_policy(resting_setup(500), p));
    for (const double intensity : wanted) {
        advance(e);
        CHECK(e.policy.levers[0].intensity == intensity);
    }
}

TEST_CASE("a shock with a schedule follows it instead of its own course")
{
    Setup setup = resting_setup(500);
    ShockEvent event{
        .label = "demand", .shock = find_shock("demand"), .month = 2, .parameters = {1, 12, 1, 1, 1, 1, 0}};
    event.intensity = {{2, 3, 4}, {-0.1, 0.25, 0}, false};
    setup.shocks = {event};
    const double wanted[] = {1, 0.9, 1.25, 1, 1};
    Economy e = start_economy(setup);
    for (const double multiplier : wanted) {
        advance(e);
        CHECK(e.policy.conditions.demand_of(Purchaser::households)[0] == Approx(multiplier));
    }
}

TEST_CASE("runs whose schedules part later share the months before")
{
    Setup x = small_setup(500), y = x;
    x.months = y.months = 12;
    Policy p = policy_of("unified_market", {0.5}, 3);
    p.intensity = {{3, 9}, {0.5, 1}, false};
    x.policies = {p};
    p.intensity.values[1] = 0.7;
    y.policies = {p};
    CHECK(shared_months(x, y) == 8);
    CHECK(state_hash(after(x, 8)) == state_hash(after(y, 8)));
    CHECK(state_hash(after(x, 9)) != state_hash(after(y, 9)));
    p.intensity = {}; // full from month 3 on
    y.policies = {p};
    CHECK(shared_months(x, y) == 2);
}
