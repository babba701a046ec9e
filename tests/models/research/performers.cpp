// Who does R&D (models/research/performers.hpp).
#include "models/research/performers.hpp"

#include "models/parameters.hpp"

#include <catch2/catch.hpp>

using namespace rongtong;

TEST_CASE("the odds of doing R&D rise with workers, and those who take it up make up for those who leave")
{
    ResearchRules rules = default_parameters().research;
    rules.performer_size = 100, rules.performer_slope = 0.5;
    CHECK(performer_share(100, rules) == Approx(0.5));
    CHECK(performer_share(400, rules) == Approx(2.0 / 3)); // odds of 4 ^ 0.5
    CHECK(performer_share(0, rules) == performer_share(1, rules));
    // Of N firms of a size P N perform; with exit odds h, h P N leave and (1 - P) N times h P / (1 - P) come.
    const double share = performer_share(30, rules), exit = 0.01;
    CHECK((1 - share) * exit * performer_ratio(30, rules) == Approx(share * exit));
}
