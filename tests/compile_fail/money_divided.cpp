// A division leaves fen over; split_largest_remainder() hands them out.
#include "sim/money.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] auto x = Money(100) / 3;
#else
    [[maybe_unused]] auto x = part_of(Money(100), 1, 3);
#endif
    return 0;
}
