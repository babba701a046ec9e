// Digital tools and standards between firms: whom a firm trades with, and what that means for it (maturity.hpp, standards.hpp).
#pragma once

#include "models/digital/maturity.hpp"
#include "models/digital/standards.hpp"
#include "models/economy.hpp"

namespace rongtong {

// Switched on, and growth comes from research.
bool has_digital(const Economy& e);

// Mean level of those over whose links a firm buys; that of a firm at level 1 where there is none.
double level_of_suppliers(const Economy& e, std::size_t row);

// The standard that fits a firm's sales (standards.hpp). orders: goods of the month, of all customers.
std::uint8_t fitting_standard(const Economy& e, std::size_t row, double orders);

// What the customers of a firm tell it this month.
Forecast forecast_for(const Economy& e, std::size_t row);

// Sets workspace.standard_cover from the conditions of the month.
void set_cover(Economy& e);

// A firm of level 2 or beyond takes nobody below the barrier as a new partner.
inline bool is_shut_out(const Economy& e, std::size_t row, std::size_t partner)
{
    return e.firms.digital[row] >= 2 * digital_units &&
           level_of(e.firms.digital[partner]) < e.setup.parameters.digital.barrier;
}

} // namespace rongtong
