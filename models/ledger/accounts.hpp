// The accounts of a month: who paid what to whom. Columns are sectors of agents; every flow sums to zero over columns, and
// with the flows of funds (loans, bonds, deposits, ...) every column sums to zero too (transaction-flow matrix of Godley &
// Lavoie 2007, ch. 2). Checked with ==.
#pragma once

#include "models/ledger/flows.hpp"

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
    platforms,
    clearing
};
inline constexpr std::array<std::string_view, 13> account_names{
    "micro_firms", "small_firms", "medium_firms", "large_firms", "pools",     "households", "government",
    "world",       "bank",        "central_bank", "funds",       "platforms", "clearing"};

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
    Matrix<Flow, flow_count> flows;            // received positive, paid negative, fen
    Matrix<Asset, asset_names.size()> balance; // assets positive, liabilities negative, fen, end of the month
    std::array<Money, account_names.size()> opening_deposits{}; // by account, of this month
};

} // namespace rongtong
