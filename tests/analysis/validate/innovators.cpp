#include <catch2/catch.hpp>

#include "analysis/validate/growth.hpp"
#include "analysis/validate/innovators.hpp"

using namespace rongtong::validation;

TEST_CASE("gains of a firm add up, those of firms that are not there are left out, and who has none counts")
{
    const auto sums = gains_by_firm({{7, 0.1}, {3, 0.2}, {7, 0.3}, {5, 9}}, {3, 4, 7, 8});
    CHECK(sums == std::vector<double>{0.2, 0, 0.4, 0});
    CHECK(gini(sums) == Approx(7.0 / 12)); // of 0, 0, 1/3, 2/3
}
