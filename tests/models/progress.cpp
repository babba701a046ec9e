// Progress, what is measured of it, and what follows it (models/progress).
#include "models/progress/progress.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

namespace {

Parameters rules_of(double progress)
{
    Parameters given = default_parameters();
    given.technology.progress = progress;
    return given;
}

Progress next(const Progress& p, const Parameters& given)
{
    return next_progress(p, 1 + growth_a_month(given), given.technology);
}

} // namespace

TEST_CASE("without progress every index stays 1, to the bit")
{
    Progress p = progress_at_start(rules_of(0));
    for (int month = 0; month < 100; ++month) p = next(p, rules_of(0));
    CHECK(p.level == 1);
    CHECK(p.index == 1);
    CHECK(p.exports == 1);
    CHECK(p.trend == 0);
}

TEST_CASE("with progress all indices grow with it from the first month on, as their means open at their own lag")
{
    const auto path_rules = rules_of(0.03);
    Progress p = progress_at_start(path_rules);
    for (int month = 1; month <= 240; ++month) {
        p = next(p, path_rules);
        const double path = std::pow(1 + 0.03 / 12, month);
        REQUIRE(p.level == Approx(path).epsilon(1e-12));
        REQUIRE(p.index == Approx(path).epsilon(1e-12));
        REQUIRE(p.exports == Approx(path).epsilon(1e-12));
        REQUIRE(p.trend == Approx(0.03 / 12).epsilon(1e-9));
    }
}

TEST_CASE("the trend is measured: when progress stops, it fades over the memories of index and trend")
{
    const auto path_rules = rules_of(0.03);
    Progress p = progress_at_start(path_rules);
    const double first = p.trend;
    p = next(p, rules_of(0));
    CHECK(p.level == 1);
    CHECK(p.step == Approx(std::pow(1 + 0.03 / 12, 35.0 / 36)).epsilon(1e-12)); // the mean is still on its way
    CHECK(p.trend < first);
    for (int month = 0; month < 120; ++month) p = next(p, rules_of(0));
    CHECK(p.trend < 0.1 * first);
    CHECK(p.trend > 0);
}

TEST_CASE("wages, and the real wage that people are used to, rise with the index")
{
    Setup setup = resting_setup();
    setup.parameters.technology.progress = 0.03;
    Economy e = start_economy(setup);
    advance(e, 24);
    const double path = std::pow(1 + 0.03 / 12, 24);
    for (const auto& market : e.labour.all) {
        CHECK(market.wage_index == Approx(path).epsilon(1e-3));
        CHECK(market.aspiration == Approx(std::log(path)).margin(1e-3));
    }
    CHECK(e.progress.index == Approx(path));
}
