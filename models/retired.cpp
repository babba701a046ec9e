#include "models/retired.hpp"

#include <algorithm>

namespace rongtong {

const RetiredParameters& retired_parameters()
{
    static const RetiredParameters list{
        {"demand", "propensity_income", 0.1, 1, 0.8, "demand/propensity_wages", false, "0.1.0",
         "households spend other shares of what they earn and of profits"},
        {"demand", "propensity_wealth", 0.001, 0.5, 0.0416666666666667, "demand/household_deposits", false, "0.1.0",
         "it is solved at the start from the deposits that households hold"},
        {"labour", "wage_response", 0, 0.5, 0.005, "labour/wage_slope", false, "0.1.0",
         "wages follow a curve in levels"},
        {"labour", "wage_bound", 0.1, 10, 2, "labour/wage_slope", false, "0.1.0", "wages follow a curve in levels"},
        {"ordering", "service_cover", 0, 6, 0.5, "ordering/input_tolerance", false, "0.1.0",
         "services and utilities can't be stored"},
        {"turnover", "entry_profit", 0, 100, 4, "turnover/entry_orders", false, "0.1.0",
         "entry follows room in the market, not the profit of those who are there"},
        {"turnover", "entrant_size", 0.05, 1, 0.5, "", false, "0.1.0", "entrants are sized like firms that leave"},
    };
    return list;
}

const RetiredParameter* find_retired(const RetiredParameters& list, std::string_view group, std::string_view name)
{
    const auto found = std::find_if(list.begin(), list.end(),
                                    [&](const auto& r) { return r.group == group && r.name == name; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace rongtong
