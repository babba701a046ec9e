// An order between goods and workers means nothing.
#include "sim/quantity.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] bool x = Goods(2) < Persons(3);
#else
    [[maybe_unused]] bool x = Goods(2) < Goods(3);
#endif
    return 0;
}
