// The steps that make the starting economy, in order (start_economy in start.cpp).
#pragma once

#include "models/economy.hpp"

namespace rongtong {

// Firms of each sector and region: workers, productivity, owner; output normalised to the sector. Rows are sorted by cell.
void make_firms(Economy& economy, const Draws& draws);

// Expected exits and entrants, and the capital, used capital and ages that follow from them (turnover.cpp).
void set_turnover(Economy& economy, const Draws& draws);

// Founders of the month before the first, once the balances of all others stand (turnover.cpp).
void found_cohort(Economy& economy, const Draws& draws);

// Links of every firm, then their volumes: no firm's known customers order more than it makes.
void make_network(Economy& economy, const Draws& draws);

// Pools of self-employed, farms and public units.
void make_pools(Economy& economy);

// The market, with its pools: what links leave, trade shares between regions, market shares, compositions.
void make_market(Economy& economy);

// Banks, and each firm's bank and loans.
void make_banks(Economy& economy, const Draws& draws);

// Cash, stocks, invoices, deposits, bonds: the rest point in money.
void make_balances(Economy& economy, const Draws& draws);

} // namespace rongtong
