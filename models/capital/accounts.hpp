// The accounts of a month: who paid what to whom. Columns are sectors of agents; every flow sums to zero over columns, and
// with the flows of funds (loans, bonds, deposits, ...) every column sums to zero too (transaction-flow matrix of Godley &
// Lavoie 2007, ch. 2). Checked with ==.
#pragma once

#include "sim/money.hpp"

#include <array>
#include <string_view>

namespace rongtong {

enum class Account : std::uint8_t {
    micro_firms,
    small_firms,
    medium_firms,
    large_firms,
    pools,
    households,
    government,
    world,
    bank,
    central_bank,
    funds,
    clearing
};
inline constexpr std::array<std::string_view, 12> account_names{
    "micro_firms", "small_firms", "medium_firms", "large_firms",  "pools", "households",
    "government",  "world",       "bank",         "central_bank", "funds", "clearing"};

enum class Flow : std::uint8_t {
    wages,
    mixed_income,
    invoices,
    market_inputs,
    market_sales,
    consumption,
    government_demand,
    investment,
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
inline constexpr std::array<std::string_view, 44> flow_names{"wages",
                                                             "mixed_income",
                                                             "invoices",
                                                             "market_inputs",
                                                             "market_sales",
                                                             "consumption",
                                                             "government_demand",
                                                             "investment",
                                                             "housing",
                                                             "public_investment",
                                                             "imports",
                                                             "exports",
                                                             "production_tax",
                                                             "profit_tax",
                                                             "direct_tax",
                                                             "dividends",
                                                             "entry_capital",
                                                             "exit_payout",
                                                             "estates",
                                                             "transfer_abroad",
                                                             "policy_cost",
                                                             "loan_interest",
                                                             "deposit_interest",
                                                             "bond_interest",
                                                             "reserve_interest",
                                                             "advance_interest",
                                                             "bank_dividends",
                                                             "central_bank_profit",
                                                             "bank_rescue",
                                                             "used_capital",
                                                             "acquisitions",
                                                             "mergers",
                                                             "factoring_discount",
                                                             "equity_issue",
                                                             "equity_sales",
                                                             "loss_shares",
                                                             "fund_capital",
                                                             "fund_returns",
                                                             "loans",
                                                             "factoring",
                                                             "bond_issue",
                                                             "advances",
                                                             "reserves",
                                                             "deposits"};

enum class Asset : std::uint8_t {
    deposits,
    reserves,
    advances,
    loans,
    bonds,
    trade_credit,
    estate_claims,
    tax_due,
    equity,
    stakes,
    fund_shares,
    capital,
    stocks
};
inline constexpr std::array<std::string_view, 13> asset_names{
    "deposits", "reserves", "advances", "loans",       "bonds",   "trade_credit", "estate_claims",
    "tax_due",  "equity",   "stakes",   "fund_shares", "capital", "stocks"};

template <class Row, std::size_t rows>
struct Matrix {
    std::array<std::array<Money, account_names.size()>, rows> cell{};
    Money& operator()(Row r, Account a) { return cell[static_cast<std::size_t>(r)][static_cast<std::size_t>(a)]; }
    Money operator()(Row r, Account a) const { return cell[static_cast<std::size_t>(r)][static_cast<std::size_t>(a)]; }
};

struct Accounts {
    Matrix<Flow, flow_names.size()> flows;     // received positive, paid negative, fen
    Matrix<Asset, asset_names.size()> balance; // assets positive, liabilities negative, fen, end of the month
    std::array<Money, account_names.size()> opening_deposits{}; // by account, of this month

    void pay(Flow flow, Account from, Account to, Money amount)
    {
        flows(flow, from) -= amount;
        flows(flow, to) += amount;
    }
};

} // namespace rongtong
