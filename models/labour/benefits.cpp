// Unemployment benefit: benefit * mean wage of the region at the start * wage index * unemployed, fen a month, paid by government
// to the region's households. It falls due to whoever looks for work, self-employed or not. Source: Godley & Lavoie 2007 (accounts);
// replacement rate assumed. Parameter: labour_rules.hpp (benefit). Test: tests/models/labour.cpp.
#include "models/labour/settle_labour.hpp"

#include <algorithm>

namespace rongtong {

void pay_benefits(Economy& e)
{
    for (std::size_t r = 0; r < e.labour.regions(); ++r) {
        const LabourMarket& market = e.labour(Labour::workers, r);
        const double unemployed = market.unemployed() + e.labour(Labour::talent, r).unemployed();
        const double yuan = e.setup.parameters.labour.benefit * market.wage_at_start * market.wage_index *
                            std::max(0.0, unemployed);
        transfer(Flow::benefits, e.ledger.government, e.ledger.households[r], round_fen(100 * yuan));
    }
}

} // namespace rongtong
