// Links that lost their supplier get another one (replacement.cpp).
#pragma once

#include "models/network/link_plan.hpp"
#include "models/network/supplier_choice.hpp"

namespace rongtong {

// Every link in economy.work.lost gets another supplier where the sector has one.
void replace_lost(Economy& economy, const Draws& draws, const SupplierChoice& choice);

// Gives a link to another supplier, with new terms; the buyer owes nothing on it. Serial.
void move_link(Economy& economy, const Draws& draws, std::uint32_t edge, std::uint32_t buyer, std::uint32_t supplier);

// A new supplier is not asked for more than largest_new of its usual sales; what is beyond is bought on the market.
void fit_to_supplier(Economy& economy, std::uint32_t edge, std::size_t buyer);

} // namespace rongtong
