// With luck switched off, the start is a rest point: nothing drifts in ten years.
#include "models/state.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

namespace {

struct Levels {
    double output, employment, cash, loans, receivable, capital, finished, households, lowest_price, highest_price;
};

Levels levels_of(const Economy& e)
{
    Levels x{};
    x.lowest_price = 1e9;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        x.output += e.firms.made[row];
        x.employment += e.firms.workers[row];
        x.cash += e.firms.cash[row].yuan();
        x.loans += e.firms.loans(row).yuan();
        x.receivable += e.firms.receivable[row].yuan();
        x.capital += e.firms.capital[row];
        x.finished += e.firms.finished[row];
        x.lowest_price = std::min(x.lowest_price, e.firms.price[row]);
        x.highest_price = std::max(x.highest_price, e.firms.price[row]);
    }
    for (const auto& h : e.households) x.households += h.deposits.yuan();
    return x;
}

} // namespace

TEST_CASE("without luck output, prices, employment and money stay where they are for ten years")
{
    Economy e = start_economy(resting_setup(1000));
    const Levels start = levels_of(e);
    const auto hold = [&] {
        const Levels now = levels_of(e);
        INFO("month " << e.month);
        REQUIRE(now.output == Approx(start.output).epsilon(1e-6));
        REQUIRE(now.employment == start.employment);
        REQUIRE(now.cash == Approx(start.cash).epsilon(1e-6));
        REQUIRE(now.receivable == Approx(start.receivable).epsilon(1e-6));
        REQUIRE(now.capital == Approx(start.capital).epsilon(1e-6));
        REQUIRE(now.finished == Approx(start.finished).epsilon(1e-6));
        REQUIRE(now.households == Approx(start.households).epsilon(1e-6));
        REQUIRE(now.lowest_price == Approx(1).epsilon(1e-6));
        REQUIRE(now.highest_price == Approx(1).epsilon(1e-6));
        REQUIRE(now.loans == Approx(start.loans).epsilon(1e-6));
        check_banking(e);
        REQUIRE(e.records.events.empty());
    };
    for (int year = 0; year < 10; ++year) {
        advance(e, 12);
        hold();
    }
}

TEST_CASE("without luck each firm makes its output of the start, month after month")
{
    Economy e = start_economy(resting_setup(1000));
    const Firms start = e.firms;
    advance(e, 24);
    for (std::size_t row = 0; row < start.rows(); ++row) {
        INFO("row " << row);
        REQUIRE(e.firms.made[row] == Approx(start.made[row]).epsilon(1e-5));
        REQUIRE(e.firms.workers[row] == start.workers[row]);
        REQUIRE(e.firms.cash[row].yuan() == Approx(start.cash[row].yuan()).epsilon(1e-5).margin(1));
    }
}

TEST_CASE("without luck the seed of the draws plays no part after the start")
{
    Economy e = start_economy(resting_setup(600));
    Economy other = e;
    const Draws draws(1, 0), others(99, 7);
    for (int month = 0; month < 6; ++month) {
        advance_month(e, draws);
        advance_month(other, others);
    }
    CHECK(state_hash(e) == state_hash(other));
}

TEST_CASE("a nudged economy comes back to rest", "[.slow]")
{
    Economy e = start_economy(resting_setup(1000));
    const Levels start = levels_of(e);
    for (auto& x : e.firms.expected) x *= 0.97;
    advance(e, 240);
    const Levels now = levels_of(e);
    CHECK(now.output == Approx(start.output).epsilon(0.02));
}

TEST_CASE("with luck the economy stays near its start for ten years", "[.slow]")
{
    for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
        Economy e = start_economy(small_setup(5000, 1, replicate));
        advance(e, 1);
        const double output = from_fixed_goods(e.total.made), price = e.market.use_price.all[0];
        const auto firms = e.total.firms;
        double last_year = 0;
        for (int month = 2; month <= 120; ++month) {
            advance(e);
            if (month > 108) last_year += from_fixed_goods(e.total.made) / 12;
        }
        INFO("replicate " << replicate << ": output " << last_year / output << ", firms "
                          << static_cast<double>(e.total.firms) / static_cast<double>(firms) << ", price "
                          << e.market.use_price.all[0] / price);
        CHECK(last_year / output > 0.85);
        CHECK(last_year / output < 1.15);
        CHECK(static_cast<double>(e.total.firms) / static_cast<double>(firms) > 0.8);
        CHECK(static_cast<double>(e.total.firms) / static_cast<double>(firms) < 1.25);
    }
}
