// Nor does a bare number become money by assignment.
#include "sim/money.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] Money x = 5;
#else
    [[maybe_unused]] Money x(5);
#endif
    return 0;
}
