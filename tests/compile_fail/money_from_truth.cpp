// A truth value is no amount.
#include "sim/money.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] Money x(true);
#else
    [[maybe_unused]] Money x(1);
#endif
    return 0;
}
