// A price is not a quantity of goods, though both are doubles.
#include "sim/quantity.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] auto x = Price(1) + Goods(2);
#else
    [[maybe_unused]] auto x = Price(1) + Price(2);
#endif
    return 0;
}
