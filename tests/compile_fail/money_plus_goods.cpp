// Goods are worth money only at a price.
#include "sim/money.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] auto x = Money(1) + Goods(2);
#else
    [[maybe_unused]] auto x = Money(1) + worth(Price(1), Goods(2));
#endif
    return 0;
}
