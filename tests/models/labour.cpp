// Workers, hours, wages and unemployment (models/labour/, models/labour/hours.hpp, labour in firm/plan.cpp).
#include "models/labour/hiring.hpp"
#include "models/labour/hours.hpp"
#include "models/labour/wage_curve.hpp"

#include "tests/models/fixture.hpp"
#include "tests/models/owners.hpp"

using namespace rongtong;

TEST_CASE("the last worker is paid for the hours that the plan needs, at least a fifth")
{
    CHECK(persons_paid(50, 100, 1) == Approx(0.5));
    CHECK(persons_paid(100, 100, 1) == 1);
    CHECK(persons_paid(150, 100, 1) == 1);
    CHECK(persons_paid(5, 100, 1) == Approx(0.2));
    CHECK(persons_paid(0, 100, 1) == Approx(0.2));
    CHECK(persons_paid(150, 100, 2) == Approx(1.5));
    CHECK(persons_paid(110, 100, 2) == Approx(1.1));
    CHECK(persons_paid(90, 100, 2) == 1); // of two, one is paid whatever the plan
    CHECK(persons_paid(2950, 100, 30) == Approx(29.5));
}

TEST_CASE("a firm needs its workers less a part of one, and keeps the idle part of a person")
{
    CHECK(idle_part(5, 0.9) == 0.9);
    CHECK(idle_part(1, 0.5) == Approx(0.4)); // a single worker has work for a fifth of the time at least
    Economy e = start_economy(resting_setup());
    std::size_t row = 0;
    while (e.firms.workers[row] < 40 || e.technology.sectors[sector_of(e, row)].holds_stock) ++row;
    const std::int32_t workers = e.firms.workers[row];
    e.firms.expected[row] = e.firms.productivity[row] * (workers - 0.9);
    advance(e, 1);
    CHECK(e.firms.workers[row] == workers);
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
            const LabourMarket& market = e.labour(Labour::workers, r);
            REQUIRE(market.employed_in_firms == working[r]);
            INFO("seed " << seed << " month " << e.month << " region " << r);
            REQUIRE(market.employed() <= market.labour_force * (1 + 1e-9));
            REQUIRE(market.hire_share >= 0);
            REQUIRE(market.hire_share <= 1);
        }
    }
}

TEST_CASE("a firm that plans more hires a share of what it lacks, one that plans less fires a share")
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
    CHECK(next.firms.workers[shrinks] == Approx(much - rules.firing_speed * (much - 1 - wanted(shrinks))).margin(1));
    CHECK(next.firms.workers[shrinks] < much);
}

TEST_CASE("a firm employs only whom it can pay")
{
    Economy e = start_economy(without_owners(without_credit(resting_setup())));
    std::size_t row = 0;
    while (e.firms.workers[row] < 40) ++row;
    const auto& s = e.technology.sectors[sector_of(e, row)];
    const double wage = 100 * s.labour * e.firms.labour_cost[row] * e.firms.productivity[row];
    const Money kept = round_fen(10.5 * wage);
    e.households[region_of(e, row)].deposits += e.firms.cash[row] - kept;
    e.firms.cash[row] = kept;
    move_deposits(e);
    advance(e);
    if (e.firms.state[row] == FirmState::active) CHECK(e.firms.workers[row] == 10);
    else CHECK(e.records.events.at(0).workers == 10); // and could not pay its suppliers
}

TEST_CASE("firms find half of the unemployed less what rounding may add, and never more than all or less than none")
{
    LabourMarket market;
    market.labour_force = 1000, market.employed_in_firms = 600, market.employed_in_pools = 200;
    const double found = hands(market, 0.5);
    CHECK(found == 100);
    CHECK(hire_share(found, 140) == 0.5); // 100 - 3 * 10 for 140
    CHECK(hire_share(found, 50) == 1);
    CHECK(hire_share(found, 0) == 1);
    CHECK(hire_share(4, 10) == 0); // 4 - 3 * 2 < 0
    market.employed_in_pools = 500;
    CHECK(hands(market, 0.5) == 0);
    CHECK(hire_share(hands(market, 0.5), 10) == 0);
}

TEST_CASE("wages move towards a curve around the real wage that people are used to")
{
    LabourRules rules{};
    rules.wage_slope = 0.1, rules.wage_speed = 0.025, rules.aspiration_speed = 0.05;
    LabourMarket market;
    market.labour_force = 1000, market.employed_in_firms = 940;
    CHECK(next_wage(market, 1, 0.06, rules).index == Approx(1));
    CHECK(next_wage(market, 1, 0.03, rules).index == Approx(std::exp(-0.025 * 0.1 * std::log(2))));
    CHECK(next_wage(market, 1, 0.12, rules).index == Approx(std::exp(0.025 * 0.1 * std::log(2))));
    // Prices rose: aspirations fall a little, wages rise by their speed.
    const Wage dear = next_wage(market, 1.1, 0.06, rules);
    CHECK(dear.aspiration == Approx(-0.05 * std::log(1.1)));
    CHECK(dear.index == Approx(std::exp(0.025 * (dear.aspiration + std::log(1.1)))));
    // Nobody left is not minus infinity.
    market.employed_in_firms = 1000;
    CHECK(next_wage(market, 1, 0.06, rules).index == Approx(std::exp(0.025 * 0.1 * std::log(0.06 / 0.004))));
    rules.wage_speed = 0;
    CHECK(next_wage(market, 1, 0.06, rules).index == 1);
}

