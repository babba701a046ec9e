// The review of this month's firms (network/review.hpp).
#pragma once

#include "models/network/supplier_choice.hpp"

namespace rongtong {

// Firms whose month it is look around, ask and change; suppliers answer. A row phase, then serial.
void review_links(Economy& economy, const Draws& draws, const SupplierChoice& choice);

} // namespace rongtong
