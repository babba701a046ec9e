// The parts of a month's renewal of firms (renew.cpp).
#pragma once

#include "models/network/replacement.hpp"

namespace rongtong {

// Entry (entry.cpp): founds this month's entrants and links them to suppliers.
void enter_firms(Economy& economy, const Draws& draws, const LinkPlans& plans, const SupplierChoice& choice);

// Suppliers of the rows from `first` on.
void link_entrants(Economy& economy, const Draws& draws, const LinkPlans& plans, const SupplierChoice& choice,
                   std::size_t first);

// A firm more in the cell, in the last row, without suppliers yet (founding.cpp). False: no hands or savings for it.
bool found_firm(Economy& economy, const Draws& draws, const LinkPlans& plans, std::size_t cell);

} // namespace rongtong
