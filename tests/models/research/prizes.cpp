// Prizes for projects that succeed (models/research/prizes.hpp).
#include "models/research/prizes.hpp"
#include "models/research/user_cost.hpp"
#include "tests/models/fixture.hpp"

using namespace rongtong;

TEST_CASE("a prize is paid for what a project did, and lowers what R&D costs by what can be expected of it")
{
    const ResearchRules rules = default_parameters().research;
    const Prizes prizes{30, 70};
    CHECK(prize_of(0, prizes) == 0);
    CHECK(prize_of(passed_pilot, prizes) == 30);
    CHECK(prize_of(reached_market, prizes) == 70);
    CHECK(prize_of(all_claims, prizes) == 100);
    const double successes = usual_success(rules) / 12;
    CHECK(prize_share(prizes, 50, rules) == Approx((30 / rules.market_odds + 70) * successes / 50));
    CHECK(prize_share(prizes, 0, rules) == 0);
    CHECK(prize_share({}, 50, rules) == 0);
    CHECK(user_cost({}, 0.25, 0.15) == Approx(1 - 0.15 / 0.75));
    CHECK(user_cost({}, 0.25, 5) == 0.1);
}
