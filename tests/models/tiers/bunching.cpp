// What firms do and say to reach the bar of a tier (models/firm/tier_aim.cpp).
#include "tests/models/policies.hpp"
#include "tests/models/tiers/tiered.hpp"

using namespace rongtong;

namespace {

// Performers that show R&D in [bar, 1.01 bar), or in the last hundredth below it.
struct Around {
    int at = 0, below = 0;
};

Around around(const Economy& e, double bar)
{
    Around n;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] != FirmState::active || e.firms.research_usual[row] <= 0) continue;
        const double shown = shown_research(e, row, e.policy.conditions.groups[e.firms.group[row]]);
        n.at += shown >= bar && shown < 1.01 * bar, n.below += shown < bar && shown >= 0.99 * bar;
    }
    return n;
}

Setup with_bar(double bar)
{
    Setup setup = tiered(8000);
    setup.parameters.tiers.bar_high = bar;
    setup.parameters.tiers.worth = 0.0006;
    return setup;
}

} // namespace

TEST_CASE("firms bunch at the bar of specialised firms, and go where it goes", "[tiers]")
{
    const Economy low = after(with_bar(0.03), 24), high = after(with_bar(0.0375), 24);
    CHECK(around(low, 0.03).at > 3 * std::max(1, around(high, 0.03).at));
    CHECK(around(high, 0.0375).at > 3 * std::max(1, around(low, 0.0375).at));
    CHECK(low.total.above_bar > low.total.below_bar);
}

TEST_CASE("a firm short of a bar does more R&D and says the rest, where that is worth its cost", "[tiers]")
{
    Setup setup = with_bar(0.03), idle = setup;
    idle.parameters.tiers.worth = 0;
    const Economy e = after(setup, 24), without = after(idle, 24);
    int aiming = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] != FirmState::active || (e.firms.tier_term[row] & says_it_reaches) == 0) continue;
        ++aiming;
        const double aim = e.firms.research_aim[row];
        CHECK(((aim >= 0.8 * 0.01 && aim < 0.01) || (aim >= 0.8 * 0.03 && aim < 0.03)));
    }
    CHECK(aiming > 20);
    for (std::size_t row = 0; row < without.firms.rows(); ++row) {
        CHECK(without.firms.research_aim[row] == 0);
        CHECK((without.firms.tier_term[row] & says_it_reaches) == 0);
    }
    CHECK(e.total.research_received > without.total.research_received);
}

TEST_CASE("who aims at a tier's bar is not taken for one who aims at a lower tax rate", "[tiers]")
{
    Setup setup = with_bar(0.03);
    // Ten points less of tax above a half of sales: out of reach.
    const Policy far = policy_of("rd_support", {0, 0, 0, 0.5, 0.1, 0.5, 0.5, 0.5});
    const Economy e = after(with_policy(setup, far), 24);
    int aiming = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        aiming += (e.firms.tier_term[row] & says_it_reaches) != 0 && e.firms.research_aim[row] > 0;
    CHECK(aiming > 20);
    CHECK(e.total.threshold_takers == 0);
    CHECK(e.total.threshold_aims == 0);
    CHECK(e.total.flow(Flow::subsidies) == 0);
}
