// A map of capabilities: what firms offered when somebody last looked.
//
//   covers a firm    : drawn once for its life, with chance on_map of its group
//   an entry         : its offer (review.hpp), each `interval` months, at the firm's own time
// Buyers that look around read some entries (orders/review_links.cpp). Who is full by now refuses, and the search is lost.
// Test: tests/models/network/search.cpp.
#pragma once

#include "models/economy.hpp"

namespace rongtong {

// Offers lie around 1; a listed one is kept above 0.
inline constexpr double listed_base = 16;
inline float listed_as(double offer) { return static_cast<float>(std::max(1e-3, offer + listed_base)); }
inline double offer_listed(float listed) { return listed - listed_base; }

// Entries of firms whose time it is are made anew: a row phase. False where there is no map.
bool update_map(Economy& economy, const Draws& draws);

} // namespace rongtong
