// A number gets its unit in words, not by assignment.
#include "sim/quantity.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] Goods x = 2.5;
#else
    [[maybe_unused]] Goods x(2.5);
#endif
    return 0;
}
