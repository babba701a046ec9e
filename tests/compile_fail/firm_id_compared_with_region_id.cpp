// Identifiers of two kinds are not comparable, even if their numbers agree.
#include "sim/quantity.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] bool x = FirmId{7} == Id<Region>{7};
#else
    [[maybe_unused]] bool x = FirmId{7} == FirmId{7};
#endif
    return 0;
}
