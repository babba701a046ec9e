// Make or buy (O9), and the dropping of suppliers that a law protects. Once a year a firm looks at each of its links:
//
//   buying costs  p_s / c_j * (1 - i d / 360)       p_s: supplier's price; c_j: mean price of its cell; d: days of credit in force
//   making costs  (1 + gap) * (1 - i d0 / 360)      d0: days of credit agreed;  gap = -mean_gap * log(u)
//   making is cheaper            -> a sixteenth of the link's volume is made in-house (up to 15)
//   buying cheaper by `margin`   -> a sixteenth goes back to the supplier
//   days of credit = term + 30 * months of habitual lateness; under a law in force min(term, cap)
//   i: rate of the firm's loans, else of its bank (1/year)
//
// A volume v of an input of sector j, made in-house, takes v (1 + gap) goods' worth at normal prices: the labour share of sector j
// as own hands (own_labour, per hand that makes output), the rest (inputs, wear, imports, tax) as goods of the market basket. So
// making costs what the comparison says. Hands and basket enter hiring, the labour limit, hours and unit cost.
//
// A firm gives a link whose supplier is protected because it is small to a large firm of that sector, which is not, where the
// credit that the law takes from it is worth more than the change:  i (d0 - d) / 360 > switch_cost + gap',
// gap' = -switch_gap * log(u'). A buyer that is to prefer small suppliers (small_bonus, log weight of an offer) counts small_bonus /
// substitution as a cost of the change as well. It expects d0 of the new one. It pays what it owes at once, from cash at hand; the new terms follow
// from the two firms' sizes. Where no large firm is found in a few draws, or a bank bought the
// claims on the link, it stays. Without a cap nobody is dropped.
//
// u and u' are fixed by buyer and link, so a law moves the links that are close to the margin, and harder laws move more of them.
// Sources: Williamson 1985, The Economic Institutions of Capitalism (transaction costs; relational trade). That a buyer answers a
// cap so: Breza & Liberman 2017, doi 10.1111/jofi.12439. Values are assumed.
// Parameters: make_rules.hpp. Test: tests/models/make_or_buy.cpp.
#pragma once

#include "models/economy.hpp"
#include "models/network/supplier_choice.hpp"

#include <cmath>

namespace rongtong {

inline double credit_days(std::int32_t days, std::int32_t late) { return days + 30.0 * late; }

// What a firm knows of a link when it looks at it.
struct InputReview {
    double price;            // the supplier's, over the mean of its cell
    double funds;            // cost of funds, 1/year
    double in_force, agreed; // days of credit
    double gap;              // by how much making costs more than the normal price

    double buying() const { return price * (1 - funds * in_force / 360); }
    double making() const { return (1 + gap) * (1 - funds * agreed / 360); }
    bool make() const { return buying() > making(); }
    bool buy_again(double margin) const { return buying() < making() - margin; }
    double lost_credit() const { return funds * (agreed - in_force) / 360; } // share of the link's volume
};

inline double exponential_gap(double mean, std::uint32_t word) { return -mean * std::log(to_uniform(word)); }

inline double cost_of_funds(const Economy& e, std::size_t row)
{
    return e.firms.loans(row).fen > 0 ? static_cast<double>(e.firms.loan_rate[row]) : e.banks[e.firms.bank[row]].rate;
}

// Goods of the input that are made in-house per unit of the firm's output.
double made_per_output(const Economy& economy, std::size_t row);

// Moves a sixteenth of a link's volume in-house (step 1) or back (step -1).
void move_input(Economy& economy, std::size_t row, std::uint32_t edge, int step, double gap);

// Links that buyers want to drop get another supplier, in the order of links. Serial.
void drop_suppliers(Economy& economy, const Draws& draws, const SupplierChoice& choice);

} // namespace rongtong
