// Trade shares: product, region of use, region of origin, in this order.
#include "models/orders/market.hpp"

using namespace rongtong;

double share_of(const Market& m, Product j, UseRegion r, OriginRegion q)
{
#ifdef MISTAKE
    return m.trade(j, q, r);
#else
    return m.trade(j, r, q);
#endif
}
