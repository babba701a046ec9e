// Prices are posted in cells of origin: product and region of use are no place there.
#include "models/agents/groups.hpp"
#include "models/orders/market.hpp"

using namespace rongtong;

double price_of(const Market& m, const GroupTable& groups, Product j, [[maybe_unused]] UseRegion r, OriginRegion q)
{
#ifdef MISTAKE
    return m.price[groups.cell(j, r)];
#else
    return m.price[groups.cell(j, q)];
#endif
}
