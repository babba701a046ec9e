// Chain leaders (models/network/leaders.hpp).
#include "models/network/leaders.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

namespace {

double purchases(const Economy& e, std::size_t row)
{
    double coef = 0;
    for_links(e, row, [&](std::uint32_t edge) { coef += e.links.coef[edge]; });
    return coef * e.firms.expected[row];
}

void check_leaders(const Economy& e)
{
    const std::size_t sectors = e.groups.sectors();
    std::vector<std::size_t> leaders(sectors);
    std::vector<double> most(sectors), of_leader(sectors);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] != FirmState::active) continue;
        const std::size_t s = sector_of(e, row);
        most[s] = std::max(most[s], purchases(e, row));
        if (!is_leader(e, row)) continue;
        ++leaders[s];
        of_leader[s] = purchases(e, row);
    }
    for (std::size_t s = 0; s < sectors; ++s) {
        INFO(e.technology.sectors[s].code);
        CHECK(leaders[s] == (most[s] > 0 ? 1u : 0u));
        CHECK(of_leader[s] == most[s]);
    }
}

} // namespace

TEST_CASE("the leader of a sector is the firm that buys most over links")
{
    Economy e = start_economy(small_setup(2000));
    check_leaders(e);
    advance(e, 12); // chosen anew
    check_leaders(e);
}

TEST_CASE("a leader keeps its place until the next choice")
{
    Economy e = after(small_setup(2000), 12);
    const auto chosen = e.turnover.leaders;
    advance(e, 11);
    CHECK(e.turnover.leaders == chosen);
    advance(e);
    CHECK(e.turnover.leaders != chosen);
}

TEST_CASE("the output of leaders is what those that are there make in the month")
{
    Economy e = start_economy(small_setup(2000));
    std::size_t left = 0; // leaders that have gone in the year
    for (int month = 0; month < 12; ++month) {
        std::vector<bool> there(e.firms.rows());
        for (std::size_t row = 0; row < there.size(); ++row) there[row] = e.firms.state[row] == FirmState::active;
        advance(e);
        if (e.month == 12) break; // chosen anew
        double wanted = 0;
        for (std::size_t row = 0; row < there.size(); ++row)
            if (is_leader(e, row) && there[row]) wanted += e.firms.made[row];
            else if (is_leader(e, row)) ++left;
        INFO("month " << e.month << ", gone before: " << left);
        REQUIRE(leaders_output(e) == Approx(wanted));
        REQUIRE(wanted > 0);
        REQUIRE(wanted < from_fixed_goods(e.total.made));
    }
}
