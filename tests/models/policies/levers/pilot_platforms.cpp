// Lever pilot_platforms (models/policies/levers/pilot_platforms.cpp).
#include "models/research/pilot_lines.hpp"
#include "tests/models/policies.hpp"
#include "tests/models/research/researching.hpp"

using namespace rongtong;

TEST_CASE("public pilot lines stand in the target's cells, and cost what they cost, used or idle")
{
    Setup setup = researching(2000);
    Policy lines = policy_of("pilot_platforms", {2, 0.5});
    lines.yearly_cost_per_firm = 0;
    for (std::size_t s = 0; s < 64; ++s) lines.target.sectors[s] = s == 16 || s == 17;
    lines.target.regions = std::bitset<8>(0b11);
    Economy e = start_economy(with_policy(setup, lines));
    const std::size_t R = e.groups.regions();
    const auto& f = e.facilities;
    double cost = 0;
    for (std::size_t s : {16, 17})
        for (std::size_t r : {0, 1})
            if (const std::size_t cell = s * R + r; f.labs[cell] > 0)
                cost += 2 * 0.5 * f.lines[cell] * f.spending[cell] / f.labs[cell];
    REQUIRE(cost > 0);
    advance(e);
    CHECK(e.policy.levers[0].cost.yuan() == Approx(cost).epsilon(1e-6));
    CHECK(e.policy.levers[0].transfers == Money());
    const auto& more = e.policy.conditions.more_lines;
    for (std::size_t cell = 0; cell < more.size(); ++cell)
        CHECK(more[cell] == ((cell / R == 16 || cell / R == 17) && cell % R < 2 ? 2 : 0));
}

TEST_CASE("a budget cap cuts lines and their cost alike, two programmes add up, a placebo spends as much")
{
    Setup setup = researching(2000);
    Policy lines = policy_of("pilot_platforms", {1, 0.5});
    lines.yearly_cost_per_firm = 0;
    Economy full = start_economy(with_policy(setup, lines));
    advance(full);
    const double cost = full.policy.levers[0].cost.yuan();
    Policy half = lines;
    half.yearly_budget_cap = 6 * cost;
    Economy cut = start_economy(with_policy(setup, half));
    advance(cut);
    CHECK(cut.policy.levers[0].intensity == Approx(0.5));
    CHECK(cut.policy.levers[0].cost.yuan() == Approx(cost / 2));
    CHECK(cut.policy.conditions.more_lines[0] == Approx(0.5));
    Policy second = half;
    second.label = "second";
    Economy both = start_economy(with_policy(with_policy(setup, half), second));
    advance(both);
    CHECK(both.policy.conditions.more_lines[0] == Approx(1));
    lines.placebo = true;
    Economy placebo = start_economy(with_policy(setup, lines));
    advance(placebo);
    CHECK(placebo.policy.levers[0].cost.yuan() == Approx(cost));
    CHECK(placebo.policy.conditions.more_lines[0] == 0);
}

TEST_CASE(
    "without luck more lines make as many more successes as can be expected, and no more than all projects can use")
{
    const auto level = [](double lines) {
        Economy e = start_economy(with_policy(resting_research(1000), policy_of("pilot_platforms", {lines, 0})));
        advance(e, 36);
        return std::log(e.progress.level);
    };
    Economy e = start_economy(resting_research(1000));
    advance(e, 36);
    const double usual = std::log(e.progress.level), twice = level(1), more = level(4);
    CHECK(twice > 1.05 * usual);
    CHECK(more == twice);
}
