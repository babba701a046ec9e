// A lower tax rate above a threshold of R&D (models/research/threshold.hpp).
#include "models/research/threshold.hpp"

#include "tests/models/policies.hpp"
#include "tests/models/research/researching.hpp"

using namespace rongtong;

TEST_CASE("the cheapest way to the threshold mixes real R&D and relabelled costs")
{
    CHECK(cost_of_mix(0.02, 0.02, 0.04, 2) == Approx(0.5 * 2 * 0.25 * 0.04));
    CHECK(cost_of_mix(0.04, 0.02, 0.04, 2) == Approx(0.02 - 0.02 * std::log(2.0)));
    // 1 - w / r = cost * (x - r) / x at r = .03:  1 - 2 / 3 = 4 / 3 * 1 / 4
    CHECK(cheapest_mix(0.02, 0.04, 4.0 / 3) == Approx(0.03));
    CHECK(cheapest_mix(0.02, 0.04, 0) == 0.04);
    CHECK(cheapest_mix(0.02, 0.04, 1e6) == Approx(0.04).epsilon(1e-4));
    CHECK(cheapest_mix(0.02, 0.04, 1e-6) == Approx(0.02).epsilon(1e-3));
}

TEST_CASE("a firm aims at the threshold where that saves more than it costs")
{
    const TaxThreshold t{0.1, 0.04};
    const double cost = cost_of_mix(0.03, 0.02, 0.04, 4.0 / 3); // of sales
    CHECK(aimed_research(0.02, 10.1 * cost, t, 4.0 / 3) == Approx(0.03));
    CHECK(aimed_research(0.02, 9.9 * cost, t, 4.0 / 3) == 0);
    CHECK(aimed_research(0.05, 1, t, 4.0 / 3) == 0); // is there without
    CHECK(aimed_research(0, 1, t, 4.0 / 3) == 0);    // does none
    CHECK(aimed_research(0.02, 1, {}, 4.0 / 3) == 0);
    TaxThreshold both = t;
    both.add({0.05, 0.03});
    both.add({});
    CHECK(both.cut == Approx(0.15));
    CHECK(both.threshold == 0.03);
}

TEST_CASE(
    "a lower rate above a threshold is paid for in the accounts, moves firms to it, and some of their R&D is none")
{
    // No credit, no deduction, no grant; relabelling cost .5; ten points less above 3, 4, 6 percent.
    Setup setup = researching(5000);
    Policy notch = policy_of("rd_support", {0, 0, 0, 0.5, 0.1, 0.03, 0.04, 0.06});
    Economy with = start_economy(with_policy(setup, notch)), without = start_economy(setup);
    advance(with, 30), advance(without, 30);
    CHECK(without.total.threshold_takers == 0);
    CHECK(without.total.flow(Flow::subsidies) == 0);
    CHECK(with.total.threshold_takers > 10);
    CHECK(with.total.threshold_aims > 0);
    CHECK(with.total.threshold_aims < with.total.threshold_takers);
    CHECK(with.total.research_relabelled > 0);
    CHECK(with.total.flow(Flow::subsidies) > 0);
    CHECK(with.policy.levers[0].transfers.fen == with.total.flow(Flow::subsidies));
    CHECK(with.total.flow(Flow::subsidies) ==
          Approx(0.1 * static_cast<double>(with.total.threshold_profit)).epsilon(1e-4));
    CHECK(with.total.research_received > without.total.research_received);
}

TEST_CASE("a placebo of a lower rate spends what firms above the threshold would save, and nobody aims at it")
{
    Setup setup = researching(3000);
    Policy notch = policy_of("rd_support", {0, 0, 0, 0.5, 0.1, 0.03, 0.04, 0.06});
    notch.placebo = true, notch.yearly_cost_per_firm = 0;
    Economy e = start_economy(with_policy(setup, notch));
    advance(e, 14);
    const double watched = 0.1 * static_cast<double>(e.total.threshold_profit);
    CHECK(watched > 0);
    CHECK(e.total.threshold_takers == 0);
    CHECK(e.total.flow(Flow::subsidies) == 0);
    advance(e);
    CHECK(static_cast<double>(e.policy.levers[0].cost.fen) == Approx(watched).epsilon(1e-6));
}
