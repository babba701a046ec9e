// Months and days must be converted by a rule, not added.
#include "sim/quantity.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] auto x = Months(1) + Days(30);
#else
    [[maybe_unused]] auto x = Months(1) + Months(2);
#endif
    return 0;
}
