#include <catch2/catch.hpp>

#include <limits>

#include "analysis/validate/statistics.hpp"

using namespace rongtong::validation;

TEST_CASE("moments by hand, without what is not a number")
{
    const auto m = moments({1, 2, 3, 6, std::numeric_limits<double>::quiet_NaN()});
    CHECK(m.n == 4);
    CHECK(m.mean == 3);
    CHECK(*m.sd == Approx(std::sqrt(14.0 / 3)));
    CHECK(*m.se == Approx(std::sqrt(14.0 / 12)));
    CHECK(*m.high - 3 == Approx(3.182446 * std::sqrt(14.0 / 12)));
    CHECK(!moments({1}).sd);
    CHECK(moments({}).n == 0);
}

TEST_CASE("correlation, slope, quantiles by hand")
{
    CHECK(correlation({1, 2, 3}, {2, 4, 6}) == Approx(1.0));
    CHECK(correlation({1, 2, 3}, {1, 0, 1}) == Approx(0.0).margin(1e-12));
    CHECK(slope({0, 1, 2}, {1, 3, 5}) == Approx(2.0));
    CHECK(quantile({4, 1, 3, 2}, 0.5) == 2.5);
    CHECK(quantile({1, 2, 3, 4, 5}, 0.9) == Approx(4.6));
}

TEST_CASE("interval of a share: Clopper and Pearson")
{
    CHECK(share_interval(0, 200).low == 0);
    CHECK(share_interval(0, 200).high == Approx(1 - std::pow(0.025, 1.0 / 200)));
    CHECK(share_interval(10, 10).high == 1);
    CHECK(share_interval(5, 10).low == Approx(0.1871).margin(1e-4));
}
