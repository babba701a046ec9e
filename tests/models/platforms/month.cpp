// A month of trade platforms: fees, what is bought for them, links that are found (models/platforms/).
#include "tests/models/platforms/platforms.hpp"
#include "tests/models/repeats.hpp"

using namespace rongtong;

TEST_CASE("without luck platforms rest: members stay, fees buy what the host sells", "[platforms]")
{
    Setup setup = with_platforms(resting_setup(6000), 1.5);
    setup.parameters.platforms.start_members = 0.6; // and full
    Economy e = start_economy(setup);
    const Economy start = e;
    REQUIRE(member_share(e, Side::supplier) > 0.7);
    advance(e, 24);
    CHECK(std::equal(e.firms.platform.begin(), e.firms.platform.end(), start.firms.platform.begin()));
    CHECK(e.platforms.all[0].fees.yuan() == Approx(start.platforms.all[0].fees.yuan()).epsilon(1e-3));
    CHECK(e.platforms.all[0].cash.yuan() == Approx(start.platforms.all[0].cash.yuan()).epsilon(1e-3));
    CHECK(-e.ledger.platforms[Flow::platform_inputs].yuan() == Approx(e.platforms.all[0].fees.yuan()).epsilon(1e-3));
    const double made = sum_over_firms(e, [&](auto row) { return e.firms.made[row]; }),
                 before = sum_over_firms(start, [&](auto row) { return start.firms.planned[row]; });
    CHECK(made == Approx(before).epsilon(1e-3));
    for (std::size_t row = 0; row < e.firms.rows(); ++row) CHECK(e.firms.price[row] == Approx(1).epsilon(2e-3));
}

TEST_CASE("fees are what members pay and platforms take in, to the fen", "[platforms]")
{
    Setup setup = with_platforms(small_setup(6000), 1.5);
    setup.parameters.platforms.count = 2, setup.parameters.platforms.interoperability = 0.5;
    setup = with_policy(setup, policy_of("industrial_internet", {0.4}, 4));
    Economy e = start_economy(setup);
    Money fees_before;
    for (int month = 0; month < 18; ++month) {
        const auto before = e.platforms.all;
        advance(e);
        Money fees, cash, cash_before;
        for (const auto& p : e.platforms.all) fees += p.fees, cash += p.cash;
        for (const auto& p : before) cash_before += p.cash;
        const Purse& purse = e.ledger.platforms;
        CHECK(fees == purse.received(Flow::membership_fees));
        CHECK(cash - cash_before == purse.net());
        CHECK(fees == Money(e.total.platform_fees));
        const Money paid_back(e.total.flow(Flow::subsidies));
        CHECK(e.policy.levers[0].transfers == paid_back);
        CHECK((paid_back > Money()) == (month >= 3));
        CHECK(paid_back.yuan() == Approx(0.4 * Money(e.total.fees_claimed).yuan()).margin(0.005 * 2000));
        CHECK(e.total.fees_claimed <= fees_before.fen * (month >= 3)); // but for firms that left
        fees_before = fees;
        CHECK(e.accounts.flows(Flow::platform_inputs, Account::platforms) == -purse.paid(Flow::platform_inputs));
        CHECK(e.accounts.balance(Asset::deposits, Account::platforms) == cash);
    }
}

TEST_CASE("members find suppliers on their platform and the links carry its number", "[platforms]")
{
    Economy e = after(with_platforms(small_setup(6000), 1.5), 36);
    std::int64_t found = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] != FirmState::active) continue;
        for_links(e, row, [&](std::uint32_t edge) {
            if (e.links.platform[edge] == 0) return;
            CHECK(e.links.since[edge] > 0);
            found += e.links.coef[edge] > 0;
        });
    }
    CHECK(found > 100);
    CHECK(e.total.orders_found > 0);
    CHECK(e.total.orders_found < e.total.orders_seen);
    CHECK(e.platforms.all[0].worth != 1.5);
}

