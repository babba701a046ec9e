// Nor are goods ever equal to a price.
#include "sim/quantity.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] bool x = Goods(2) == Price(2);
#else
    [[maybe_unused]] bool x = Goods(2) == Goods(2);
#endif
    return 0;
}
