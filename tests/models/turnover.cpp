// Entry, lost suppliers and the closing of holes (models/population/renew.cpp, compaction.cpp).
#include "tests/models/fixture.hpp"
#include "tests/models/owners.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace rongtong;

TEST_CASE("every link of a living firm leads to a living firm at the end of each month")
{
    Economy e = start_economy(small_setup(2000));
    std::size_t replaced = 0;
    for (int month = 0; month < 30; ++month) {
        const auto target = e.links.network.target;
        const std::size_t rows = e.firms.rows();
        advance(e);
        for (std::size_t row = 0; row < e.firms.rows(); ++row) {
            if (e.firms.state[row] != FirmState::active) continue;
            for_links(e, row, [&](std::uint32_t edge) {
                const auto supplier = e.links.network.target[edge];
                if (supplier == row) REQUIRE(e.links.coef[edge] == 0);
                REQUIRE(e.firms.state[supplier] == FirmState::active);
                if (e.links.coef[edge] > 0) REQUIRE(sector_of(e, supplier) == e.links.sector[edge]);
                if (e.month % 12 != 0 && edge < target.size() && supplier != target[edge] && row < rows) ++replaced;
            });
        }
    }
    CHECK(replaced > 100);
}

TEST_CASE("a lost supplier is replaced in the month in which it goes, also without luck")
{
    Economy e = start_economy(without_owners(without_credit(resting_setup())));
    std::size_t lost = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.links.network.incoming(row).size() > e.links.network.incoming(lost).size()) lost = row;
    const auto span = e.links.network.incoming(lost);
    const std::vector<std::uint32_t> customers(span.begin(), span.end());
    REQUIRE(customers.size() > 10);
    empty_till(e, lost);
    advance(e);
    REQUIRE(e.firms.state[lost] == FirmState::gone);
    const double most = e.setup.parameters.network.largest_new;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        for_links(e, row, [&](std::uint32_t edge) { // nobody asks too much of a new supplier
            if (std::count(customers.begin(), customers.end(), edge) == 0) return;
            const double asked = e.links.coef[edge] * e.firms.expected[row];
            CHECK(asked <= most * e.firms.expected[e.links.network.target[edge]] * (1 + 1e-6));
        });
    for (auto edge : customers) {
        const auto supplier = e.links.network.target[edge];
        CHECK(supplier != lost);
        CHECK(e.firms.state[supplier] == FirmState::active);
        CHECK(sector_of(e, supplier) == e.links.sector[edge]);
        CHECK(e.links.owed(edge) == Money()); // the receiver collects what was owed
        const auto back = e.links.network.incoming(supplier);
        CHECK(std::count(back.begin(), back.end(), edge) == 1);
    }
    Money due;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) due += e.firms.estate_due[row];
    CHECK(due == e.government.estate_claims);
    const Money claims = e.government.estate_claims;
    advance(e);
    CHECK(e.government.estate_claims < claims); // a third of it a month
}

TEST_CASE("a link remembers the month in which the two became partners")
{
    Economy e = start_economy(without_mergers(small_setup(2000)));
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        for_links(e, row, [&](std::uint32_t edge) { REQUIRE(e.links.since[edge] == 0); });
    std::size_t kept = 0, replaced = 0, of_entrants = 0;
    for (int month = 1; month <= 11; ++month) { // before rows move
        const auto target = e.links.network.target;
        const auto since = e.links.since;
        const std::size_t rows = e.firms.rows();
        const auto born = e.firms.born;
        advance(e);
        for (std::size_t row = 0; row < e.firms.rows(); ++row) {
            if (e.firms.state[row] != FirmState::active) continue;
            const bool entrant = row >= rows || e.firms.born[row] != born[row];
            for_links(e, row, [&](std::uint32_t edge) {
                if (e.links.network.target[edge] == row) return; // it found nobody
                const bool same = !entrant && edge < target.size() && e.links.network.target[edge] == target[edge];
                REQUIRE(e.links.since[edge] == (same ? since[edge] : month));
                ++(same ? kept : entrant ? of_entrants : replaced);
            });
        }
    }
    CHECK(kept > 10000);
    CHECK(replaced > 50);
    CHECK(of_entrants > 100);
}

// Without own making a firm buys what its sector needs; what it makes itself takes hands as well, and costs more.
TEST_CASE("what firms need and what crosses borders stays right when suppliers change")
{
    for (const bool making : {false, true}) {
        Setup setup = without_edges(small_setup(2000));
        setup.parameters.make.make_switch = making;
        Economy e = start_economy(setup);
        std::size_t makers = 0;
        for (int month = 0; month < 24; ++month) {
            advance(e);
            for (std::size_t row = 0; row < e.firms.rows(); ++row) {
                if (e.firms.state[row] != FirmState::active) continue;
                double bought = e.firms.basket_coef[row], crossing = 0;
                for_links(e, row, [&](std::uint32_t edge) {
                    bought += e.links.coef[edge];
                    if (region_of(e, e.links.network.target[edge]) != region_of(e, row)) crossing += e.links.coef[edge];
                });
                INFO("month " << e.month << " row " << row);
                const Sector& s = e.technology.sectors[sector_of(e, row)];
                const double own = e.firms.own_labour[row];
                makers += own > 0;
                if (making) REQUIRE(bought + s.labour * own >= s.domestic * (1 - 1e-6));
                else REQUIRE(bought == Approx(s.domestic).epsilon(1e-6));
                REQUIRE(e.firms.border_coef[row] == Approx(crossing).margin(1e-5));
            }
        }
        CHECK((makers > 100) == making);
    }
}

