// Indicators of capital that changes hands by exit and entry.
#include "models/indicators/arithmetic.hpp"
#include "models/indicators/indicator.hpp"

#include <numeric>

namespace rongtong {

extern const std::vector<Indicator> indicators_used_capital{
    {"capital_left", "yuan", "capital of firms that left in the month, at starting prices", "sum over firms", nullptr,
     [](const FirmSums& s) { return from_fixed_goods(s.freed_capital); }},
    {"capital_taken", "yuan", "used capital that founders bought in the month, at starting prices", "sum over entrants",
     nullptr, [](const FirmSums& s) { return from_fixed_goods(s.entry_capital); }},
    {"capital_founded", "yuan", "new capital that founders bought in the month, at starting prices",
     "delivered in the month after entry", nullptr,
     [](const FirmSums& s) { return from_fixed_goods(s.entry_new_capital); }},
    {"capital_scrapped", "yuan", "used capital scrapped in the month, at starting prices", "sum over cells",
     [](const Economy& e) { return e.turnover.scrapped; }, nullptr},
    {"used_capital", "yuan", "capital of firms that left, not sold yet, end of month, at starting prices",
     "sum over cells",
     [](const Economy& e) {
         return std::accumulate(e.turnover.used_capital.begin(), e.turnover.used_capital.end(), 0.0);
     },
     nullptr},
};

} // namespace rongtong
