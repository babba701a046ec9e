// Trade with the rest of the world in a month.
//
//   exports:         what cells ship of foreign orders, at what they earn per unit                                          fen
//   imports:         of government, households, pools and firms                                                             fen
//   transfer abroad: mean surplus - speed * foreigners' account, paid by households                                         fen
//   mean surplus':   (mean surplus + (exports - imports - mean surplus) / surplus_months) * (1 + trend)                                                 fen
// Source: Godley & Lavoie 2007 (accounts). Parameters: demand_rules.hpp (foreign_position_speed, surplus_months). Test: tests/models/settle.cpp.
#include "models/bodies/steps.hpp"

namespace rongtong {

namespace {

struct Exports {
    double value = 0, real = 0; // yuan; goods at starting prices
};

Exports exports_of(const Economy& e)
{
    const Market& m = e.market;
    Exports sum;
    for (Cell k : e.groups.each<Cell>()) {
        const double shipped = m.foreign[k] * shipped_share(m, k);
        sum.value += shipped * m.paid_price[k];
        sum.real += shipped;
    }
    return sum;
}

Money transfer_abroad(const World& w, double speed)
{
    return round_fen(w.mean_surplus - speed * static_cast<double>(w.account.fen));
}

} // namespace

void trade_abroad(Economy& e)
{
    auto& w = e.world;
    const auto& rules = e.setup.parameters.demand;
    const Exports exports = exports_of(e);
    w.exports_real = exports.real;
    transfer(Flow::exports, e.ledger.world, e.ledger.clearing, round_fen(100 * exports.value));
    const Money surplus = e.ledger.world.paid(Flow::exports) - e.ledger.world.received(Flow::imports);
    w.transfer = transfer_abroad(w, rules.foreign_position_speed);
    w.mean_surplus += (static_cast<double>(surplus.fen) - w.mean_surplus) / rules.surplus_months;
    w.mean_surplus *= 1 + e.progress.trend; // a mean over the past lags
}

} // namespace rongtong
