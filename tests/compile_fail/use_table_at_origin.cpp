// What arrives of a product is known by region of use: a region of origin is no place in that table.
#include "models/orders/market.hpp"

using namespace rongtong;

double fill_of(const Market& m, Product j, UseRegion r, [[maybe_unused]] OriginRegion q)
{
#ifdef MISTAKE
    return m.fill(j, q);
#else
    return m.fill(j, r);
#endif
}
