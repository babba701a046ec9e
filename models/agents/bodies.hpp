// The agents beside firms and banks: pools of self-employed, farms and public units; regional households; government; the
// rest of the world.
#pragma once

#include "sim/money.hpp"

#include <tuple>
#include <vector>

namespace rongtong {

// By cell (sector * regions + region). Paid in cash; what is left of sales is the mixed income of the region's households.
struct Pools {
    std::vector<double> persons, persons_at_start, output_at_start;
    std::vector<double> expected;            // demand, goods a month
    std::vector<double> supply;              // share of what is ordered that inputs allow, 0 to 1
    std::vector<double> price;               // yuan per unit
    std::vector<double> appeal, share, pull; // in the market of the cell
    // of this month
    std::vector<double> ordered, shipped, basket; // goods
    std::vector<Money> revenue, inputs_paid, imports_paid, tax, investment_paid, investment_imports, income;
    std::vector<double> investment; // capital goods ordered
};

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
        return std::tuple{&H::deposits,          &H::disposable,          &H::labour_force,     &H::income_share,
                          &H::wage_index,        &H::hire_share,          &H::employed_in_firms, &H::employed_in_pools,
                          &H::wages,             &H::mixed_income,        &H::dividends,        &H::deposit_interest,
                          &H::bank_dividends,    &H::direct_tax,          &H::transfer_abroad,  &H::consumption,
                          &H::consumption_imports, &H::housing,           &H::housing_imports,  &H::entry_money,
                          &H::exit_money,        &H::used_capital,        &H::equity_net,       &H::consumption_real};
    }
};

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
        return std::tuple{&G::treasury,          &G::bonds,             &G::estate_claims,   &G::direct_tax_rate,
                          &G::direct_tax_rate_at_start, &G::treasury_at_start, &G::debt_at_start, &G::production_tax,
                          &G::profit_tax,        &G::direct_tax,        &G::state_dividends, &G::demand,
                          &G::demand_imports,    &G::public_investment, &G::public_investment_imports, &G::policy_cost,
                          &G::new_bonds,         &G::bond_interest,     &G::bank_dividends,  &G::bank_rescue,
                          &G::demand_real};
    }
};

struct World {
    Money account;          // deposit of foreigners (may be negative: a claim on them)
    double demand_luck = 0; // log of foreign demand
    double import_price = 1;
    double mean_surplus = 0; // fen: smoothed exports less imports
    // of this month
    Money exports, imports, transfer;
    double exports_real = 0;

    static constexpr auto fields()
    {
        using W = World;
        return std::tuple{&W::account, &W::demand_luck, &W::import_price, &W::mean_surplus,
                          &W::exports, &W::imports,     &W::transfer,     &W::exports_real};
    }
};

} // namespace rongtong
