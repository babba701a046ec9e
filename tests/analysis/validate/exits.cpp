#include <catch2/catch.hpp>

#include <cmath>

#include "analysis/validate/hazard.hpp"

using namespace rongtong::validation;

TEST_CASE("hazard by age: who is gone a year later, without those that were bought")
{
    const Firms before{12, {1, 2, 3, 4, 5, 6}, {{"age", {10, 20, 30, 40, 200, 300}}}}, after{24, {3, 4, 6, 9}, {}};
    std::vector<Survival> all;
    add_survivals(before, after, {2}, all);
    CHECK(all.size() == 5);
    CHECK(hazard(all, 0, 12) == 1.0);
    CHECK(hazard(all, 12, 48) == 0.0);
    CHECK(hazard(all, 180, 360) == 0.5);
    CHECK(std::isnan(hazard(all, 100, 110)));
}
