// Who pays for a policy's cost, and the placebo (models/policies/payer.hpp).
#include "models/policies/payer.hpp"

#include "tests/models/policies.hpp"

using namespace rongtong;

namespace {

constexpr double yearly_cost = 5e4; // yuan for each firm reached: large, so that its traces can be told from rounding

Economy month_of(std::optional<Payer> payer, bool placebo = false)
{
    Setup setup = resting_setup(1000);
    if (payer) {
        Policy p;
        p.label = "cap";
        p.lever = find_lever("payment_term_cap");
        for (const auto& d : p.lever->parameters) p.parameters.push_back(d.initial);
        p.yearly_cost_per_firm = yearly_cost;
        p.paid_by = *payer;
        p.placebo = placebo;
        setup.policies.push_back(p);
    }
    return after(setup, 1);
}

double direct_tax(const Economy& e)
{
    Money sum;
    for (const auto& purse : e.ledger.households) sum += purse.paid(Flow::direct_tax);
    return sum.yuan();
}

double bought(const Economy& e, Flow flow) { return e.ledger.government.paid(flow).yuan(); }

} // namespace

TEST_CASE("what a policy costs is paid by whom the scenario names, and by nobody else")
{
    const Economy rest = month_of(std::nullopt), debt = month_of(Payer::debt);
    const double cost = debt.policy.levers[0].cost.yuan();
    REQUIRE(cost == Approx(yearly_cost / 12 * 1000));
    CHECK(bought(debt, Flow::policy_cost) == Approx(cost).epsilon(0.05)); // what arrives of it
    CHECK(direct_tax(debt) == Approx(direct_tax(rest)).epsilon(0.01));

    const Economy taxed = month_of(Payer::direct_tax);
    CHECK(direct_tax(taxed) - direct_tax(debt) == Approx(cost).epsilon(1e-6));
    CHECK(bought(taxed, Flow::government_demand) == bought(debt, Flow::government_demand));

    const Economy cut = month_of(Payer::government_demand);
    const double imported = cut.technology.government.imported;
    CHECK(bought(debt, Flow::government_demand) - bought(cut, Flow::government_demand) ==
          Approx(cost * (1 - imported)).epsilon(0.05));
    CHECK(direct_tax(cut) == Approx(direct_tax(debt)).epsilon(0.03)); // no surcharge: less is sold, and earned

    const Economy unbuilt = month_of(Payer::public_investment);
    CHECK(bought(debt, Flow::public_investment) - bought(unbuilt, Flow::public_investment) ==
          Approx(cost * (1 - cut.technology.capital_goods.imported)).epsilon(0.05));
}

TEST_CASE("a placebo costs what the policy costs and changes no condition")
{
    const Economy real = month_of(Payer::debt), placebo = month_of(Payer::debt, true);
    CHECK(placebo.policy.levers[0].cost == real.policy.levers[0].cost);
    const auto bound = [](const Economy& e) {
        return std::count_if(e.policy.conditions.groups.begin(), e.policy.conditions.groups.end(),
                             [](const GroupConditions& g) { return g.cap.compliance > 0; });
    };
    CHECK(bound(real) > 0);
    CHECK(bound(placebo) == 0);
}
