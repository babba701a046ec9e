// Closure, default and the division of an estate (models/capital/estate.hpp).
#include "models/capital/estate.hpp"
#include "models/population/closure.hpp"

#include "tests/models/fixture.hpp"
#include "tests/models/owners.hpp"

using namespace rongtong;

TEST_CASE("the probability that an owner gives up")
{
    TurnoverRules rules = default_parameters().turnover;
    rules.closure_rate = 0.12, rules.closure_profit = 8, rules.closure_size = 0.5;
    CHECK(closure_probability(0.05, 0.05, 1, rules) == Approx(0.01));
    CHECK(closure_probability(0.05, 0.05, 100, rules) == Approx(0.001));
    CHECK(closure_probability(-0.05, 0.05, 1, rules) == Approx(0.01 * std::exp(0.8)));
    CHECK(closure_probability(0.15, 0.05, 1, rules) == Approx(0.01 * std::exp(-0.8)));
    CHECK(closure_probability(-1, 0.05, 1, rules) == Approx(0.01 * std::exp(5.0))); // bounded
}

TEST_CASE("a pot pays taxes, then creditors, then owners")
{
    const Money none;
    auto e = divide_estate(Money(1000), none, none, Money(200), Money(300), 0);
    CHECK(e.tax == Money(200));
    CHECK(e.to_creditors == Money(300));
    CHECK(e.to_owners == Money(500));
    e = divide_estate(Money(1000), none, none, Money(200), Money(3000), 0);
    CHECK(e.to_creditors == Money(800));
    CHECK(e.to_owners == Money());
    e = divide_estate(Money(100), none, none, Money(200), Money(3000), 0);
    CHECK(e.tax == Money(100));
    CHECK(e.to_creditors == Money());
    e = divide_estate(none, none, none, none, none, 0);
    CHECK(e.to_owners == Money());
}

TEST_CASE("a bank comes first as far as its collateral is worth, then with the other creditors")
{
    auto e = divide_estate(Money(1000), Money(400), Money(300), Money(100), Money(500), 0);
    CHECK(e.to_bank == Money(300)); // wholly secured
    CHECK(e.tax == Money(100));
    CHECK(e.to_creditors == Money(500));
    CHECK(e.to_owners == Money(100));
    // 400 secured; of the other 500, 100 are taxes; 400 for claims of 200 (bank) and 600: a half each
    e = divide_estate(Money(900), Money(400), Money(600), Money(100), Money(600), 0);
    CHECK(e.to_bank == Money(500));
    CHECK(e.tax == Money(100));
    CHECK(e.to_creditors == Money(300));
    CHECK(e.to_owners == Money());
}

TEST_CASE("proceedings cost a share of the pot, after the collateral and before taxes")
{
    auto e = divide_estate(Money(1000), Money(400), Money(300), Money(100), Money(500), 0.2);
    CHECK(e.to_bank == Money(300));
    CHECK(e.cost == Money(200));
    CHECK(e.tax == Money(100));
    CHECK(e.to_creditors == Money(400));
    CHECK(e.to_owners == Money());
    e = divide_estate(Money(400), Money(350), Money(380), Money(100), Money(500), 0.2);
    CHECK(e.to_bank == Money(350)); // no more than is left beside the collateral
    CHECK(e.cost == Money(50));
    CHECK(e.tax + e.to_creditors + e.to_owners == Money());
}

namespace {

// A firm that owes its suppliers more than its customers owe it.
std::size_t indebted_firm(const Economy& e)
{
    std::size_t best = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.firms.payable[row] - e.firms.receivable[row] > e.firms.payable[best] - e.firms.receivable[best])
            best = row;
    REQUIRE(e.firms.payable[best] > e.firms.receivable[best]);
    return best;
}

} // namespace

TEST_CASE("a firm without money defaults: its claims are divided among its suppliers, who lose the rest")
{
    Economy e = start_economy(without_owners(without_credit(resting_setup())));
    const std::size_t row = indebted_firm(e);
    empty_till(e, row);
    const Money owed = e.firms.payable[row], claims = e.firms.receivable[row];
    const double cost_share = e.setup.parameters.insolvency.proceedings_cost;
    const Money pot = claims - round_fen(cost_share * static_cast<double>(claims.fen));
    const auto id = e.firms.id[row];
    const auto workers = e.firms.workers[row];
    Money paid;
    for_links(e, row, [&](std::uint32_t edge) { paid += part_of(e.links.owed(edge), pot.fen, owed.fen); });
    advance(e);
    CHECK(e.firms.state[row] == FirmState::gone);
    REQUIRE(e.total.defaults == 1);
    REQUIRE(e.records.events.size() == 1);
    const Event& event = e.records.events[0];
    CHECK(event.kind == EventKind::bankruptcy);
    CHECK(event.firm == id);
    CHECK(event.workers == workers); // all of them lose their jobs
    CHECK(event.owed == owed);
    CHECK(event.lost == owed - paid);
    CHECK(Money(e.total.written_off) == event.lost); // to the fen, on the suppliers' side
    CHECK(Money(e.total.lost_by_creditors) == event.lost);
    CHECK(Money(e.total.estate_awarded) == paid);
    CHECK(Money(e.total.proceedings_cost) == claims - pot);
    CHECK(e.firms.cash[row] == Money());
    CHECK(e.firms.payable[row] == Money());
    advance(e, 3);
}

