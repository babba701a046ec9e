// The way of an idea to the market (models/research/stages.hpp).
#include "models/research/stages.hpp"

#include "models/parameters.hpp"
#include "models/research/gains.hpp"
#include "sim/draws.hpp"

#include <catch2/catch.hpp>

using namespace rongtong;

namespace {

// Two months in the laboratory, three at pilot (four on a line), one on the way to the market.
ResearchRules staged()
{
    ResearchRules r = default_parameters().research;
    r.chain = 1, r.idea_work = 2, r.pilot_work = 3, r.market_work = 1, r.line_fee = 0.25;
    r.idea_odds = 0.5, r.pilot_odds = 0.25, r.line_odds = 0.75, r.market_odds = 0.5, r.line_share = 0.5;
    r.no_money = 0.1, r.no_money_months = 3;
    return r;
}

ProjectEvent month_of(Project& p, double u, double work = 1) { return work_on(p, work, work, 1, u, staged()); }

constexpr double lucky = 0.01, unlucky = 0.99;

} // namespace

TEST_CASE("a project passes laboratory, pilot and market, by work and by odds")
{
    Project p;
    CHECK(month_of(p, lucky) == ProjectEvent::none);
    CHECK(month_of(p, lucky) == ProjectEvent::idea_ripe);
    CHECK(p.stage == Stage::waiting);
    CHECK(p.months == 2);
    CHECK(p.idea_done == 0);
    begin_stage(p, Stage::pilot);
    CHECK(month_of(p, lucky) == ProjectEvent::none);
    CHECK(month_of(p, lucky, 1.5) == ProjectEvent::none);
    CHECK(p.idea_done == 0); // all work goes to what is furthest
    CHECK(month_of(p, 0.24) == ProjectEvent::pilot_done);
    CHECK(p.stage == Stage::market);
    CHECK(month_of(p, 0.49) == ProjectEvent::success);
    CHECK(p.stage == Stage::idea);
    CHECK(p.months == 6);
}

TEST_CASE("each stage is a place to die, a line raises the odds and costs a part of what is spent")
{
    Project p;
    month_of(p, unlucky);
    CHECK(month_of(p, unlucky) == ProjectEvent::idea_failed);
    CHECK(p.stage == Stage::idea);
    begin_stage(p, Stage::line);
    for (int month = 0; month < 3; ++month) CHECK(month_of(p, unlucky) == ProjectEvent::none);
    CHECK(month_of(p, 0.74) == ProjectEvent::pilot_done); // three months of work take four
    CHECK(month_of(p, 0.51) == ProjectEvent::market_failed);
    begin_stage(p, Stage::pilot);
    month_of(p, 0), month_of(p, 0);
    CHECK(month_of(p, 0.26) == ProjectEvent::pilot_failed);
    CHECK(p.stage == Stage::idea);
}

TEST_CASE("who waits for a line works on the next idea, and goes on without one when that is ripe")
{
    Project p;
    p.stage = Stage::waiting;
    CHECK(month_of(p, lucky) == ProjectEvent::none);
    CHECK(p.idea_done == 1);
    CHECK(month_of(p, lucky) == ProjectEvent::none);
    CHECK(p.stage == Stage::pilot);
    CHECK(p.idea_done == 2); // ripe, and looked at when its turn comes
    for (int month = 0; month < 3; ++month) month_of(p, unlucky);
    CHECK(p.stage == Stage::idea);
    CHECK(month_of(p, lucky) == ProjectEvent::idea_ripe);
}

TEST_CASE("months without money count, and kill what is at hand")
{
    Project p;
    begin_stage(p, Stage::market);
    month_of(p, lucky, 0.05), month_of(p, lucky, 0);
    CHECK(p.waited == 2);
    month_of(p, lucky, 0.2);
    CHECK(p.waited == 0);
    for (int month = 0; month < 2; ++month) CHECK(month_of(p, lucky, 0) == ProjectEvent::none);
    CHECK(month_of(p, lucky, 0) == ProjectEvent::starved);
    CHECK(p.stage == Stage::idea);
    Project idea;
    idea.idea_done = 1.5F;
    for (int month = 0; month < 2; ++month) month_of(idea, lucky, 0);
    CHECK(month_of(idea, lucky, 0) == ProjectEvent::starved);
    CHECK(idea.idea_done == 0);
}

TEST_CASE("equipment eases the laboratory alone")
{
    Project p;
    CHECK(work_on(p, 1, 1, 2, lucky, staged()) == ProjectEvent::idea_ripe);
    begin_stage(p, Stage::market);
    CHECK(work_on(p, 1, 0.9, 2, lucky, staged()) == ProjectEvent::none);
}

TEST_CASE("successes a year are those that draws give")
{
    const ResearchRules r = staged();
    CHECK(mean_pilot_odds(0.5, r) == 0.5);
    CHECK(mean_pilot_work(0.5, r) == 3.5);
    CHECK(mean_work(0.5, 1, r) == Approx(2 + 0.5 * (3.5 + 0.5 * 1)));
    CHECK(successes_a_year(0.5, 1, r) == Approx(12 * 0.5 * 0.5 * 0.5 / 4));
    CHECK(successes_a_year(1, 1, r) > successes_a_year(0.5, 1, r));
    CHECK(successes_a_year(0.5, 2, r) == Approx(1.5 / 3));
    CHECK(usual_success(r) == successes_a_year(0.5, 1, r));
    CHECK(success_odds(1, r) == Approx(usual_success(r) / 12));
    const Draws draws(3, 0);
    Project p;
    double successes = 0;
    constexpr int years = 20000;
    for (int month = 0; month < 12 * years; ++month) {
        const Words w = draws.words(1, month, Purpose::innovation);
        successes += month_of(p, to_uniform(w[0])) == ProjectEvent::success;
        if (p.stage == Stage::waiting) begin_stage(p, to_uniform(w[1]) < 0.5 ? Stage::line : Stage::pilot);
    }
    CHECK(successes / years == Approx(successes_a_year(0.5, 1, r)).epsilon(0.02));
    ResearchRules without = r;
    without.chain = 0;
    CHECK(usual_success(without) == without.success);
}
