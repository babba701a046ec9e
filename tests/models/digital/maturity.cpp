// What digital tools cost and bring (models/digital/maturity.hpp).
#include "models/digital/maturity.hpp"
#include "models/digital/tools_of_firm.hpp"
#include "tests/models/digital/digital.hpp"

using namespace rongtong;

namespace {

DigitalRules rules()
{
    DigitalRules r = default_parameters().digital;
    r.saving = 0.02, r.months = 36, r.decay = 0.2, r.kept = 0.5, r.step = 1, r.spread = 0.5, r.fixed = 1;
    r.learning = 0.3, r.talent = 0.5;
    return r;
}

} // namespace

TEST_CASE("a step saves labour, and its cost has a fixed part and grows with the log of workers", "[digital]")
{
    CHECK(adoption_gain(32, 1000, rules()) == Approx(720)); // 36 * .02 * 1000
    CHECK(adoption_gain(8, 1000, rules()) == Approx(180));
    CHECK(tools_cost(1, 0, rules()) == Approx(1));
    CHECK(tools_cost(2, std::exp(3.0) - 1, rules()) == Approx(8)); // 2 * (1 + 3)
    CHECK(cost_beside_partners(0, rules()) == 1);
    CHECK(cost_beside_partners(3, rules()) == Approx(0.7));
    CHECK(cost_beside_partners(1.5, rules()) == Approx(0.85));
}

TEST_CASE("odds of a step fall with its cost over its gain", "[digital]")
{
    CHECK(adoption_odds(100, 100, rules()) == Approx(0.5));
    CHECK(adoption_odds(100, 200, rules()) == Approx(0.2)); // 1 / (1 + 2 ^ 2)
    CHECK(adoption_odds(200, 100, rules()) == Approx(0.8));
    CHECK(adoption_odds(0, 100, rules()) == 0);
    CHECK(adoption_odds(100, 0, rules()) == 1);
    DigitalRules wide = rules();
    wide.spread = 1;
    CHECK(adoption_odds(100, 200, wide) == Approx(1.0 / 3));
}

TEST_CASE("levels end at three, and what is not kept up grows old", "[digital]")
{
    CHECK(step_from(0, rules()) == 32);
    CHECK(step_from(80, rules()) == 16);
    CHECK(step_from(96, rules()) == 0);
    CHECK(ageing_a_year(rules()) == Approx(1 - std::exp(-0.1)));
    DigitalRules all = rules();
    all.kept = 0;
    CHECK(ageing_a_year(all) == Approx(1 - std::exp(-0.2)));
    // Half of a sixtieth of two levels of a firm with ln(1 + workers) = 3.
    CHECK(upkeep_cost(64, std::exp(3.0) - 1, rules()) == Approx(0.5 / 60 * 8));
}

TEST_CASE("researchers who are dear make steps to level two and beyond dear, and no others", "[digital]")
{
    CHECK(cost_of_talent(63, 2, rules()) == 1);
    CHECK(cost_of_talent(64, 2, rules()) == Approx(1.5));
    CHECK(cost_of_talent(96, 0.8, rules()) == Approx(0.9));
}

TEST_CASE("firms of the start are at levels one to three by the shares of their size", "[digital]")
{
    DigitalRules r = rules();
    r.start_2 = 0.12, r.start_3 = 0.09, r.large_2 = 0.35, r.large_3 = 0.25;
    CHECK(initial_digital(Size::micro, 0.08, r) == 96);
    CHECK(initial_digital(Size::micro, 0.1, r) == 64);
    CHECK(initial_digital(Size::micro, 0.22, r) == 32);
    CHECK(initial_digital(Size::large, 0.22, r) == 96);
    CHECK(mean_initial_level(Size::small, r) == Approx(1.3));
    CHECK(mean_initial_level(Size::large, r) == Approx(1.85));
    r.start_2 = 0.8, r.start_3 = 0.6; // more than all
    CHECK(mean_initial_level(Size::small, r) == Approx(2.6));
}
