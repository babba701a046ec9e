// Government: one budget for all regions. Equations: government.cpp; what it wants to buy: orders/final_demand.cpp; bonds:
// capital/books.cpp and banks.cpp.
#pragma once

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
    // of this month
    Money production_tax, profit_tax, direct_tax, state_dividends, demand, demand_imports, public_investment,
        public_investment_imports, policy_cost, new_bonds, bond_interest, bank_dividends, bank_rescue;
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
                          &G::production_tax,
                          &G::profit_tax,
                          &G::direct_tax,
                          &G::state_dividends,
                          &G::demand,
                          &G::demand_imports,
                          &G::public_investment,
                          &G::public_investment_imports,
                          &G::policy_cost,
                          &G::new_bonds,
                          &G::bond_interest,
                          &G::bank_dividends,
                          &G::bank_rescue,
                          &G::demand_real};
    }
};

} // namespace rongtong
