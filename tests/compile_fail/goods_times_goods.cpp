// Goods scale by a plain number; goods times goods means nothing.
#include "sim/quantity.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] auto x = Goods(2) * Goods(3);
#else
    [[maybe_unused]] auto x = Goods(2) * 3.0;
#endif
    return 0;
}
