// Marks of plausibility: bounds that an economy in the calibrated range keeps. One that is left does not stop the run (books that
// don't close do); it says that figures beyond it should be read with care. Looked at at the end of each month, on totals only.
//
// Money that is made other than by banks, the state or payments from abroad (the mark money_made; fen, ==):
//
//   change of deposits of all but banks, central bank, government and world
//     = net new loans of banks and invoices that they bought
//     + bonds that banks and the central bank bought                                 (what they pay for claims)
//     + fall of government's and of foreigners' accounts at the central bank          (what these paid out)
//     - what banks and the central bank earned less what they paid out                (interest, dividends, rescues)
//
// The right side is what the columns of banks and central bank in the flow matrix pay to others: all rows but deposits and what
// the two owe each other (reserves, advances), plus the fall of the two accounts. The left side is from the balance sheet and the
// deposits at the month's opening. A new kind of flow needs no change here. Layout: Godley & Lavoie 2007, ch. 2 and 10; that loans
// make deposits: McLeay, Radia & Thomas 2014, Bank of England Quarterly Bulletin 54(1).
// Bounds: assumed, wide of anything that the calibrated economy does. Parameters: least_capital. Test: tests/models/plausibility.cpp.
#pragma once

#include "sim/money.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace rongtong {

struct Accounts;
struct Economy;

inline constexpr std::size_t mark_count = 10;

struct PlausibilityMark {
    std::string_view name, unit, long_name;
    double low, high; // where the value should be; infinite where one side is open
    double (*value)(const Economy&);
};

// All that are looked at, in the order of Marks.
std::span<const PlausibilityMark, mark_count> plausibility_marks();

// How a mark was left in the run so far.
struct MarkRecord {
    std::int32_t first = 0;  // month in which it was left first; 0: never
    std::int32_t months = 0; // in which it was left
    double worst = 0;        // value furthest out
};

using Marks = std::array<MarkRecord, mark_count>;

// At the end of a month: compares the totals with the marks, and notes in economy.marks which were left.
void check_marks(Economy& economy);

// How deposits of firms and households changed in a month. Only until tidy_rows: it may set opening deposits anew.
struct MoneyMade {
    Money change;               // by the balance sheet
    Money loans, bonds, states; // by banks' loans, bonds bought, and the accounts of government and world
    Money kept;                 // what banks and the central bank earned and did not pay out: takes money away
    Money gap() const { return change - (loans + bonds + states - kept); }
};

MoneyMade money_made(const Accounts& accounts);

} // namespace rongtong
