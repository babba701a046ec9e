// The accounts of a month: who paid what to whom. Columns are sectors of agents; every flow sums to zero over columns, and
// every column's flows sum to the change of its deposits (Godley & Lavoie 2007, ch. 2). Checked with ==.
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
    clearing
};
inline constexpr std::array<std::string_view, 10> account_names{
    "micro_firms", "small_firms", "medium_firms", "large_firms", "pools",
    "households",  "government",  "world",        "bank",        "clearing"};

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
    bond_issue
};
inline constexpr std::array<std::string_view, 22> flow_names{
    "wages",       "mixed_income",      "invoices",       "market_inputs", "market_sales",
    "consumption", "government_demand", "investment",     "housing",       "public_investment",
    "imports",     "exports",           "production_tax", "profit_tax",    "direct_tax",
    "dividends",   "entry_capital",     "exit_payout",    "estates",       "transfer_abroad",
    "policy_cost", "bond_issue"};

enum class Asset : std::uint8_t { deposits, bonds, trade_credit, estate_claims, tax_due, equity, capital, stocks };
inline constexpr std::array<std::string_view, 8> asset_names{"deposits", "bonds",  "trade_credit", "estate_claims",
                                                             "tax_due",  "equity", "capital",      "stocks"};

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