TEST_CASE("a firm that opens takes links that others lost")
{
    Economy e = start_economy(without_mergers(small_setup(3000)));
    std::size_t opened = 0, with_customers = 0, chances = 0, taken = 0;
    for (int month = 1; month <= 23; ++month) {
        const auto before = e.links.network.target;
        advance(e);
        if (month % 12 == 0 || month % 12 == 1) continue;      // rows moved between
        std::map<std::size_t, std::set<std::size_t>> openings; // by sector
        for (std::size_t row = 0; row < e.firms.rows(); ++row)
            if (e.firms.state[row] == FirmState::active && e.firms.born[row] == e.month - 1) {
                openings[sector_of(e, row)].insert(row);
                ++opened;
                with_customers += !e.links.network.incoming(row).empty();
            }
        std::map<std::size_t, int> moved, to_openings;
        for (std::size_t row = 0; row < e.firms.rows(); ++row) {
            if (e.firms.state[row] != FirmState::active || e.firms.born[row] >= e.month - 1) continue;
            for_links(e, row, [&](std::uint32_t edge) {
                if (edge >= before.size() || before[edge] == e.links.network.target[edge]) return;
                const std::size_t sector = e.links.sector[edge];
                ++moved[sector];
                const auto it = openings.find(sector);
                if (it != openings.end())
                    to_openings[sector] += static_cast<int>(it->second.count(e.links.network.target[edge]));
            });
        }
        for (const auto& [sector, n] : moved)
            if (openings.count(sector)) ++chances, taken += to_openings[sector] > 0;
    }
    INFO(opened << " opened, " << with_customers << " with customers; " << taken << " of " << chances);
    CHECK(opened > 100);
    CHECK(with_customers > 0);
    CHECK(chances > 20);
    CHECK(taken == static_cast<decltype(taken)>(chances));
}

namespace {

struct Portrait {
    Money cash, payable, receivable;
    double stock, coef;
    Money owed;
    std::multiset<std::uint64_t> suppliers, customers;
    bool operator==(const Portrait&) const = default;
};

std::map<std::uint64_t, Portrait> portraits(const Economy& e)
{
    std::vector<std::uint32_t> owner(e.links.network.edges());
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        for_links(e, row, [&](std::uint32_t edge) { owner[edge] = static_cast<std::uint32_t>(row); });
    std::map<std::uint64_t, Portrait> all;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] == FirmState::gone) continue;
        Portrait p{e.firms.cash[row], e.firms.payable[row], e.firms.receivable[row], 0, 0, Money(), {}, {}};
        for_links(e, row, [&](std::uint32_t edge) {
            p.stock += e.links.flow[edge].stock;
            p.coef += e.links.coef[edge];
            p.owed += e.links.owed(edge);
            p.suppliers.insert(e.firms.id[e.links.network.target[edge]]);
        });
        for (auto edge : e.links.network.incoming(row))
            if (e.firms.state[owner[edge]] != FirmState::gone) p.customers.insert(e.firms.id[owner[edge]]);
        all[e.firms.id[row]] = p;
    }
    return all;
}

} // namespace

TEST_CASE("closing the holes keeps every firm's money, stocks, suppliers and customers, in the order of ids")
{
    Economy e = after(small_setup(2000), 11);
    const auto before = portraits(e);
    const std::size_t holes = e.firms.rows() - before.size();
    REQUIRE(holes > 20);
    e.month = 12;
    tidy_rows(e, Draws(e.setup.seed, e.setup.replicate));
    CHECK(e.firms.rows() == before.size());
    CHECK(e.turnover.compacted == 12);
    for (std::size_t row = 1; row < e.firms.rows(); ++row) REQUIRE(e.firms.id[row] > e.firms.id[row - 1]);
    for (auto state : e.firms.state) REQUIRE(state == FirmState::active);
    CHECK(portraits(e) == before);
    std::size_t edges = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        REQUIRE(e.links.network.first[row] == edges);
        edges += e.links.network.count[row];
    }
    CHECK(edges == e.links.network.edges());
}

TEST_CASE("the index of sizes lists the firms of each cell with running sums of size")
{
    const Economy e = after(small_setup(2000), 12);
    const auto& t = e.turnover;
    REQUIRE(t.cell_first.back() == t.cell_rows.size());
    for (std::size_t cell = 0; cell + 1 < t.cell_first.size(); ++cell) {
        double sum = 0;
        for (auto k = t.cell_first[cell]; k < t.cell_first[cell + 1]; ++k) {
            REQUIRE(e.groups.cell(e.firms.group[t.cell_rows[k]]) == cell);
            sum += e.firms.expected[t.cell_rows[k]];
            REQUIRE(t.size_weight[k] == Approx(sum).epsilon(1e-12));
        }
    }
}
