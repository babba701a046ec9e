// One lever twice (models/policies/two_laws.hpp): combined as two laws would be, or refused.
#include "models/policies/two_laws.hpp"

#include "tests/models/policies.hpp"

using namespace rongtong;

TEST_CASE("every lever says what two policies of it mean")
{
    for (const Lever* lever : all_levers()) {
        INFO(lever->name);
        CHECK(rule_of_two(*lever).lever == lever->name);
    }
}

TEST_CASE("two caps on payment terms clash where a firm is under both at one time")
{
    Policy a = policy_of("payment_term_cap", {90, 0.9}, 1), b = policy_of("payment_term_cap", {60, 0.5}, 10);
    CHECK(clash(a, b, 24));
    CHECK_FALSE(clash(a, b, 9)); // the run ends before
    a.end_month = 10;
    CHECK_FALSE(clash(a, b, 24));
    a.end_month = 11;
    CHECK(clash(a, b, 24));
    a.target.sizes = 0b0001, b.target.sizes = 0b0110;
    CHECK_FALSE(clash(a, b, 24));
    CHECK_FALSE(clash(a, policy_of("unified_market", {0.5}, 1), 24));
}

TEST_CASE("funds and incubation hold one at a time, whatever their targets")
{
    for (const char* lever : {"guidance_fund", "investment_incubation"}) {
        Policy a = policy_of(lever, {}, 1), b = policy_of(lever, {}, 1);
        a.target.sizes = 0b0001, b.target.sizes = 0b0110;
        CHECK(clash(a, b, 24));
    }
}

TEST_CASE("two cuts of a fee, and of noise, leave what both leave, each law is paid once")
{
    const Policy market = policy_of("unified_market", {0.5}), sharing = policy_of("credit_information_sharing", {0.6});
    Setup setup = resting_setup(600);
    for (const auto& p : {market, market, sharing, sharing}) setup.policies.push_back(p);
    CHECK_FALSE(clash(market, market, 24));
    CHECK_FALSE(clash(sharing, sharing, 24));
    const Economy e = after(setup, 1);
    CHECK(e.policy.conditions.goods_fee[0][1] == Approx(setup.parameters.demand.border_fee / 4));
    CHECK(e.policy.conditions.groups[0].noise_left == Approx(0.4 * 0.4));
    for (std::size_t k : {0, 2}) {
        CHECK(e.policy.levers[k].cost == e.policy.levers[k + 1].cost);
        CHECK(e.policy.levers[k].cost.yuan() == Approx(setup.policies[k].yearly_cost_per_firm / 12 * 600).margin(0.01));
    }
}

TEST_CASE("caps on firms of different size hold side by side, each paid for its own firms")
{
    Policy small = policy_of("payment_term_cap", {60, 0.5}), others = policy_of("payment_term_cap", {90, 0.9});
    small.target.sizes = 0b0001, others.target.sizes = 0b1110;
    const Economy e = after(with_policy(with_policy(resting_setup(600), small), others), 1);
    std::int64_t reached = 0;
    for (const auto& lever : e.policy.levers) reached += lever.reached;
    CHECK(reached == 600);
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        const bool micro = e.groups[g].size == Size::micro;
        CHECK(e.policy.conditions.groups[g].cap.days == (micro ? 60 : 90));
        CHECK(e.policy.conditions.groups[g].cap.compliance == Approx(micro ? 0.5 : 0.9));
    }
}