TEST_CASE("a firm without customers that owe it, and that can pay wages but not its oldest invoice, defaults")
{
    Economy e = start_economy(without_owners(without_credit(resting_setup())));
    std::size_t row = 0;
    const auto oldest = [&](std::size_t r) {
        Money sum;
        for_links(e, r, [&](std::uint32_t edge) {
            sum += e.links.ring[ring_months - 2][edge];
        }); // due two months before the start
        return sum;
    };
    while (e.firms.workers[row] < 2 || oldest(row) < Money(1000) || e.firms.receivable[row] > Money()) ++row;
    Economy rest = e;
    advance(rest);
    const auto& s = e.technology.sectors[sector_of(e, row)];
    const Money wages = round_fen(100 * s.labour * e.firms.labour_cost[row] * e.firms.expected[row]);
    Economy poor = e, poorer = e;
    keep_in_till(poor, row, wages + oldest(row));
    keep_in_till(poorer, row, wages + oldest(row) - Money(100));
    advance(poor);
    advance(poorer);
    CHECK(poor.firms.state[row] == FirmState::active);
    CHECK(poor.firms.behind[row] == 1);
    CHECK(poor.firms.overdue[row] > rest.firms.overdue[row]);
    CHECK(poorer.firms.state[row] == FirmState::gone);
    CHECK(poorer.total.defaults == 1);
}

TEST_CASE("suppliers of a firm that defaults wait for what its estate pays them")
{
    Setup setup = without_owners(without_credit(resting_setup()));
    setup.parameters.insolvency.proceedings_months = 5;
    setup.parameters.accounting.claims_weight = 0; // owners leave no more cash in suppliers that are owed less
    Economy e = start_economy(setup);
    const std::size_t row = indebted_firm(e);
    Economy rest = e;
    empty_till(e, row);
    advance(e), advance(rest);
    REQUIRE(e.total.defaults == 1);
    std::size_t waiting = e.firms.rows();
    for (std::size_t r = 0; r < e.firms.rows(); ++r) {
        if (e.firms.estate_due[r] >= Money()) continue;
        waiting = r;
        CHECK(e.firms.cash[r] < rest.firms.cash[r]); // what the firm would have paid this month
    }
    // less what they owe for goods of that firm
    CHECK(sum_of(e.firms.estate_due) == e.government.estate_claims);
    REQUIRE(waiting < e.firms.rows());
    for (int month = 0; month < 3; ++month) {
        const std::int64_t left = -e.firms.estate_due[waiting].fen;
        advance(e);
        CHECK(-e.firms.estate_due[waiting].fen == left - (left + 4) / 5);
        check_banking(e);
    }
}

TEST_CASE("small firms are wound up more often than larger ones")
{
    Economy e = start_economy(small_setup(3000));
    double small = 0, small_gone = 0, large = 0, large_gone = 0;
    for (int month = 0; month < 36; ++month) {
        for (std::size_t row = 0; row < e.firms.rows(); ++row) {
            if (e.firms.state[row] != FirmState::active) continue;
            (e.firms.workers[row] <= 3 ? small : large) += 1;
        }
        advance(e);
        for (const auto& event : e.records.events)
            if (event.kind == EventKind::closure) (event.workers <= 3 ? small_gone : large_gone) += 1;
    }
    const double rate = 12 * (small_gone + large_gone) / (small + large);
    CHECK(small_gone / small > large_gone / large);
    const double usual = e.setup.parameters.turnover.closure_rate;
    CHECK(rate > 0.3 * usual);
    CHECK(rate < 3 * usual);
}

TEST_CASE("a firm that closes pays everybody")
{
    Economy e = start_economy(small_setup());
    Money lost;
    int closures = 0;
    for (int month = 0; month < 24; ++month) {
        advance(e);
        for (const auto& event : e.records.events) {
            if (event.kind != EventKind::closure) continue;
            ++closures;
            REQUIRE(event.lost == Money());
        }
        lost += Money(e.total.written_off - e.total.lost_by_creditors - e.total.claims_cut);
    }
    CHECK(closures > 50);
    CHECK(lost == Money());
}
