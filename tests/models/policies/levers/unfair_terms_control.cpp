// Lever unfair_terms_control.
#include "models/orders/pricing.hpp"

#include "tests/models/policies.hpp"

using namespace rongtong;

namespace {

// Sums over firms with a customer that takes more than a third of their orders, and over the others: price over unit cost.
std::array<double, 2> markups(const Economy& e)
{
    std::array<double, 2> sum{}, count{};
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] != FirmState::active || e.firms.unit_cost[row] <= 0) continue;
        const bool depends = e.firms.largest_buyer_at_start[row] > 1.0 / 3;
        sum[depends] += e.firms.price[row] / e.firms.unit_cost[row], count[depends] += 1;
    }
    return {sum[0] / count[0], sum[1] / count[1]};
}

} // namespace

TEST_CASE("what buyer power takes off a markup beyond the allowed part comes back by complaints, by hand")
{
    const PricingRules rules = default_parameters().pricing; // power .15
    CHECK(markup_factor(1, 1, 0.6, 0.6, rules, {0.01, 0.5}) == Approx(1 + 0.5 * (0.15 * 0.6 - 0.01)));
    CHECK(markup_factor(1, 1, 0.6, 0.6, rules, {0.01, 0}) == 1);
    CHECK(markup_factor(1, 1, 0.05, 0.05, rules, {0.01, 1}) == 1); // below what is allowed
    CHECK(markup_factor(1, 1, 0.6, 0.4, rules, {0, 1}) == Approx(1 - 0.15 * 0.2 + 0.15 * 0.6));
}

TEST_CASE("firms with one large customer get more for what they make, and who buys pays more")
{
    const Policy control = policy_of("unfair_terms_control", {0.01, 1}, 2);
    const Economy usual = after(small_setup(2000), 18), controlled = after(with_policy(small_setup(2000), control), 18);
    const auto before = markups(usual), with = markups(controlled);
    CHECK(with[1] > 1.0005 * before[1]);
    CHECK(with[1] / before[1] > with[0] / before[0]);
    CHECK(price_level(controlled) > price_level(usual));
}
