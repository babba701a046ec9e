// A plain number has no unit: a share takes a share.
#include "sim/quantity.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] auto x = Share(0.1) + 0.2;
#else
    [[maybe_unused]] auto x = Share(0.1) + Share(0.2);
#endif
    return 0;
}
