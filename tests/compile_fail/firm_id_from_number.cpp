// A row number does not become an identifier by assignment.
#include "sim/quantity.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] FirmId x = 7;
#else
    [[maybe_unused]] FirmId x{7};
#endif
    return 0;
}
