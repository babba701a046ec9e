// What does not fit would wrap to a debt.
#include "sim/money.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] Money x(std::uint64_t{1} << 63);
#else
    [[maybe_unused]] Money x(std::uint32_t{1} << 31);
#endif
    return 0;
}
