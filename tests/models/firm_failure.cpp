// The shock firm_failure: who fails, who loses (models/policies/shocks/firm_failure.cpp).
#include "tests/models/policies.hpp"

using namespace rongtong;

TEST_CASE("the largest debtors fail in the month of the shock, and only they")
{
    Setup setup = resting_setup();
    setup.parameters.credit.liquidation_value = 0;
    setup.shocks.push_back(shock_of("firm_failure", 3, {2, 0}));
    Economy e = after(setup, 2);
    std::vector<std::pair<std::int64_t, std::uint64_t>> debts;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        debts.push_back({-(e.firms.payable[row] + e.firms.loans(row)).fen, e.firms.id[row]});
    std::sort(debts.begin(), debts.end());
    advance(e);
    REQUIRE(e.total.defaults == 2);
    for (int k : {0, 1}) {
        const bool named = e.records.events[k].firm == debts[0].second || e.records.events[k].firm == debts[1].second;
        CHECK(named);
    }
    CHECK(e.total.written_off + e.total.loans_lost > 0);
    check_banking(e);
    advance(e);
    CHECK(e.total.defaults == 0);
}

TEST_CASE("the shock names a firm by its id, within its target")
{
    Setup setup = resting_setup();
    ShockEvent one = shock_of("firm_failure", 1, {1, 17});
    setup.shocks.push_back(one);
    Economy e = after(setup, 1);
    REQUIRE(e.records.events.size() == 1);
    CHECK(e.records.events[0].firm == 17);
    CHECK(e.records.events[0].kind == EventKind::bankruptcy);
    one.target.sectors.reset();
    setup.shocks = {one};
    CHECK(after(setup, 1).records.events.empty());
}
