// The parts of a month's renewal of firms (renew.cpp).
#pragma once

#include "models/orders/link_plan.hpp"
#include "models/orders/supplier_choice.hpp"

namespace rongtong {

// Entry (entry.cpp): founds this month's entrants and links them to suppliers.
void enter_firms(Economy& economy, const Draws& draws, const LinkPlans& plans, const SupplierChoice& choice);

// A firm more in the cell, in the last row, without suppliers yet (founding.cpp). False: no hands, savings or capital for it.
bool found_firm(Economy& economy, const Draws& draws, const LinkPlans& plans, std::size_t cell);

// Replacement (replacement.cpp): every link in economy.work.lost gets another supplier where the sector has one.
void replace_lost(Economy& economy, const Draws& draws, const SupplierChoice& choice);

// Gives a link to another supplier, with new terms; the buyer owes nothing on it. Serial.
void move_link(Economy& economy, const Draws& draws, std::uint32_t edge, std::uint32_t buyer, std::uint32_t supplier);

// A new supplier is not asked for more than largest_new of its usual sales; what is beyond is bought on the market.
void fit_to_supplier(Economy& economy, std::uint32_t edge, std::size_t buyer);

} // namespace rongtong
