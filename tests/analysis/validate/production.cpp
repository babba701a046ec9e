#include <catch2/catch.hpp>

#include <cmath>

#include "analysis/validate/production.hpp"

using namespace rongtong::validation;

TEST_CASE("production that swings twice as far has four times the variance")
{
    std::vector<double> sales, made;
    for (int m = 0; m < 24; ++m) {
        sales.push_back(std::exp(0.1 * std::sin(m)));
        made.push_back(5 * std::exp(0.2 * std::sin(m)));
    }
    CHECK(amplification(made, sales) == Approx(4));
    CHECK(amplification(sales, sales) == Approx(1));
}
