// Households of a region. Equations: households.cpp; what they want to buy: orders/final_demand.cpp.
#pragma once

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
    Money wages, mixed_income, dividends, deposit_interest, bank_dividends, direct_tax, transfer_abroad, consumption,
        consumption_imports, housing, housing_imports, entry_money, exit_money, used_capital;
    Money equity_net; // received less paid for stakes, with losses that funds bore
    double consumption_real = 0;

    static constexpr auto fields()
    {
        using H = Households;
        return std::tuple{
            &H::deposits,    &H::disposable,          &H::labour_force,      &H::income_share,    &H::wage_index,
            &H::hire_share,  &H::employed_in_firms,   &H::employed_in_pools, &H::wages,           &H::mixed_income,
            &H::dividends,   &H::deposit_interest,    &H::bank_dividends,    &H::direct_tax,      &H::transfer_abroad,
            &H::consumption, &H::consumption_imports, &H::housing,           &H::housing_imports, &H::entry_money,
            &H::exit_money,  &H::used_capital,        &H::equity_net,        &H::consumption_real};
    }
};

inline Money income_of(const Households& h)
{
    return h.wages + h.mixed_income + h.dividends + h.deposit_interest + h.bank_dividends;
}

// Fen, at least one.
inline std::int64_t taxable_income(const Households& h) { return std::max<std::int64_t>(1, income_of(h).fen); }

} // namespace rongtong
