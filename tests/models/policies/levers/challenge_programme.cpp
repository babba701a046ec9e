// Lever challenge_programme (models/policies/levers/challenge_programme.cpp).
#include "tests/models/policies.hpp"
#include "tests/models/research/researching.hpp"

using namespace rongtong;

namespace {

Policy prizes_of(double prize, double milestone)
{
    Policy p = policy_of("challenge_programme", {prize, milestone});
    p.yearly_cost_per_firm = 0;
    return p;
}

} // namespace

TEST_CASE("prizes are paid to the fen in the month after a success, by government to the firm")
{
    Setup setup = researching(5000);
    setup.parameters.technology.progress_switch = 2;
    Economy e = start_economy(with_policy(setup, prizes_of(1000000, 0.25)));
    std::int64_t pilots = 0, markets = 0, paid = 0;
    for (int month = 0; month < 24; ++month) {
        advance(e);

        CHECK(e.total.pilot_prizes <= pilots);
        CHECK(e.total.market_prizes <= markets);
        const auto& prizes = e.policy.conditions.groups[0].prizes;
        CHECK(prizes.at_pilot == Approx(prizes.at_market / 3));
        CHECK(prizes.at_pilot >= 125000);
        const double due = prizes.at_pilot * static_cast<double>(e.total.pilot_prizes) +
                           prizes.at_market * static_cast<double>(e.total.market_prizes);
        CHECK(e.total.flow(Flow::subsidies) == Approx(100 * due).margin(50));
        CHECK(e.policy.levers[0].transfers == Money(e.total.flow(Flow::subsidies)));
        pilots = e.total.pilots_passed, markets = e.total.innovations;
        paid += e.total.flow(Flow::subsidies);
    }
    CHECK(paid > 0);
}

TEST_CASE("a budget cap holds in every month, whoever succeeds: all get as much less")
{
    Policy capped = prizes_of(1000000, 0.3);
    capped.yearly_budget_cap = 12 * 400000;
    Economy e = start_economy(with_policy(researching(5000), capped));
    bool cut = false;
    for (int month = 0; month < 24; ++month) {
        advance(e);
        CHECK(e.policy.levers[0].transfers.yuan() <= 400000);
        cut |= e.policy.conditions.groups[0].prizes.at_market < 0.69 * 1000000;
    }
    CHECK(cut);
}

TEST_CASE("prizes raise R&D of those in the target alone, and two programmes add up")
{
    Policy east = prizes_of(3000000, 0.3), all = prizes_of(1000000, 0);
    east.target.regions = std::bitset<8>(1), east.label = "east";
    Setup setup = researching(5000);
    Economy without = start_economy(setup), with = start_economy(with_policy(setup, east));
    advance(without, 36), advance(with, 36);
    std::vector<double> more(4), before(4);
    for (std::size_t g = 0; g < with.groups.size(); ++g)
        more[with.groups[g].region] += static_cast<double>(with.sums[g].research_cost);
    for (std::size_t g = 0; g < without.groups.size(); ++g)
        before[without.groups[g].region] += static_cast<double>(without.sums[g].research_cost);
    CHECK(more[0] > 1.05 * before[0]);
    CHECK(more[2] < 1.05 * before[2]);
    Economy both = start_economy(with_policy(with_policy(setup, east), all));
    advance(both);
    for (std::size_t g = 0; g < both.groups.size(); ++g)
        CHECK(both.policy.conditions.groups[g].prizes.at_pilot == Approx(both.groups[g].region == 0 ? 900000 : 0));
}
