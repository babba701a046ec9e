// Every kind of payment there is: its name in files and who is on the other side when firms pay or receive it. A new flow is an
// enumerator and a row of the list. What is posted goes into the matrix of the month by itself (books.cpp), and the run stops
// where what was paid as a flow is not what was received.
#pragma once

#include "sim/money.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace rongtong {

enum class Flow : std::uint8_t {
    wages,
    mixed_income,
    invoices,
    market_inputs,
    market_sales,
    consumption,
    government_demand,
    investment,
    research,
    housing,
    public_investment,
    imports,
    exports,
    production_tax,
    profit_tax,
    direct_tax,
    dividends,
    entry_capital,
    exit_payout,
    estates,
    transfer_abroad,
    policy_cost,
    benefits,
    owner_money,
    subsidies,
    membership_fees,
    platform_inputs,
    loan_interest,
    deposit_interest,
    bond_interest,
    reserve_interest,
    advance_interest,
    bank_dividends,
    central_bank_profit,
    bank_rescue,
    used_capital,
    acquisitions,
    mergers,
    factoring_discount,
    equity_issue,
    equity_sales,
    loss_shares,
    fund_capital,
    fund_returns,
    // flows of funds: what is lent or put aside is paid, what is borrowed is received
    loans,
    factoring,
    bond_issue,
    advances,
    reserves,
    deposits
};

// The other side of what firms pay and receive in row phases. Their own side is posted there; the other side follows from the
// sums of their group (post_partners). Firms among themselves post both sides, each its own.
enum class Partner : std::uint8_t { none, firms, households, owner, government, world, bank, platforms, clearing };

struct FlowInfo {
    Flow flow;
    std::string_view name;
    Partner partner;
};

inline constexpr std::array flow_list{
    FlowInfo{Flow::wages, "wages", Partner::households},
    FlowInfo{Flow::mixed_income, "mixed_income", Partner::none},
    FlowInfo{Flow::invoices, "invoices", Partner::firms},
    FlowInfo{Flow::market_inputs, "market_inputs", Partner::clearing},
    FlowInfo{Flow::market_sales, "market_sales", Partner::clearing},
    FlowInfo{Flow::consumption, "consumption", Partner::none},
    FlowInfo{Flow::government_demand, "government_demand", Partner::none},
    FlowInfo{Flow::investment, "investment", Partner::clearing},
    FlowInfo{Flow::research, "research", Partner::clearing},
    FlowInfo{Flow::housing, "housing", Partner::none},
    FlowInfo{Flow::public_investment, "public_investment", Partner::none},
    FlowInfo{Flow::imports, "imports", Partner::world},
    FlowInfo{Flow::exports, "exports", Partner::none},
    FlowInfo{Flow::production_tax, "production_tax", Partner::government},
    FlowInfo{Flow::profit_tax, "profit_tax", Partner::government},
    FlowInfo{Flow::direct_tax, "direct_tax", Partner::none},
    FlowInfo{Flow::dividends, "dividends", Partner::owner},
    FlowInfo{Flow::entry_capital, "entry_capital", Partner::none},
    FlowInfo{Flow::exit_payout, "exit_payout", Partner::owner},
    FlowInfo{Flow::estates, "estates", Partner::government},
    FlowInfo{Flow::transfer_abroad, "transfer_abroad", Partner::none},
    FlowInfo{Flow::policy_cost, "policy_cost", Partner::none},
    FlowInfo{Flow::benefits, "benefits", Partner::none},
    FlowInfo{Flow::owner_money, "owner_money", Partner::owner},
    FlowInfo{Flow::subsidies, "subsidies", Partner::government},
    FlowInfo{Flow::membership_fees, "membership_fees", Partner::platforms},
    FlowInfo{Flow::platform_inputs, "platform_inputs", Partner::none},
    FlowInfo{Flow::loan_interest, "loan_interest", Partner::bank},
    FlowInfo{Flow::deposit_interest, "deposit_interest", Partner::none},
    FlowInfo{Flow::bond_interest, "bond_interest", Partner::none},
    FlowInfo{Flow::reserve_interest, "reserve_interest", Partner::none},
    FlowInfo{Flow::advance_interest, "advance_interest", Partner::none},
    FlowInfo{Flow::bank_dividends, "bank_dividends", Partner::none},
    FlowInfo{Flow::central_bank_profit, "central_bank_profit", Partner::none},
    FlowInfo{Flow::bank_rescue, "bank_rescue", Partner::none},
    FlowInfo{Flow::used_capital, "used_capital", Partner::households},
    FlowInfo{Flow::acquisitions, "acquisitions", Partner::none},
    FlowInfo{Flow::mergers, "mergers", Partner::firms},
    FlowInfo{Flow::factoring_discount, "factoring_discount", Partner::bank},
    FlowInfo{Flow::equity_issue, "equity_issue", Partner::none},
    FlowInfo{Flow::equity_sales, "equity_sales", Partner::none},
    FlowInfo{Flow::loss_shares, "loss_shares", Partner::none},
    FlowInfo{Flow::fund_capital, "fund_capital", Partner::none},
    FlowInfo{Flow::fund_returns, "fund_returns", Partner::none},
    FlowInfo{Flow::loans, "loans", Partner::bank},
    FlowInfo{Flow::factoring, "factoring", Partner::bank},
    FlowInfo{Flow::bond_issue, "bond_issue", Partner::none},
    FlowInfo{Flow::advances, "advances", Partner::none},
    FlowInfo{Flow::reserves, "reserves", Partner::none},
    FlowInfo{Flow::deposits, "deposits", Partner::none},
};
inline constexpr std::size_t flow_count = flow_list.size();

consteval bool flows_are_in_order()
{
    for (std::size_t k = 0; k < flow_count; ++k)
        if (static_cast<std::size_t>(flow_list[k].flow) != k) return false;
    return static_cast<std::size_t>(Flow::deposits) + 1 == flow_count;
}
static_assert(flows_are_in_order(), "a row of flow_list for each enumerator, in the same order");

inline constexpr std::array<std::string_view, flow_count> flow_names = [] {
    std::array<std::string_view, flow_count> names;
    for (std::size_t k = 0; k < flow_count; ++k) names[k] = flow_list[k].name;
    return names;
}();

// What somebody received (above zero) and paid (below) in a month, by flow.
struct Purse {
    std::array<Money, flow_count> by{};

    Money& operator[](Flow flow) { return by[static_cast<std::size_t>(flow)]; }
    Money operator[](Flow flow) const { return by[static_cast<std::size_t>(flow)]; }
    Money received(Flow flow) const { return (*this)[flow]; }
    Money paid(Flow flow) const { return -(*this)[flow]; }
    Money net() const
    {
        Money sum;
        for (const Money amount : by) sum += amount;
        return sum;
    }
};

inline void transfer(Flow flow, Purse& from, Purse& to, Money amount)
{
    from[flow] -= amount;
    to[flow] += amount;
}

} // namespace rongtong
