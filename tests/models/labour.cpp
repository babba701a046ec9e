// Workers, hours and unemployment (models/firm/hours.hpp, labour in firm/plan.cpp and labour/settle_labour.cpp).
#include "models/firm/hours.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

TEST_CASE("the last worker is paid for the hours that the plan needs, at least a fifth")
{
    CHECK(persons_paid(50, 100, 1) == Approx(0.5));
    CHECK(persons_paid(100, 100, 1) == 1);
    CHECK(persons_paid(150, 100, 1) == 1);
    CHECK(persons_paid(5, 100, 1) == Approx(0.2));
    CHECK(persons_paid(0, 100, 1) == Approx(0.2));
    CHECK(persons_paid(150, 100, 2) == Approx(1.5));
    CHECK(persons_paid(100, 100, 2) == Approx(1.2));
    CHECK(persons_paid(2950, 100, 30) == Approx(29.5));
}

TEST_CASE("every firm has whole workers, at least one, and nobody works twice")
{
    const auto seed = GENERATE(1u, 2u, 3u, 4u);
    Economy e = start_economy(small_setup(1000, seed));
    for (int month = 0; month < 60; ++month) {
        advance(e);
        std::vector<double> working(e.groups.regions());
        for (std::size_t row = 0; row < e.firms.rows(); ++row) {
            if (e.firms.state[row] != FirmState::active) continue;
            REQUIRE(e.firms.workers[row] >= 1);
            working[region_of(e, row)] += e.firms.workers[row];
        }
        for (std::size_t r = 0; r < working.size(); ++r) {
            const auto& h = e.households[r];
            REQUIRE(h.employed_in_firms == working[r]);
            INFO("seed " << seed << " month " << e.month << " region " << r);
            REQUIRE(h.employed_in_firms + h.employed_in_pools <= h.labour_force * (1 + 1e-9));
            REQUIRE(h.hire_share >= 0);
            REQUIRE(h.hire_share <= 1);
        }
    }
}

TEST_CASE("a firm that plans more hires a share of what it lacks; one that plans less fires a share")
{
    Economy e = start_economy(resting_setup());
    const auto& rules = e.setup.parameters.labour;
    const auto plain = [&](std::size_t row) { // plans what it expects
        return e.firms.workers[row] >= 40 && !e.technology.sectors[sector_of(e, row)].holds_stock;
    };
    std::size_t grows = 0;
    while (!plain(grows)) ++grows;
    std::size_t shrinks = grows + 1;
    while (!plain(shrinks)) ++shrinks;
    const double before = e.firms.workers[grows], more = before + 20;
    const double much = e.firms.workers[shrinks], less = much - 20;
    e.firms.expected[grows] = e.firms.productivity[grows] * more;
    e.firms.expected[shrinks] = e.firms.productivity[shrinks] * less;
    Economy next = e;
    advance(next);
    const auto wanted = [&](std::size_t row) { return next.firms.planned[row] / e.firms.productivity[row]; };
    CHECK(next.firms.workers[grows] == Approx(before + rules.hiring_speed * (wanted(grows) - before)).margin(1));
    CHECK(next.firms.workers[grows] > before);
    CHECK(next.firms.workers[shrinks] == Approx(much - rules.firing_speed * (much - wanted(shrinks))).margin(1));
    CHECK(next.firms.workers[shrinks] < much);
}

TEST_CASE("a firm employs only whom it can pay")
{
    Economy e = start_economy(without_credit(resting_setup()));
    std::size_t row = 0;
    while (e.firms.workers[row] < 40) ++row;
    const auto& s = e.technology.sectors[sector_of(e, row)];
    const double wage = 100 * s.labour * e.firms.productivity[row];
    const Money kept = round_fen(10.5 * wage);
    e.households[region_of(e, row)].deposits += e.firms.cash[row] - kept;
    e.firms.cash[row] = kept;
    move_deposits(e);
    advance(e);
    if (e.firms.state[row] == FirmState::active) CHECK(e.firms.workers[row] == 10);
    else CHECK(e.records.events.at(0).workers == 10); // and could not pay its suppliers
}
