// Trade between regions at the start. Equation: trade.cpp.
#pragma once

#include "models/economy.hpp"

namespace rongtong {

using ByOrigin = Grid<double, OriginRegion>;

// Sets market.trade_start of the product. sales: on the market, without exports; use: of all products.
void fit_trade(Economy& economy, Product product, ByOrigin sales, const ByUse& use);

} // namespace rongtong
