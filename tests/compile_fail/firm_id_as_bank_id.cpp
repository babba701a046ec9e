// A firm's identifier is not a bank's.
#include "sim/quantity.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] Id<Bank> x = FirmId{7};
#else
    [[maybe_unused]] Id<Firm> x = FirmId{7};
#endif
    return 0;
}
