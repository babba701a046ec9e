// Competition for market demand (models/orders/competition.hpp).
#include "models/orders/competition.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

namespace {
DemandRules rules_of_test()
{
    DemandRules r = default_parameters().demand;
    r.substitution = 2;
    r.reliability_weight = 1;
    return r;
}
} // namespace

TEST_CASE("the weight of a firm falls with its price and rises with luck, reliability and quality")
{
    const auto rules = rules_of_test();
    CHECK(pull_of(0.03, 0, 1, 1, 1, 1, rules) == 0.03); // as at the start
    CHECK(pull_of(0.03, 0, 1.1, 1, 1, 1, rules) == Approx(0.03 * std::exp(-0.2)));
    CHECK(pull_of(0.03, 0.5, 1, 1, 1, 1, rules) == Approx(0.03 * std::exp(0.5)));
    CHECK(pull_of(0.03, 0, 1, 0.8, 1, 1, rules) == Approx(0.03 * std::exp(-0.2)));
    CHECK(pull_of(0.03, 0, 1, 1, 1.25, 2, rules) == Approx(0.03 * std::exp(0.5)));
    CHECK(pull_of(0, 3, 0.5, 1, 2, 1, rules) == 0);
}

TEST_CASE("the small shock has mean 0 and variance 1 and is bounded")
{
    CHECK(small_shock(0, 0) == -small_shock(0xffffffffu, 0xffffffffu));
    CHECK(small_shock(0xffffffffu, 0xffffffffu) == Approx(2 * std::sqrt(3.0)).epsilon(1e-4));
    const Draws draws(5, 0);
    const int n = 200000;
    double sum = 0, square = 0, cube = 0, fourth = 0;
    for (int k = 0; k < n; ++k) {
        const auto w = draws.words(static_cast<std::uint64_t>(k), 1, Purpose::firm_month);
        const double z = small_shock(w[2], w[3]);
        sum += z / n, square += z * z / n, cube += z * z * z / n, fourth += z * z * z * z / n;
    }
    CHECK(std::fabs(sum) < 4 / std::sqrt(n));
    CHECK(std::fabs(square - 1) < 0.015);
    CHECK(std::fabs(cube) < 0.03);
    CHECK(fourth == Approx(3 - 1.2 / 4).epsilon(0.02)); // kurtosis of a sum of four uniforms
}

TEST_CASE("market shares of a cell sum to one each month")
{
    Setup setup = small_setup();
    setup.parameters.turnover.closure_rate = 0;
    Economy e = start_economy(setup);
    for (int month = 0; month < 24; ++month) {
        advance(e);
        if (e.total.defaults > 0) continue; // what is ordered from a firm that fails is lost for the month
        ByCell share;
        share.shape(e.groups);
        for (Cell k : e.groups.each<Cell>()) share[k] = e.pools.ordered[k] / std::max(1e-9, e.market.ordered[k]);
        for (std::size_t row = 0; row < e.firms.rows(); ++row)
            if (e.firms.born[row] < e.month - 1) share[e.groups.cell(e.firms.group[row])] += e.firms.share[row];
        for (Cell k : e.groups.each<Cell>()) REQUIRE(share[k] == Approx(1).epsilon(1e-6));
    }
}

TEST_CASE("a firm that is dearer than its market loses share, a better one gains")
{
    Economy e = start_economy(resting_setup());
    std::size_t dear = 0;
    while (e.firms.share[dear] < 1e-3 || e.firms.share[dear] > 0.3) ++dear;
    std::size_t good = dear + 1;
    while (e.firms.share[good] < 1e-3 || e.firms.share[good] > 0.3 ||
           e.groups.cell(e.firms.group[good]) == e.groups.cell(e.firms.group[dear]))
        ++good;
    const double dear_before = e.firms.share[dear], good_before = e.firms.share[good];
    e.firms.price[dear] = 1.2;
    e.firms.quality[good] = 1.5f;
    advance(e, 3);
    CHECK(e.firms.share[dear] < dear_before * 0.999);
    CHECK(e.firms.share[good] > good_before * 1.001);
}
