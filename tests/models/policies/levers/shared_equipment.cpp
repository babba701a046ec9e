// Lever shared_equipment (models/policies/levers/shared_equipment.cpp).
#include "models/research/pilot_lines.hpp"
#include "tests/models/policies.hpp"
#include "tests/models/research/researching.hpp"

using namespace rongtong;

TEST_CASE("open equipment costs what it costs less what users pay, and eases small laboratories by what is served")
{
    Setup setup = researching(5000);
    Policy open = policy_of("shared_equipment", {0.5, 0.4, 0.2});
    open.yearly_cost_per_firm = 0;
    Economy e = start_economy(with_policy(setup, open));
    const auto& f = e.facilities;
    const double spending = std::accumulate(f.small_spending.begin(), f.small_spending.end(), 0.0);
    advance(e);
    CHECK(e.policy.levers[0].cost.yuan() == Approx(0.5 * 0.6 * 0.2 * spending).epsilon(1e-6));
    advance(e);
    const double labs = std::accumulate(f.small_labs.begin(), f.small_labs.end(), 0.0);
    CHECK(f.equipment == Approx(0.5 * labs));
    CHECK(e.total.equipment_asked > 0);
    bool eased = false;
    for (const auto& g : e.work.facts) {
        CHECK(g.equipment >= 1);
        CHECK(g.equipment <= 1 / (1 - 0.25 * 0.6) + 1e-12);
        eased |= g.equipment > 1;
        CHECK(g.small_success >= g.success);
    }
    CHECK(eased);
}

TEST_CASE("equipment of another region helps nobody here, two programmes add up, each at its price")
{
    Setup setup = researching(2000);
    Policy open = policy_of("shared_equipment", {1, 0});
    open.target.regions = std::bitset<8>(1);
    Policy dear = policy_of("shared_equipment", {1, 1});
    dear.label = "dear";
    dear.target.regions = open.target.regions;
    Economy e = start_economy(with_policy(with_policy(setup, open), dear));
    advance(e, 2);
    for (const auto& g : e.work.facts)
        if (g.region != 0) CHECK(g.equipment == 1);
    const std::size_t R = e.groups.regions();
    CHECK(e.policy.conditions.equipment[16 * R] == 2);
    CHECK(e.policy.conditions.equipment_worth[16 * R] == 1);
    CHECK(e.policy.conditions.equipment[16 * R + 1] == 0);
}
