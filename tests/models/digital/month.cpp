// Months in which firms use and adopt digital tools (models/digital/, firm/use_digital.cpp).
#include "models/research/gains.hpp"
#include "tests/models/digital/digital.hpp"
#include "tests/models/repeats.hpp"

using namespace rongtong;

namespace {

double spending(const Economy& e) { return Money(e.total.digital_paid).yuan(); } // of the last month

} // namespace

TEST_CASE("without luck levels, spending and the economy rest", "[digital]")
{
    for (const double progress : {0.0, 0.03}) {
        const Setup setup = with_tools(resting_research(3000, progress));
        Economy e = start_economy(setup);
        const Economy start = e;
        advance(e, 1);
        const double first = spending(e);
        CHECK(first > 0);
        advance(e, 35);
        CHECK(std::equal(e.firms.digital.begin(), e.firms.digital.end(), start.firms.digital.begin()));
        CHECK(std::equal(e.firms.standard.begin(), e.firms.standard.end(), start.firms.standard.begin()));
        const double grown = std::pow(1 + growth_a_month(setup.parameters), 35);
        CHECK(spending(e) == Approx(first * grown).epsilon(2e-3));
        for (std::size_t row = 0; row < e.firms.rows(); ++row) CHECK(e.firms.price[row] == Approx(1).epsilon(5e-3));
        Setup off = setup;
        off.parameters.digital.digital_switch = 0;
        const auto made = [](const Economy& x) {
            return sum_over_firms(x, [&](auto r) { return x.firms.planned[r]; });
        };
        CHECK(made(e) == Approx(made(after(off, 36))).epsilon(5e-4));
    }
}

TEST_CASE("at the start firms spend on tools what their baskets lack of the host's product", "[digital]")
{
    const Setup setup = with_tools(resting_setup(3000));
    Setup off = setup;
    off.parameters.digital.digital_switch = 0;
    Economy with = start_economy(setup), without = start_economy(off);
    double spent = 0, lacking = 0;
    for (std::size_t row = 0; row < with.firms.rows(); ++row) {
        spent += with.firms.digital_rate[row] * with.firms.expected[row];
        lacking += (without.firms.basket_coef[row] - with.firms.basket_coef[row]) * with.firms.planned[row];
    }
    CHECK(spent > 0);
    CHECK(lacking == Approx(spent).epsilon(1e-6)); // nothing grows here
    advance(with), advance(without);
    CHECK(spending(with) == Approx(spent).epsilon(1e-3));
    CHECK(with.total.profit == Approx(static_cast<double>(without.total.profit)).epsilon(1e-3));
    const auto orders = [](const Economy& e) { return sum_over_firms(e, [&](auto r) { return e.firms.orders[r]; }); };
    CHECK(orders(with) == Approx(orders(without)).epsilon(1e-6));
}

TEST_CASE("steps up and ageing balance, so that means of sizes stay and no growth comes of it", "[digital]")
{
    Economy e = start_economy(with_tools(small_setup(6000)));
    const double small = mean_level_of(e, false), large = mean_level_of(e, true);
    CHECK(small == Approx(1.3).margin(0.05));
    CHECK(large > small + 0.2);
    std::int64_t adopted = 0;
    for (int month = 0; month < 60; ++month) advance(e), adopted += e.total.digital_adopted;
    CHECK(adopted > 0.3 * 6000); // a tenth of firms and more a year
    CHECK(mean_level_of(e, false) == Approx(small).margin(0.1));
    CHECK(mean_level_of(e, true) == Approx(large).margin(0.35)); // of few
}

TEST_CASE("a firm that can't pay for upkeep loses what it has", "[digital]")
{
    Setup setup = with_tools(small_setup(1000));
    setup.parameters.digital.kept = 0.9;
    Economy a = start_economy(setup), b = start_economy(setup);
    for (std::size_t row = 0; row < b.firms.rows(); ++row) b.firms.digital_rate[row] *= 1e4f; // more than they have
    advance(a), advance(b);
    const auto all = [](std::size_t) { return true; };
    CHECK(mean_level(b, all) < mean_level(a, all) - 0.005);
}

TEST_CASE("a level more saves labour, and one less costs it", "[digital]")
{
    Setup setup = with_tools(small_setup(1000));
    setup.parameters.digital.saving = 0.1;
    Setup dull = setup;
    dull.parameters.digital.saving = 0;
    Economy a = start_economy(setup), b = start_economy(dull);
    std::vector<std::uint8_t> before(a.firms.digital.begin(), a.firms.digital.end());
    const std::vector<float> technology(a.firms.technology.begin(), a.firms.technology.end());
    advance(a);
    std::size_t moved = 0;
    const double taken = a.frontier.taken;
    for (std::size_t row = 0; row < before.size(); ++row) {
        if (a.firms.state[row] != FirmState::active || a.firms.research_usual[row] > 0) continue;
        const int change = a.firms.digital[row] - before[row];
        const double gain = a.firms.technology[row] - technology[row] + taken;
        if (change == 0) continue;
        moved += 1;
        const double learnt = caught_up(technology[row] - a.frontier.front[sector_of(a, row)], 0,
                                        setup.parameters.research);
        CHECK(gain == Approx(0.1 * change / 32 + learnt).margin(0.004));
    }
    CHECK(moved > 20);
}

TEST_CASE("leaders of level two and beyond take no new partner below the barrier", "[digital]")
{
    Economy e = start_economy(with_tools(small_setup(1000)));
    e.setup.parameters.digital.barrier = 1;
    e.firms.digital[0] = 64, e.firms.digital[1] = 31, e.firms.digital[2] = 32;
    CHECK(is_shut_out(e, 0, 1));
    CHECK_FALSE(is_shut_out(e, 0, 2));
    e.firms.digital[0] = 63;
    CHECK_FALSE(is_shut_out(e, 0, 1));
}

TEST_CASE("tools are the same on any threads and over a checkpoint", "[digital]")
{
    Setup setup = with_tools(small_setup(3000));
    setup.parameters.joint.leader_workers = 1, setup.parameters.review.review_switch = 1;
    check_repeats(setup, 26, 14, [](const Economy& e) { CHECK(e.total.digital_adopted > 0); });
}

TEST_CASE("without growth that research makes nobody adopts, and nothing differs", "[digital]")
{
    Setup off = small_setup(1000);
    off.parameters.technology = default_parameters().technology;
    Setup on = off;
    on.parameters.digital.digital_switch = 1;
    CHECK(state_hash(after(on, 13)) == state_hash(after(off, 13)));
    off.parameters.technology.progress_switch = 2, off.parameters.research.base = 0; // no R&D to make it
    on.parameters.technology = off.parameters.technology, on.parameters.research = off.parameters.research;
    CHECK(state_hash(after(on, 13)) == state_hash(after(off, 13)));
}
