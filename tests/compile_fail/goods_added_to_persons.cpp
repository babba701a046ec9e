// Adding in place mixes no units either.
#include "sim/quantity.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    Persons x(1);
    x += Goods(2);
#else
    Persons x(1);
    x += Persons(2);
#endif
    return 0;
}
