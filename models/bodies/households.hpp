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
    double mean_wages = 0;   // wages, mixed income and benefits after tax: 3-month mean, yuan a month
    double mean_profits = 0; // dividends and interest after tax and transfer abroad: the same
    double propensity_wealth = 0; // share of deposits that they spend in a month, solved at the start
    double propensity_income =
        1; // factor on the propensities to spend income, below 1 where the table's households spend little
    // of this month
    Money consumption_imports; // what is paid stands in the ledger
    double consumption_real = 0;

    static constexpr auto fields()
    {
        using H = Households;
        return std::tuple{&H::deposits,          &H::disposable,          &H::income_share,
                          &H::mean_wages,        &H::mean_profits,        &H::propensity_wealth,
                          &H::propensity_income, &H::consumption_imports, &H::consumption_real};
    }
};

inline Money income_of(const Purse& households)
{
    Money sum;
    for (const Flow flow : {Flow::wages, Flow::mixed_income, Flow::benefits, Flow::dividends, Flow::deposit_interest,
                            Flow::bank_dividends})
        sum += households.received(flow);
    return sum;
}

// The part of it that is earned by work, or paid for want of it.
inline Money earned_by(const Purse& households)
{
    return households.received(Flow::wages) + households.received(Flow::mixed_income) +
           households.received(Flow::benefits);
}

// Fen, at least one.
inline std::int64_t taxable_income(const Purse& households)
{
    return std::max<std::int64_t>(1, income_of(households).fen);
}

} // namespace rongtong
