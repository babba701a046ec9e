// How much is 5? Compare with Money.
#include "sim/money.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] bool x = Money(1) < 5;
#else
    [[maybe_unused]] bool x = Money(1) < Money(5);
#endif
    return 0;
}
