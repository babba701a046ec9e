// Banks and the central bank. Money is fen at the end of the month; a bank's equity is what its assets exceed its debts by.
#pragma once

#include "sim/money.hpp"

#include <array>
#include <cstdint>
#include <tuple>

namespace rongtong {

inline constexpr std::size_t most_banks = 32, risk_bins = 16;

struct Bank {
    std::int64_t region = -1; // serves this region; -1: every region
    double weight = 0;        // of its kind's customers in each region that it serves; sums to 1 over the kind
    double state_share = 0;   // of its equity that government owns, 0 to 1; the rest is the households'
    // assets
    Money loans, bonds, reserves;
    Money factored; // invoices that it bought (capital/chain_finance.hpp)
    // debts
    Money deposits, advances; // advances: of the central bank
    // what it offers this month
    std::array<double, risk_bins> allot{}; // share of approved credit that is granted, by the risk that it sees
    double cutoff = 0;                     // highest log-odds of default that it accepts
    double rate = 0;                       // on new loans before the borrower's risk, 1/year
    // of this month
    Money loan_interest, deposit_interest, bond_interest, reserve_interest, advance_interest, dividends, rescue, lost,
        granted, repaid, bonds_bought, new_advances, factored_bought, factored_collected, factored_lost, discount;
    std::array<Money, risk_bins> approved{}; // credit approved for the next month, by the risk that it sees
    Money arrears_loans;                     // loans of borrowers at least three months behind

    static constexpr auto fields()
    {
        using B = Bank;
        return std::tuple{&B::region,
                          &B::weight,
                          &B::state_share,
                          &B::loans,
                          &B::bonds,
                          &B::reserves,
                          &B::factored,
                          &B::deposits,
                          &B::advances,
                          &B::allot,
                          &B::cutoff,
                          &B::rate,
                          &B::loan_interest,
                          &B::deposit_interest,
                          &B::bond_interest,
                          &B::reserve_interest,
                          &B::advance_interest,
                          &B::dividends,
                          &B::rescue,
                          &B::lost,
                          &B::granted,
                          &B::repaid,
                          &B::bonds_bought,
                          &B::new_advances,
                          &B::factored_bought,
                          &B::factored_collected,
                          &B::factored_lost,
                          &B::discount,
                          &B::approved,
                          &B::arrears_loans};
    }

    Money equity() const { return loans + factored + bonds + reserves - deposits - advances; }
    Money lent() const { return loans + factored; }
    double capital_ratio() const // equity over what is lent, which weighs one; bonds and reserves weigh nothing
    {
        return lent().fen > 0 ? static_cast<double>(equity().fen) / static_cast<double>(lent().fen) : 1;
    }
};

struct CentralBank {
    Money bonds, advances; // assets; advances: to banks
    Money reserves;        // owed to banks; it also owes the treasury and the rest of the world their accounts
    Money profit;          // of this month, paid to government
};

} // namespace rongtong
