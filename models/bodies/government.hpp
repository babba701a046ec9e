// Government: one budget for all regions. Equations: government.cpp; what it wants to buy: orders/final_demand.cpp; bonds:
// capital/books.cpp and banks.cpp.
#pragma once

#include "models/progress/progress.hpp"
#include "sim/money.hpp"

#include <tuple>

namespace rongtong {

struct Government {
    Money treasury;      // its account at the central bank
    Money bonds;         // owed to banks and the central bank
    Money estate_claims; // of the receiver on buyers of firms that are gone
    double direct_tax_rate = 0, direct_tax_rate_at_start = 0;
    Money treasury_at_start;
    Money debt_at_start; // bonds less treasury
    // of this month (what it pays and receives stands in the ledger)
    Money new_bonds,
        trend_bonds; // trend_bonds: the part by which they grow with the economy, bought by all who hold some
    double demand_real = 0;

    static constexpr auto fields()
    {
        using G = Government;
        return std::tuple{&G::treasury,
                          &G::bonds,
                          &G::estate_claims,
                          &G::direct_tax_rate,
                          &G::direct_tax_rate_at_start,
                          &G::treasury_at_start,
                          &G::debt_at_start,
                          &G::new_bonds,
                          &G::trend_bonds,
                          &G::demand_real};
    }
};

// What was a sum of money at the start, in an economy that grew.
inline Money grown(Money at_start, const Progress& progress)
{
    return progress.index == 1 ? at_start : round_fen(progress.index * static_cast<double>(at_start.fen));
}

} // namespace rongtong
