// Identifiers are names: there is no arithmetic on them.
#include "sim/quantity.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] FirmId x = FirmId{7} + 1;
#else
    [[maybe_unused]] FirmId x{FirmId{7}.value + 1};
#endif
    return 0;
}
