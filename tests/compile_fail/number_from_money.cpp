// Money becomes a number in words: .fen or .yuan().
#include "sim/money.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] double x = Money(1);
#else
    [[maybe_unused]] double x = Money(1).yuan();
#endif
    return 0;
}
