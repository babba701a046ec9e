// Goods and workers do not add up.
#include "sim/quantity.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] auto x = Goods(1) + Persons(2);
#else
    [[maybe_unused]] auto x = Goods(1) + Goods(2);
#endif
    return 0;
}
