// Books made anew, for tests.
#pragma once

#include "tests/models/fixture.hpp"

namespace rongtong {

// What the books say, from the rows of all agents: none of it through the sums that the model makes.
inline void recount_books(const Economy& e)
{
    INFO("month " << e.month);
    check_banking(e);
    Money sold;
    for (const auto& bank : e.banks) sold += bank.factored;
    REQUIRE(sum_of(e.firms.receivable) + sold == sum_of(e.firms.payable));
    REQUIRE(sum_of(e.firms.estate_due) == e.government.estate_claims);
    Money owed;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.firms.state[row] != FirmState::gone)
            for_links(e, row, [&](std::uint32_t edge) { owed += e.links.owed(edge); });
    REQUIRE(owed == sum_of(e.firms.payable));
    for (std::size_t f = 0; f < flow_names.size(); ++f) {
        Money sum;
        for (auto m : e.accounts.flows.cell[f]) sum += m;
        INFO(flow_names[f]);
        REQUIRE(sum == Money());
    }
    for (std::size_t k = 0; k < account_names.size(); ++k) {
        Money sum;
        for (const auto& row : e.accounts.flows.cell) sum += row[k];
        INFO(account_names[k]);
        REQUIRE(sum == Money());
    }
    Money equity;
    for (auto m : e.accounts.balance.cell[static_cast<std::size_t>(Asset::equity)]) equity += m;
    REQUIRE(equity == Money());
}

} // namespace rongtong
