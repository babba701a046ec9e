// Money takes money: a bare 5 could be yuan or fen.
#include "sim/money.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] auto x = Money(1) + 5;
#else
    [[maybe_unused]] auto x = Money(1) + Money(5);
#endif
    return 0;
}
