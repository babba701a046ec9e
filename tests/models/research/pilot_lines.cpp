// Pilot lines and shared equipment (models/research/pilot_lines.hpp, allot_lines.cpp, models/start/projects.cpp).
#include "models/research/pilot_lines.hpp"
#include "tests/models/policies.hpp"
#include "tests/models/repeats.hpp"
#include "tests/models/research/researching.hpp"

#include <map>

using namespace rongtong;

namespace {

double sum_of(const std::vector<double>& v) { return std::accumulate(v.begin(), v.end(), 0.0); }

// Over a run of so many months: what reached the pilot with a line and without, and what failed there.
struct Pilots {
    double with = 0, without = 0, failed = 0, ripe_months = 0, innovations = 0;
};

Pilots run_pilots(const Setup& setup, int months)
{
    Economy e = start_economy(setup);
    Pilots p;
    for (int month = 0; month < months; ++month) {
        advance(e);
        p.with += static_cast<double>(e.total.lines_given), p.without += static_cast<double>(e.total.lines_refused);
        p.failed += static_cast<double>(e.total.pilots_failed);
        p.ripe_months += static_cast<double>(e.total.line_months);
        p.innovations += static_cast<double>(e.total.innovations);
    }
    return p;
}

} // namespace

TEST_CASE("room of a line is pooled over time, up to one project's months, the rest lapses")
{
    ResearchRules r = default_parameters().research;
    r.pilot_work = 8, r.line_fee = 0.2; // 10 lane-months a project
    double room = 4;
    CHECK(open_line(room, 5, r) == 0);
    CHECK(room == 9);
    CHECK(open_line(room, 5, r) == 4);
    CHECK(room == 10);
    CHECK(open_line(room, 25, r) == 10); // a month's capacity, where that is more
    CHECK(room == 25);
    room = -10;
    CHECK(open_line(room, 2, r) == 0);
    CHECK(room == -8);
}

TEST_CASE("who waited longest comes first, then the drawn key")
{
    const LineAsk old{5, 0, 90, 3, false}, young{1, 0, 10, 2, false}, drawn{2, 0, 9, 2, false};
    CHECK(comes_before(old, young));
    CHECK_FALSE(comes_before(young, old));
    CHECK(comes_before(drawn, young));
    CHECK_FALSE(comes_before(young, young));
}

TEST_CASE("equipment is shared out, and eases by what users keep of the saving")
{
    ResearchRules r = default_parameters().research;
    r.equipment_saving = 0.2;
    CHECK(equipment_ease(0, 1, 10, r) == 1);
    CHECK(equipment_ease(20, 1, 10, r) == Approx(1 / 0.8));
    CHECK(equipment_ease(5, 1, 10, r) == Approx(1 / 0.9));
    CHECK(equipment_ease(5, 0.5, 10, r) == Approx(1 / 0.95));
}

TEST_CASE("the start has lines for the share of projects that it says, and projects in all stages")
{
    const Economy e = start_economy(researching(20000));
    const auto& r = e.setup.parameters.research;
    const double labs = sum_of(e.facilities.labs);
    CHECK(labs == static_cast<double>(std::count_if(e.firms.research_usual.begin(), e.firms.research_usual.end(),
                                                    [](float x) { return x > 0; })));
    CHECK(sum_of(e.facilities.lines) ==
          Approx(labs * r.line_share * r.idea_odds / mean_work(r.line_share, 1, r) * line_work(r)));
    CHECK(sum_of(e.facilities.spending) == Approx(e.technology.research_total).epsilon(1e-5));
    CHECK(sum_of(e.facilities.small_labs) > 0.1 * labs);
    CHECK(sum_of(e.facilities.small_spending) < sum_of(e.facilities.spending));
    std::array<double, 5> stages{};
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.firms.research_usual[row] > 0) stages[e.firms.project_stage[row]] += 1 / labs;
    const double work = mean_work(r.line_share, 1, r);
    CHECK(stages[0] == Approx(r.idea_work / work).margin(0.06));
    CHECK(stages[1] == 0);
    CHECK(stages[3] == Approx(r.idea_odds * r.line_share * line_work(r) / work).margin(0.06));
    CHECK(e.technology.sectors[21].field == e.technology.sectors[22].field); // electronics and its components
    CHECK(e.technology.sectors[20].field != e.technology.sectors[21].field);
}

TEST_CASE("about as many projects find a line as the start says, without lines none does, and more die at pilot")
{
    Setup setup = researching(5000);
    setup.parameters.joint.joint_switch = 0; // who works with another sends fewer projects of its own to a line
    const Pilots usual = run_pilots(setup, 96);
    CHECK(usual.with / (usual.with + usual.without) == Approx(0.5).margin(0.1));
    CHECK(usual.ripe_months > 0);
    setup.parameters.research.line_share = 0;
    const Pilots none = run_pilots(setup, 96);
    CHECK(none.with == 0);
    CHECK(none.without > 0);
    setup = with_policy(researching(5000), policy_of("pilot_platforms", {3}));
    const Pilots many = run_pilots(setup, 96);
    CHECK(many.with > 0.95 * (many.with + many.without));
    CHECK(many.ripe_months < 0.2 * usual.ripe_months);
    CHECK(many.failed < 0.7 * usual.failed);
    CHECK(many.innovations > usual.innovations);
}

TEST_CASE("projects are the same on any threads and over a checkpoint, where stages are off nothing waits")
{
    const Setup setup = researching(3000);
    check_repeats(setup, 18, 9, [](const Economy& e) { CHECK(e.total.projects_pilot + e.total.projects_line > 0); });

    Setup without = setup;
    without.parameters.research.chain = 0;
    Economy plain = start_economy(without);
    advance(plain, 12);
    CHECK(plain.total.innovations > 0);
    CHECK(plain.total.projects_pilot + plain.total.projects_line + plain.total.projects_market == 0);
    CHECK(plain.facilities.capacity == 0);
}

TEST_CASE("what became of projects stands in the table of events, one line for each that ended")
{
    Economy e = start_economy(researching(5000));
    std::map<EventKind, std::int64_t> seen;
    FirmSums sums{};
    double gains = 0;
    for (int month = 0; month < 24; ++month) {
        advance(e);
        sums += e.total;
        for (const auto& x : e.records.events)
            seen[x.kind] += 1, gains += x.kind == EventKind::innovation ? x.share : 0;
    }
    CHECK(seen[EventKind::innovation] == sums.innovations);
    CHECK(seen[EventKind::idea_failed] == sums.ideas_failed);
    CHECK(seen[EventKind::pilot_failed] == sums.pilots_failed);
    CHECK(seen[EventKind::market_failed] == sums.markets_failed);
    CHECK(seen[EventKind::project_starved] == sums.projects_starved);
    CHECK(sums.innovations > 10);
    CHECK(gains / static_cast<double>(sums.innovations) > 0.02);
    CHECK(gains / static_cast<double>(sums.innovations) < 0.5);
}
