// The levers guidance_fund and investment_incubation (models/policies/levers): what they add, and what they cost.
#include "tests/models/equity.hpp"

using namespace rongtong;

TEST_CASE("a guidance fund adds rounds, and part of it goes where private money would have gone", "[equity]")
{
    std::vector<double> additional, displaced, raised;
    for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
        Setup setup = small_setup(6000, 1, replicate);
        setup.parameters.equity.openness = 1, setup.parameters.equity.smallest_round = 1000; // many rounds
        setup.parameters.equity.private_budget = 0.00003;                                    // scarce private money
        Economy base = start_economy(setup), with = start_economy(with_policy(setup, fund(13)));
        double add = 0, displace = 0, more = 0, in = 0;
        for (int m = 0; m < 36; ++m) {
            advance(base), advance(with);
            const auto& x = with.equity.month;
            add += x.additional.yuan(), displace += x.displaced.yuan(), in += x.from_funds.yuan();
            more += x.raised.yuan() - base.equity.month.raised.yuan();
        }
        additional.push_back(add / in), displaced.push_back(displace / in), raised.push_back(more / in);
    }
    const auto a = interval_of(additional), d = interval_of(displaced), r = interval_of(raised);
    WARN("of a yuan of the fund: additional " << a.mean << " +- " << a.half << ", displaced " << d.mean << " +- "
                                              << d.half << "; raised more than without it " << r.mean << " +- "
                                              << r.half);
    CHECK(a.above_zero());
    CHECK(d.above_zero());
    CHECK(r.above_zero());
}

TEST_CASE("what chain leaders hold lowers a supplier's markup where incubation costs independence", "[equity]")
{
    const Policy policy = policy_of("investment_incubation", {0.5, 2, 0.5});
    Economy free = after(with_policy(without_edges(small_setup()), policy), 3);
    const auto [row, leader] = firm_and_leader(free);
    Economy held = free;
    hold(held, row, {stake(held, row, Investor::corporate, 0.4, held.firms.id[leader])});
    const double before = free.firms.price[row], speed = free.setup.parameters.pricing.price_speed;
    advance(free), advance(held);
    const auto markup = [&](const Economy& e) {
        return (before + (e.firms.price[row] - before) / speed) / e.firms.unit_cost[row] - 1;
    };
    CHECK(markup(held) == Approx(0.8 * markup(free)));
}

TEST_CASE("incubation brings public money beside that of chain leaders, and more of theirs", "[equity]")
{
    // leaders with much above a low reserve, of which they may put in little
    const auto corporate = [](std::uint32_t replicate, std::vector<double> incubation) {
        Setup setup = lively(small_setup(6000, 1, replicate));
        setup.parameters.equity.corporate_budget = 0.0005;
        setup.parameters.equity.strategic_return = 0.5;
        Economy e = start_economy(with_policy(setup, policy_of("investment_incubation", std::move(incubation))));
        Money leaders, funds;
        for (int m = 0; m < 36; ++m) {
            advance(e);
            leaders += e.equity.month.from_corporate, funds += e.equity.month.from_funds;
        }
        return std::pair(leaders.yuan(), funds.yuan());
    };
    std::vector<double> more;
    for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
        const auto without = corporate(replicate, {0, 1, 0}), with = corporate(replicate, {0.5, 4, 0});
        CHECK(without.second == 0);
        CHECK(with.second == Approx(0.5 * with.first).epsilon(1e-5).margin(0.01));
        more.push_back(with.first - without.first);
    }
    const auto m = interval_of(more);
    WARN("the money of chain leaders rises by " << m.mean << " +- " << m.half << " yuan with four times the budget");
    CHECK(m.above_zero());
}
