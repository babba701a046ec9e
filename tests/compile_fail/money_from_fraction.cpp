// A fraction of a fen would be cut off silently: round_fen() rounds it.
#include "sim/money.hpp"

using namespace rongtong;

int main()
{
#ifdef MISTAKE
    [[maybe_unused]] Money x(2.5);
#else
    [[maybe_unused]] Money x = round_fen(2.5);
#endif
    return 0;
}
