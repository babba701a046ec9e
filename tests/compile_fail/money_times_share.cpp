// A product with a fraction needs a rounding rule: part_of() or round_fen().
#include "sim/money.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] auto x = Money(100) * 0.3;
#else
    [[maybe_unused]] auto x = part_of(Money(100), 1, 3);
#endif
    return 0;
}
