// A function of workers does not take goods.
#include "sim/quantity.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    auto f = [](Persons) {};
    f(Goods(2));
#else
    auto f = [](Persons) {};
    f(Persons(2));
#endif
    return 0;
}
