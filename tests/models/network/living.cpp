// A network that lives: links change by choice, and who offers more wins customers (models/network/review_links.cpp).
#include "models/network/review.hpp"

#include "tests/models/network/living.hpp"
#include "tests/models/repeats.hpp"

using namespace rongtong;

namespace {

struct Changes {
    std::int64_t begun = 0, failed = 0, left = 0, needs = 0;
};

Changes count_changes(Economy& e, int months)
{
    Changes c;
    for (int m = 0; m < months; ++m) {
        advance(e);
        c.begun += e.total.trials_begun, c.failed += e.total.trials_failed, c.left += e.total.suppliers_left;
        c.needs += e.total.needs_ended;
    }
    return c;
}

double volume_over_links(const Economy& e)
{
    return sum_over_firms(e, [&](std::size_t row) {
        double coef = 0;
        for_links(e, row, [&](std::uint32_t edge) { coef += e.links.coef[edge]; });
        return coef * e.firms.expected[row];
    });
}

std::int64_t customers_of(const Economy& e, std::size_t row)
{
    const auto in = e.links.network.incoming(row);
    return std::count_if(in.begin(), in.end(), [&](auto edge) { return e.links.coef[edge] > 0; });
}

} // namespace

TEST_CASE("buyers try suppliers, leave some and stay with others", "[review]")
{
    Economy e = start_economy(living(small_setup(3000)));
    const auto edges = static_cast<double>(e.links.network.edges());
    const Changes c = count_changes(e, 48);
    CHECK(c.begun > 0.1 * edges);
    CHECK(c.failed > c.begun / 20);
    CHECK(c.left > c.begun / 20);
    CHECK(c.failed + c.left <= c.begun);
    CHECK(static_cast<double>(c.needs) / edges / 4 == Approx(e.setup.parameters.review.need_ends).margin(0.02));
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        for_links(e, row, [&](std::uint32_t edge) {
            if (!is_trial(e.links.stage[edge])) return;
            REQUIRE(edge > e.links.network.first[row]);
            CHECK(e.links.sector[edge] == e.links.sector[edge - 1]);
        });
}

TEST_CASE("switched off, or with all rates at zero, links end with the firms at their ends alone", "[review]")
{
    Setup off = living(small_setup(1000)), zero = off;
    off.parameters.review.review_switch = 0;
    zero.parameters.review.share = zero.parameters.review.need_ends = zero.parameters.review.regain = 0;
    Economy a = after(off, 18), b = after(zero, 18);
    CHECK(std::equal(a.firms.made.begin(), a.firms.made.end(), b.firms.made.begin(), b.firms.made.end()));
    CHECK(std::equal(a.links.coef.begin(), a.links.coef.end(), b.links.coef.begin(), b.links.coef.end()));
    CHECK(a.total.trials_begun + a.total.needs_ended == 0);
}

TEST_CASE("a supplier of better goods wins customers by trials", "[review]")
{
    Setup setup = living(small_setup(3000));
    setup.parameters.review.share = 0.5, setup.parameters.review.need_ends = 0;
    setup.parameters.demand.quality_decay = 0;
    Economy usual = start_economy(setup), better = usual;
    // Every tenth firm offers more, for good.
    const auto chosen = [](std::size_t row) { return row % 10 == 0; };
    for (std::size_t row = 0; row < better.firms.rows(); ++row)
        if (chosen(row)) better.firms.quality[row] *= 1.5f;
    advance(usual, 24), advance(better, 24);
    const auto customers = [&](const Economy& e) {
        std::int64_t sum = 0;
        for (std::size_t row = 0; row < e.firms.rows(); ++row)
            if (e.firms.state[row] == FirmState::active && chosen(e.firms.id[row] - 1)) sum += customers_of(e, row);
        return static_cast<double>(sum);
    };
    CHECK(customers(better) > 1.1 * customers(usual));
}

TEST_CASE("what links lost of their volume comes back from suppliers that have room", "[review]")
{
    Setup setup = living(small_setup(3000));
    setup.parameters.review.share = setup.parameters.review.need_ends = 0;
    Setup never = setup;
    never.parameters.review.regain = 0;
    Economy a = after(setup, 36), b = after(never, 36);
    CHECK(volume_over_links(a) / sum_over_firms(a, [&](auto row) { return a.firms.expected[row]; }) >
          volume_over_links(b) / sum_over_firms(b, [&](auto row) { return b.firms.expected[row]; }));
}

TEST_CASE("what crosses borders and what is bought follow the links, whatever becomes of them", "[review]")
{
    Setup setup = without_edges(living(small_setup(2000)));
    setup.parameters.review.share = 0.5, setup.parameters.review.need_ends = 0.3, setup.parameters.review.regain = 1;
    setup.parameters.make.make_switch = 0;
    Economy e = start_economy(setup);
    for (int month = 0; month < 30; ++month) {
        advance(e);
        for (std::size_t row = 0; row < e.firms.rows(); ++row) {
            if (e.firms.state[row] != FirmState::active) continue;
            double crossing = 0, bought = e.firms.basket_coef[row];
            for_links(e, row, [&](std::uint32_t edge) {
                const auto supplier = e.links.network.target[edge];
                bought += e.links.coef[edge];
                if (region_of(e, supplier) != region_of(e, row)) crossing += e.links.coef[edge];
                if (supplier == row) REQUIRE(e.links.coef[edge] == 0);
                if (e.links.coef[edge] > 0) REQUIRE(sector_of(e, supplier) == e.links.sector[edge]);
            });
            INFO("month " << e.month << " row " << row);
            REQUIRE(e.firms.border_coef[row] == Approx(crossing).margin(1e-5));
            REQUIRE(bought == Approx(e.technology.sectors[sector_of(e, row)].domestic).epsilon(1e-5));
        }
    }
}

TEST_CASE("a living network is the same on any threads and over a checkpoint", "[review]")
{
    Setup setup = living(small_setup(2000));
    setup.parameters.review.share = 0.5;
    setup = with_policy(setup, policy_of("capability_map", {0.5}));
    setup = with_policy(setup, policy_of("matching_service", {0.5}));
    check_repeats(setup, 26, 14, [](const Economy&) {});
}
