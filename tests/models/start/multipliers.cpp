// Output multipliers of a table, by hand and against the economy (models/start/multipliers.hpp).
#include "models/start/multipliers.hpp"

#include "tests/models/policies.hpp"

using namespace rongtong;

TEST_CASE("multipliers of two sectors, by hand")
{
    TechnologyTable t;
    t.sectors.resize(2);
    t.coef = {0.2, 0.1, 0.3, 0.4}; // the first buys .2 of itself and .3 of the second
    t.capital_goods.domestic = {0, 0};
    // (I - A)^-1 = 1 / .45 * {.6 .1; .3 .8}
    auto m = output_multipliers(t);
    CHECK(m[0] == Approx(0.9 / 0.45));
    CHECK(m[1] == Approx(0.9 / 0.45));
    t.sectors[1].pool_share = 0.5, t.sectors[1].investment = 0.2, t.capital_goods.domestic = {1, 0};
    // pools of the second buy .1 of the first: A = {.2 .2; .3 .4}, (I - A)^-1 = 1 / .42 * {.6 .2; .3 .8}
    m = output_multipliers(t);
    CHECK(m[0] == Approx(0.9 / 0.42));
    CHECK(m[1] == Approx(1.0 / 0.42));
}
