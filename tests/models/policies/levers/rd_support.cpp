// Lever rd_support (models/policies/levers/rd_support.cpp), and what transfers of policies cost and who pays them.
#include "models/indicators/arithmetic.hpp"
#include "models/research/budget.hpp"
#include "models/research/user_cost.hpp"
#include "tests/models/policies.hpp"
#include "tests/models/research/researching.hpp"

using namespace rongtong;

namespace {

Setup supported(const std::vector<double>& parameters)
{
    return with_policy(resting_research(1000), policy_of("rd_support", parameters));
}

double subsidies(const Economy& e) { return yuan(e.total.flow(Flow::subsidies)); }

double wanted_of(double margin, double cash, double cost, double grant)
{
    return wanted_research(0.04, {margin, cash, cost, grant}, default_parameters().research);
}

} // namespace

TEST_CASE("no rate of profit tax moves R&D but by an extra deduction or a credit")
{
    for (double tax : {0.0, 0.15, 0.25, 0.4}) CHECK(user_cost({}, tax) == 1);
    CHECK(user_cost({0, 1, 0, 0}, 0.25) == Approx(1 - 0.25 / 0.75));
    CHECK(user_cost({0.15, 0, 0, 0}, 0.25) == Approx(1 - 0.15 / 0.75));
    CHECK(user_cost({0, 1, 0, 0}, 0) == 1);
    CHECK(user_cost({0.9, 0, 0, 0}, 0.25) == 0.1);
    CHECK(relabelled({0, 1, 0, 0.5}, 0.25) == Approx(0.5));
    CHECK(relabelled({0, 1, 0, 0}, 0.25) == 0);
    CHECK(relabelled({0.5, 1, 0, 0.1}, 0.25) == 1);
}

TEST_CASE("R&D answers its user cost with an elasticity of -1, and a grant in part where there is cash")
{
    const double additional = default_parameters().research.additionality;
    CHECK(wanted_of(0, 2, 0.8, 0) == Approx(0.04 / 0.8));
    CHECK(wanted_of(0, 2, 1, 0.5) == Approx(0.04 * (1 + 0.5 * additional)));
    CHECK(wanted_of(0, 0.9, 1, 0.5) == Approx(0.04 * 1.5));
    CHECK(wanted_of(0, 2, 0.1, 0) == Approx(0.08));
}

TEST_CASE("government pays performers a credit, the tax of an extra deduction and a grant, on what they say they spend")
{
    // Credit .1, deduction .6 at a tax of .25: .25 yuan a yuan; relabelling cost 2.5: a tenth is added; grant .05.
    Economy e = start_economy(supported({0.1, 0.6, 0.05, 2.5}));
    advance(e);
    const double cost = yuan(e.total.research_cost);
    REQUIRE(e.setup.parameters.accounting.profit_tax == 0.25);
    CHECK(cost == Approx(e.technology.research_total).epsilon(0.01));
    CHECK(yuan(e.total.research_relabelled) == Approx(0.1 * cost).epsilon(1e-6));
    CHECK(subsidies(e) == Approx(0.25 * 1.1 * cost + 0.05 * yuan(e.total.research_usual)).epsilon(1e-6));
    CHECK(e.policy.levers[0].transfers.fen == e.total.flow(Flow::subsidies));
    CHECK(e.ledger.government.paid(Flow::subsidies).fen == e.total.flow(Flow::subsidies));
    CHECK(-e.accounts.flows
               .cell[static_cast<std::size_t>(Flow::subsidies)][static_cast<std::size_t>(Account::government)] ==
          Money(e.total.flow(Flow::subsidies)));
}

TEST_CASE("support raises R&D, and what it makes")
{
    Economy with = start_economy(supported({0, 1, 0, 0})), without = start_economy(resting_research(1000));
    advance(with, 48), advance(without, 48);
    const double more = static_cast<double>(with.total.research_received) /
                        static_cast<double>(without.total.research_received);
    CHECK(more > 1.2);
    CHECK(more < 1.6); // 1 / user cost
    CHECK(with.progress.level > 1.005 * without.progress.level);
}

TEST_CASE("two programmes share what is paid, each its part, a placebo spends as much on administration")
{
    Setup setup = supported({0.1, 0, 0, 0});
    Policy other = policy_of("rd_support", {0.3, 0, 0, 0});
    other.label = "second";
    setup.policies.push_back(other);
    Economy e = start_economy(setup);
    advance(e);
    const auto &a = e.policy.levers[0].transfers, &b = e.policy.levers[1].transfers;
    CHECK((a + b).fen == e.total.flow(Flow::subsidies));
    CHECK(b.yuan() == Approx(3 * a.yuan()).epsilon(1e-4));

    setup = supported({0.1, 0, 0, 0});
    setup.policies[0].placebo = true;
    Economy placebo = start_economy(setup);
    advance(placebo);
    CHECK(subsidies(placebo) == 0);
    CHECK(placebo.policy.levers[0].transfers == Money());
    const double admin = setup.policies[0].yearly_cost_per_firm / 12 * 1000;
    CHECK(placebo.policy.levers[0].cost.yuan() == Approx(a.yuan() + admin).epsilon(0.01));
}

TEST_CASE("who is named pays for the transfers as well")
{
    Setup setup = supported({0.3, 0, 0, 0});
    const auto direct_tax = [](Setup s, Payer payer) {
        s.policies[0].paid_by = payer;
        Economy e = start_economy(s);
        advance(e);
        Money sum;
        for (const auto& purse : e.ledger.households) sum += purse.paid(Flow::direct_tax);
        return std::pair{sum.yuan(), (e.policy.levers[0].cost + e.policy.levers[0].transfers).yuan()};
    };
    const auto [debt, cost] = direct_tax(setup, Payer::debt);
    const auto [taxed, same_cost] = direct_tax(setup, Payer::direct_tax);
    CHECK(taxed - debt == Approx(cost).epsilon(0.02));
    CHECK(same_cost == Approx(cost).epsilon(1e-6));
}
