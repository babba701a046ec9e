#include "sim/planted.hpp"

#ifdef RONGTONG_PLANTED_FAULTS

#include <cstdlib>

namespace rongtong {

bool planted(std::string_view fault)
{
    static const char* const wanted = std::getenv("RONGTONG_FAULT");
    return wanted && fault == wanted;
}

} // namespace rongtong

#endif
