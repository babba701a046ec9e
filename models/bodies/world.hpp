// The rest of the world: it buys exports, sells imports and is owed or owes the difference. Equations: world.cpp; what it wants to
// buy: orders/final_demand.cpp.
#pragma once

#include "sim/money.hpp"

#include <tuple>

namespace rongtong {

struct World {
    Money account;          // deposit of foreigners (may be negative: a claim on them)
    double demand_luck = 0; // log of foreign demand
    double import_price = 1;
    double mean_surplus = 0; // fen: smoothed exports less imports
    // of this month
    Money transfer; // exports and imports stand in the ledger
    double exports_real = 0;

    static constexpr auto fields()
    {
        using W = World;
        return std::tuple{&W::account,      &W::demand_luck, &W::import_price,
                          &W::mean_surplus, &W::transfer,    &W::exports_real};
    }
};

} // namespace rongtong