TEST_CASE("a platform that gives its members nothing loses them", "[platforms]")
{
    Setup setup = with_platforms(small_setup(6000), 1.5);
    setup.parameters.platforms.start_members = 0.6;
    setup.parameters.platforms.candidates = 0, setup.parameters.platforms.learning = 1;
    Economy e = start_economy(setup);
    REQUIRE(member_share(e, Side::supplier) > 0.7);
    advance(e, 36);
    CHECK(e.platforms.all[0].worth < 0.1);
    CHECK(member_share(e, Side::supplier) < 0.05);
}

TEST_CASE("while platforms are out, links found there place the part of their orders that is left", "[platforms]")
{
    Setup setup = with_platforms(small_setup(6000), 1.5);
    setup.shocks.push_back(shock_of("platform_outage", 37, {1, 2}));
    Setup calm = setup;
    calm.shocks.clear();
    Economy with = after(setup, 37), without = after(calm, 37);
    double lost = 0, compared = 0;
    const std::size_t rows = after(calm, 36).firms.rows(); // entrants of the month stand behind them
    std::vector<double> usual_sales(rows), lost_sales(rows), found_sales(rows); // by supplier, over links
    for (std::size_t row = 0; row < rows; ++row)
        for_links(with, row, [&](std::uint32_t edge) {
            const double usual = without.links.flow[edge].ordered;
            const auto supplier = with.links.network.target[edge];
            if (usual <= 0 || without.links.network.target[edge] != supplier) return;
            if (supplier >= rows) return;
            usual_sales[supplier] += usual, lost_sales[supplier] += usual - with.links.flow[edge].ordered;
            if (without.links.platform[edge] != 0) found_sales[supplier] += usual;
            if (with.links.platform[edge] == 0 || without.links.platform[edge] == 0) return;
            lost += usual - with.links.flow[edge].ordered, compared += usual;
        });
    REQUIRE(compared > 0);
    CHECK(lost / compared == Approx(0.5).margin(0.1));
    // Who sells more over such links loses more: slope of the loss on dependence, both over usual sales.
    double n = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        if (usual_sales[row] <= 0) continue;
        const double dependence = found_sales[row] / usual_sales[row], loss = lost_sales[row] / usual_sales[row];
        n += 1, x += dependence, y += loss, xx += dependence * dependence, xy += dependence * loss;
    }
    CHECK((n * xy - x * y) / (n * xx - x * x) == Approx(0.5).margin(0.15));
    CHECK(with.total.platform_fees == 0);
    CHECK(without.total.platform_fees > 0);
}

TEST_CASE("an outage does what its size says each month, and ends", "[platforms]")
{
    Setup calm = with_platforms(small_setup(6000), 1.5), half = calm, twice = calm;
    half.shocks.push_back(shock_of("platform_outage", 3, {0.5, 3}));
    twice.shocks = half.shocks;
    twice.shocks.push_back(shock_of("platform_outage", 4, {0.5, 1}));
    Economy a = start_economy(calm), b = start_economy(half), c = start_economy(twice);
    for (int month = 1; month <= 8; ++month) {
        advance(a), advance(b), advance(c);
        const double left = month >= 3 && month < 6 ? 0.5 : 1, left_twice = month == 4 ? 0.25 : left;
        INFO("month " << month);
        CHECK(static_cast<double>(b.total.platform_fees) / static_cast<double>(a.total.platform_fees) ==
              Approx(left).epsilon(0.02));
        CHECK(static_cast<double>(c.total.platform_fees) / static_cast<double>(a.total.platform_fees) ==
              Approx(left_twice).epsilon(0.02));
    }
}

TEST_CASE("platforms are the same on any threads and over a checkpoint", "[platforms]")
{
    Setup setup = with_platforms(small_setup(6000), 1.2);
    setup.parameters.platforms.count = 3, setup.parameters.platforms.interoperability = 0.3;
    setup.parameters.platforms.start_members = 0.4;
    check_repeats(setup, 26, 14, [](const Economy&) {});
}
