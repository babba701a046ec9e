// Incomes that firms and pools pay in month 1, and the state's part of them.
#pragma once

#include "models/economy.hpp"

namespace rongtong {

struct Incomes {                                 // yuan a month
    std::vector<double> income;                  // of households by region
    std::vector<double> labour, mixed, benefits; // parts of it
    double production_tax = 0, profit_tax = 0, state_dividends = 0;
};

Incomes incomes_at_start(const Economy& economy);

} // namespace rongtong
