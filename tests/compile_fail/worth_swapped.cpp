// worth() knows its price from its goods.
#include "sim/money.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] auto x = worth(Goods(3), Price(2));
#else
    [[maybe_unused]] auto x = worth(Price(2), Goods(3));
#endif
    return 0;
}
