// A quantity loses its unit in words (.value), not by assignment.
#include "sim/quantity.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] double x = Goods(2.5);
#else
    [[maybe_unused]] double x = Goods(2.5).value;
#endif
    return 0;
}
