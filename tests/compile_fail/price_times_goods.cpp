// What goods are worth is money, rounded by worth(), never a bare product.
#include "sim/quantity.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] auto x = Price(2) * Goods(3);
#else
    [[maybe_unused]] auto x = Price(2) * 3.0;
#endif
    return 0;
}
