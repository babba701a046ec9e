// A start that is given firms and links: they come back as they were, others fill up the table, and it rests.
#include "models/state.hpp"
#include "scenarios/start_notes.hpp"

#include "tests/models/own_tables.hpp"
#include "tests/models/research/researching.hpp"

using namespace rongtong;

TEST_CASE("a start gives back the firms and links of another one to the fen and to 32 bits")
{
    for (const double progress : {0.0, 0.03}) {
        Setup setup = small_setup(1500, 3);
        setup.parameters.technology.progress = progress;
        const Economy before = start_economy(setup);
        const OwnData data = tables_of(before);
        setup.seed = 4; // nothing that is given hangs on luck
        Economy e = start_economy(given(setup, data));
        check_sales(e);
        CHECK(start_notes(e).empty());
        std::size_t link = 0;
        for (std::uint32_t row = 0; row < setup.firms; ++row)
            for_links(e, row, [&](std::uint32_t edge) {
                INFO("link " << link);
                REQUIRE(link < data.links.size());
                const GivenLink& l = data.links[link++];
                REQUIRE(row == l.buyer);
                REQUIRE(e.links.network.target[edge] == l.supplier);
                REQUIRE(1200.0 * e.links.flow[edge].ordered ==
                        Approx(static_cast<double>(l.value->fen)).epsilon(3e-7).margin(0.01));
            });
        CHECK(link == data.links.size());
        advance(e, 3);
        check_banking(e);
    }
}

TEST_CASE("firms that are not given make the rest of each sector's output, and the start rests")
{
    const Economy before = start_economy(resting_setup(1500));
    Economy e = start_economy(given(resting_setup(2000), half_of(before)));
    CHECK(e.firms.rows() == 2000);
    check_sales(e);
    for (std::size_t s = 0; s < e.groups.sectors(); ++s) {
        const Sector& sector = e.technology.sectors[s];
        if (!sector.has_firms) continue;
        INFO(sector.code);
        CHECK(made_by_sector(e, s) == Approx(sector.output * (1 - sector.pool_share)).epsilon(1e-6));
    }
    const Firms start = e.firms;
    advance(e, 12);
    for (std::size_t row = 0; row < start.rows(); ++row) {
        INFO("row " << row);
        REQUIRE(e.firms.made[row] == Approx(start.made[row]).epsilon(1e-5));
        REQUIRE(e.firms.price[row] == Approx(1).epsilon(1e-5));
        REQUIRE(e.firms.workers[row] == start.workers[row]);
    }
}

TEST_CASE("a start with growth and links of others rests as well")
{
    Setup setup = small_setup(1500);
    setup.parameters.luck.luck_switch = 0;
    setup.parameters.technology.progress = 0.03;
    const auto made_in = [](const Economy& e) {
        return sum_over_firms(e, [&](std::size_t row) { return e.firms.made[row]; });
    };
    Economy before = start_economy(setup);
    OwnData data = half_of(before);
    for (std::uint32_t k = 0; k + 1 < data.firms.size(); k += 3) data.links.push_back({k, k + 1, Money(5000000)});
    Economy e = start_economy(given(setup, data));
    const double usual = made_in(before), made = made_in(e);
    advance(before, 12), advance(e, 12);
    CHECK(made_in(e) / made == Approx(made_in(before) / usual).epsilon(2e-5));
}

TEST_CASE("a start whose growth comes from research gives back its tables as well")
{
    const Economy before = start_economy(researching(1500));
    Economy all = start_economy(given(researching(1500), tables_of(before)));
    check_sales(all);
    Economy half = start_economy(given(researching(2000), half_of(before)));
    check_sales(half);
    CHECK(half.technology.research_total > 0);
    advance(half, 2);
    check_banking(half);
}

