// Mergers and acquisitions (C6): a firm is bought by a larger one of its sector and region and becomes part of it.
//
//   for sale:  P(in a month) = rate / 12, + distress_rate / 12 where suppliers or the bank wait for money; private firms only, no chain
//              leader. The upper tail of the word that decides on closure decides it, so that no firm does both
//   buyer:     drawn in proportion to size in the cell, a few tries. It is at least least_ratio times as large by expected output, owes
//              nothing overdue, has the money, and the two stay below the sector's largest size
//   price:     max(0, net asset value) * multiple (distress_multiple in distress), to the owners, the region's households
//   money:     price + what the firm owes suppliers <= both firms' cash - half of the buyer's buffer
// Why a firm is bought is noted: distress; capability, where its quality or productivity is higher; else market.
//
// The two become one: capital, stocks, workers (less redundancy), claims, loans, market share and known customers go to the buyer; what
// the firm owes suppliers is paid at once; taxes and the receiver's claims go over. Output per worker is the mean by workers, so
// nothing is gained by the act itself; quality is the mean by output. The buyer's suppliers now serve both, those of the bought firm
// lose a customer. Its stocks of inputs go into the market basket. A loan at another bank is taken over by the buyer's.
// Buyers are larger: Andrade, Mitchell & Stafford 2001, doi 10.1257/jep.15.2.103; distress: Shleifer & Vishny 1992, doi
// 10.1111/j.1540-6261.1992.tb04661.x (industry peers buy at a discount). Parameters: merger_rules.hpp. Test: tests/models/merger.cpp.
#pragma once

#include "models/economy.hpp"

namespace rongtong {

enum class MergerMotive : std::uint8_t { market, capability, distress };

inline bool in_distress(const Firms& firms, std::size_t row)
{
    return firms.behind[row] != 0 || firms.arrears[row] > 0;
}

// Whether the owners offer a firm for sale this month. u: the word that decides on closure, uniform on (0, 1).
inline bool for_sale(const Firms& firms, std::size_t row, double u, const MergerRules& rules)
{
    if (u < 1 - (rules.rate + rules.distress_rate) / 12) return false; // almost all firms
    return u >= 1 - (rules.rate + (in_distress(firms, row) ? rules.distress_rate : 0)) / 12;
}

// Cash and claims less debts, with capital at the price of new and stocks at posted prices.
Money net_asset_value(const Economy& economy, std::size_t row);

MergerMotive motive_of(const Economy& economy, std::size_t target, std::size_t buyer);

// What the owners of `target` get.
Money merger_price(const Economy& economy, std::size_t target, MergerMotive motive);

// Makes one firm of two: two rows of a cell, both active, after receipts.
void merge(Economy& economy, std::size_t target, std::size_t buyer, Money price);

} // namespace rongtong
