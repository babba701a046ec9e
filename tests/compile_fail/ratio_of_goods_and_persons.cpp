// Only like units divide to a plain number; productivity is written out.
#include "sim/quantity.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] double x = Goods(2) / Persons(3);
#else
    [[maybe_unused]] double x = Goods(2) / Goods(3);
#endif
    return 0;
}