TEST_CASE("sales beyond what the table has are cut in proportion, with sums")
{
    const Economy before = start_economy(small_setup(1500));
    OwnData data = tables_of(before);
    data.links.clear();
    const std::size_t sector = data.firms.front().sector;
    double asked = 0;
    for (auto& f : data.firms)
        if (f.sector == sector) f.sales = Money(3 * f.sales->fen), asked += f.sales->yuan();
    const Economy e = start_economy(given(small_setup(1500), data));
    const double pool = 12 * e.technology.sectors[sector].output * e.technology.sectors[sector].pool_share;
    const double made = 12 * made_by_sector(e, sector);
    CHECK(made + pool == Approx(12 * e.technology.sectors[sector].output).epsilon(1e-9));
    const auto rows = rows_of_given(e);
    for (std::size_t k = 0; k < rows.size(); ++k)
        if (data.firms[k].sector == sector)
            REQUIRE(12 * e.firms.expected[rows[k]] == Approx(data.firms[k].sales->yuan() * made / asked).epsilon(1e-9));
    const auto notes = start_notes(e);
    REQUIRE_FALSE(notes.empty());
    CHECK(notes.front().find("sales of 1 sectors do not fit") != std::string::npos);
    CHECK(notes.front().find(e.technology.sectors[sector].code) != std::string::npos);
}

TEST_CASE("who makes the rest of a sector's output")
{
    Sector s;
    s.output = 120, s.pool_share = 1.0 / 6, s.productivity = 1; // firms 100 with 100 workers, pool 20
    const auto split = [&](double given, double hours) { return split_sales_of(s, given, hours); };
    CHECK(split(60, 40).others == Approx(40)); // all fits
    CHECK(split(60, 40).factor == 1);
    CHECK(split(60, 40).pool == Approx(20));
    CHECK(split(105, 0).factor == 1); // the pool gives 5 away
    CHECK(split(105, 0).pool == Approx(15));
    CHECK(split(125, 0).pool == Approx(10)); // at most half of its own
    CHECK(split(125, 0).factor == Approx(110.0 / 125));
    CHECK(split(100, 40).others == Approx(4)); // a tenth of the mean each
    CHECK(split(100, 40).pool == Approx(16));
    CHECK(split(50, 2).others == Approx(20)); // ten times the mean
    CHECK(split(50, 2).pool == Approx(30));
    CHECK(split(50, 2).factor == Approx(70.0 / 50));
    CHECK(split(0, 100).others == Approx(100));
    for (const double given : {0.0, 1.0, 50.0, 100.0, 500.0})
        for (const double hours : {1.0, 10.0, 5000.0}) {
            const SalesSplit x = split(given, hours);
            CHECK(given * x.factor + x.others + x.pool == Approx(120));
        }
}

TEST_CASE("what a start is given does not depend on threads")
{
    const Economy before = start_economy(small_setup(1500));
    OwnData data = half_of(before);
    data.links.push_back({0, 1, Money(700000)});
    const Setup setup = given(small_setup(2000), data);
    const auto run = [&] {
        Economy e = start_economy(setup);
        advance(e, 4);
        return state_hash(e);
    };
    const auto one = with_threads(1, run);
    CHECK(with_threads(2, run) == one);
    CHECK(with_threads(3, run) == one);
}

TEST_CASE("more firms in the table than in the run are refused")
{
    const Economy before = start_economy(small_setup(1500));
    OwnData data = tables_of(before);
    const auto problem_of = [&](std::uint64_t firms) {
        try {
            start_economy(given(small_setup(firms), data));
        } catch (const ScenarioError& error) {
            return error.problems.front().message;
        }
        return std::string();
    };
    CHECK(problem_of(1499).find("no room for the 1500") != std::string::npos);
    CHECK(problem_of(1500).empty());
    const auto last = data.firms.back().sector;
    std::erase_if(data.firms, [&](auto& f) { return f.sector == last; });
    data.links.clear();
    CHECK(problem_of(data.firms.size()).find("fewer than 8") != std::string::npos);
}
