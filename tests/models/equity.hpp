// What the tests of equity share: a lively market for stakes, and stakes made by hand.
#pragma once

#include "models/capital/equity.hpp"
#include "models/network/leaders.hpp"
#include "tests/models/policies.hpp"

namespace rongtong {

// Many rounds and quick exits.
inline Setup lively(Setup setup)
{
    auto& r = setup.parameters.equity;
    r.openness = 1, r.private_budget = 0.1, r.smallest_round = 1000, r.hold_months = 6, r.exit_rate = 3;
    r.corporate_reserve = 0.5, r.least_return = 0.02;
    return setup;
}

inline Policy fund(std::int32_t start = 1) { return policy_of("guidance_fund", {2000, 1, 0.05, 12, 0.5}, start); }

// A private firm that is no chain leader and holds no stakes, and a chain leader.
inline std::pair<std::size_t, std::size_t> firm_and_leader(Economy& e)
{
    std::size_t leader = e.firms.rows();
    for (auto id : e.turnover.leaders)
        if (id != 0 && leader == e.firms.rows()) leader = row_of(e, id);
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.firms.state[row] == FirmState::active && e.firms.workers[row] > 5 && row != leader &&
            e.groups[e.firms.group[row]].owner == Owner::private_owner && !is_leader(e, row))
            return {row, leader};
    throw std::runtime_error("no firm");
}

inline Stake stake(const Economy& e, std::size_t row, Investor kind, double share, std::uint64_t investor = 0)
{
    Stake s{};
    s.firm = e.firms.id[row];
    s.kind = kind;
    s.investor = investor;
    s.share = share;
    s.cost = Money(1000);
    s.month = e.month;
    return s;
}

inline void hold(Economy& e, std::size_t row, std::vector<Stake> stakes)
{
    e.equity.stakes = std::move(stakes);
    set_shares(e, row);
}

} // namespace rongtong
