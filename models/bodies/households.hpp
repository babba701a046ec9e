// Households of a region. Equations: households.cpp; what they want to buy: orders/final_demand.cpp.
#pragma once

#include "models/ledger/flows.hpp"
#include "sim/money.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>

namespace rongtong {

struct Households {
    Money deposits;
    Money disposable;        // income after direct tax and transfer abroad, last month
    double labour_force = 0; // persons
    double income_share = 0; // of the nation's households at the start: their part of what banks pay private owners
    double wage_index = 1;   // wages of the region over the start
    double hire_share = 1;   // share of wanted hires that find a worker
    double employed_in_firms = 0, employed_in_pools = 0;
    // of this month
    Money consumption_imports; // what is paid stands in the ledger
    double consumption_real = 0;

    static constexpr auto fields()
    {
        using H = Households;
        return std::tuple{&H::deposits,          &H::disposable,        &H::labour_force,
                          &H::income_share,      &H::wage_index,        &H::hire_share,
                          &H::employed_in_firms, &H::employed_in_pools, &H::consumption_imports,
                          &H::consumption_real};
    }
};

inline Money income_of(const Purse& households)
{
    Money sum;
    for (const Flow flow :
         {Flow::wages, Flow::mixed_income, Flow::dividends, Flow::deposit_interest, Flow::bank_dividends})
        sum += households.received(flow);
    return sum;
}

// Fen, at least one.
inline std::int64_t taxable_income(const Purse& households)
{
    return std::max<std::int64_t>(1, income_of(households).fen);
}

} // namespace rongtong
