// Lever gradient_cultivation (models/policies/levers/gradient_cultivation.cpp), and targets by tier.
#include "models/indicators/arithmetic.hpp"
#include "models/indicators/indicator.hpp"
#include "tests/models/policies.hpp"
#include "tests/models/tiers/tiered.hpp"

using namespace rongtong;

namespace {

double value_of(const Economy& e, std::string_view name)
{
    for (const Indicator& i : all_indicators())
        if (i.name == name) return i.of_economy ? i.of_economy(e) : i.of_firms(e.total);
    FAIL("no indicator " << name);
    return 0;
}

double above_zero(const std::vector<double>& differences) // t statistic
{
    double mean = 0, square = 0;
    const auto n = static_cast<double>(differences.size());
    for (const double d : differences) mean += d / n;
    for (const double d : differences) square += (d - mean) * (d - mean) / (n - 1);
    return mean / std::sqrt(square / n);
}

} // namespace

TEST_CASE("grants go to firms by their tier, to the fen", "[tiers]")
{
    const std::vector<double> grants{0.1, 0.2, 0.3, 0.4};
    Economy e = start_economy(
        with_policy(tiered(3000), policy_of("gradient_cultivation", {0.1, 0.2, 0.3, 0.4, 0.5, 0})));
    advance(e, 2);
    double expected = 0;
    for (std::size_t g = 0; g < e.sums.size(); ++g) {
        const auto tier = place_of_tier(e.groups[g].tier);
        const double grant = tier == 0 ? 0 : grants[tier - 1];
        CHECK(yuan(e.sums[g].flow(Flow::subsidies)) == Approx(grant * yuan(e.sums[g].research_usual)).margin(1));
        expected += grant * yuan(e.sums[g].research_usual);
        CHECK(e.policy.conditions.groups[g].noise_left == (e.groups[g].tier >= Tier::specialised ? 0.5 : 1));
    }
    CHECK(expected > 0);
    CHECK(e.policy.levers[0].transfers == Money(e.total.flow(Flow::subsidies)));
    CHECK(e.ledger.government.paid(Flow::subsidies) == Money(e.total.flow(Flow::subsidies)));
}

TEST_CASE("two programmes for tiers share what is paid by what each grants", "[tiers]")
{
    Setup setup = with_policy(tiered(3000), policy_of("gradient_cultivation", {0, 0.1, 0, 0, 0, 0}));
    Policy other = policy_of("gradient_cultivation", {0, 0.3, 0, 0, 0, 0});
    other.label = "second";
    setup.policies.push_back(other);
    const Economy e = after(setup, 2);
    CHECK(e.policy.levers[1].transfers.yuan() == Approx(3 * e.policy.levers[0].transfers.yuan()).epsilon(1e-4));
}

TEST_CASE("a policy whose target is a tier reaches its firms and nobody else", "[tiers]")
{
    Policy policy = policy_of("rd_support", {0.2, 0, 0, 0});
    policy.target.tiers = std::bitset<5>(0b00100);
    const Economy e = after(with_policy(tiered(3000), policy), 2);
    for (std::size_t g = 0; g < e.sums.size(); ++g)
        CHECK((e.sums[g].flow(Flow::subsidies) > 0) ==
              (e.groups[g].tier == Tier::specialised && e.sums[g].research_cost > 0));
    CHECK(e.policy.levers[0].reached == static_cast<std::int64_t>(firms_by_tier(start_economy(tiered(3000)))[2]));
}

TEST_CASE("a higher bar takes the tier from firms below it, a lower one gives it to more", "[tiers]")
{
    const auto giants = [](double change) {
        Policy p = policy_of("gradient_cultivation", {0, 0, 0, 0, 0, change}, 6);
        Setup setup = with_policy(tiered(5000), p);
        setup.parameters.tiers.specialised = 0.05; // more places than firms above the bar
        return firms_by_tier(after(setup, 48))[2];
    };
    const double usual = giants(0);
    CHECK(giants(0.03) < 0.8 * usual);
    CHECK(giants(-0.012) > 1.1 * usual);
}

TEST_CASE("benefits by tier raise the R&D of firms in tiers and make firms bunch above the bars", "[tiers]")
{
    const Policy policy = policy_of("gradient_cultivation", {});
    const auto moved = [&](std::string_view name) { // before January: the same firms have tiers
        return paired(tiered(3000), policy, 6, 11, 1, [&](const Economy& e) { return value_of(e, name); });
    };
    CHECK(above_zero(moved("tier_research")) > 3);
    CHECK(above_zero(moved("research")) > 3);
    for (const double more : moved("tier_bunching")) CHECK(more > 0); // the harm
    CHECK(above_zero(moved("subsidies")) > 3);
}
