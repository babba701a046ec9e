// A plain number does not say which place it means.
#include "models/orders/market.hpp"

using namespace rongtong;

double price_of(const Market& m, std::size_t number)
{
#ifdef MISTAKE
    return m.price[number];
#else
    return m.price[Cell(number)];
#endif
}
