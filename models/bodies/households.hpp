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
    double income_share = 0; // of the nation's households at the start: their part of what banks pay private owners
    // of this month
    Money consumption_imports; // what is paid stands in the ledger
    double consumption_real = 0;

    static constexpr auto fields()
    {
        using H = Households;
        return std::tuple{&H::deposits, &H::disposable, &H::income_share, &H::consumption_imports,
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