TEST_CASE("after a lasting rise of prices unemployment comes back to where it was: people get used to the real wage")
{
    LabourRules rules = default_parameters().labour;
    LabourMarket market;
    market.labour_force = 1000, market.employed_in_firms = 940;
    for (int month = 0; month < 600; ++month) { // a price that stays a tenth above wages
        const Wage wage = next_wage(market, 1.1 * market.wage_index, 0.06, rules);
        market.wage_index = wage.index, market.aspiration = wage.aspiration;
    }
    const double before = market.wage_index;
    CHECK(market.aspiration == Approx(-std::log(1.1)).epsilon(1e-3));
    CHECK(next_wage(market, 1.1 * before, 0.06, rules).index == Approx(before).epsilon(1e-5)); // no spiral
}

TEST_CASE("benefits are the rate times the region's wage for each who looks for work, from government to households")
{
    const Economy e = after(small_setup(), 5);
    Money paid;
    for (std::size_t r = 0; r < e.households.size(); ++r) {
        const LabourMarket& market = e.labour(Labour::workers, r);
        const Money got = e.ledger.households[r].received(Flow::benefits);
        CHECK(got > Money());
        paid += got;
        CHECK(market.wage_at_start > 1000);
    }
    CHECK(e.ledger.government.paid(Flow::benefits) == paid);
    CHECK(e.accounts.flows(Flow::benefits, Account::households) == paid);
    Setup none = small_setup();
    none.parameters.labour.benefit = 0;
    CHECK(after(none, 2).ledger.government.paid(Flow::benefits) == Money());
}

TEST_CASE("the table of labour markets has a row for each kind and region")
{
    LabourMarkets markets;
    markets.resize(3);
    CHECK(markets.all.size() == 3 * labour_names.size());
    CHECK(markets.regions() == 3);
    markets(Labour::workers, 2).wage_index = 1.5;
    CHECK(markets.of(Labour::workers).size() == 3);
    CHECK(markets.of(Labour::workers)[2].wage_index == 1.5);
    CHECK(markets.of(Labour::workers)[1].wage_index == 1);
}

TEST_CASE("wages fall where unemployment is above its start, by the curve")
{
    Economy e = start_economy(resting_setup());
    const double usual = china()->unemployment_rate;
    LabourMarket& market = e.labour(Labour::workers, 1);
    const double employed = market.employed();
    market.labour_force = employed / (1 - 1.5 * usual); // half as many again without work
    advance(e);
    const auto& rules = e.setup.parameters.labour;
    const double unit = rules.wage_speed * rules.wage_slope;
    CHECK(market.wage_index == Approx(std::exp(-unit * std::log(1.5))).epsilon(1e-6));
    CHECK(e.labour(Labour::workers, 0).wage_index == Approx(1).epsilon(1e-9));
    Economy tight = start_economy(resting_setup());
    tight.labour(Labour::workers, 1).labour_force = employed; // nobody left
    advance(tight);
    CHECK(tight.labour(Labour::workers, 1).wage_index ==
          Approx(std::exp(unit * std::log(usual / 0.004))).epsilon(1e-6));
}

TEST_CASE("the self-employed follow what their pool sells")
{
    Economy e = start_economy(resting_setup());
    std::size_t k = 0;
    while (e.pools.persons[k] <= 0 || e.technology.sectors[k / e.groups.regions()].has_firms == false) ++k;
    const double persons = e.pools.persons[k];
    e.pools.expected[k] *= 0.9;
    advance(e);
    const double wanted = persons * e.pools.expected[k] / e.pools.output_at_start[k];
    CHECK(e.pools.expected[k] < 0.95 * e.pools.output_at_start[k]);
    CHECK(e.pools.persons[k] ==
          Approx(persons + e.setup.parameters.labour.pool_speed * (wanted - persons)).epsilon(1e-9));
}

TEST_CASE("pools that grow find at most their reach of the region's unemployed")
{
    for (const double reach : {0.001, 0.2}) {
        Setup setup = resting_setup();
        setup.parameters.labour.pools_reach = reach;
        Economy e = start_economy(setup);
        advance(e);
        for (auto& expected : e.pools.expected) expected *= 3;
        const auto before = e.pools.persons;
        advance(e);
        const double unemployed = e.labour(Labour::workers, 0).unemployed(); // before pools moved
        double joined = 0;
        for (std::size_t k = 0; k < before.size(); k += e.groups.regions()) joined += e.pools.persons[k] - before[k];
        CHECK(joined == Approx(reach * unemployed).epsilon(1e-6));
    }
}
