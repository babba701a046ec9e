// A region of use is not made from a region of origin by accident.
#include "models/agents/axes.hpp"

using namespace rongtong;

UseRegion same_region(OriginRegion q)
{
#ifdef MISTAKE
    return UseRegion(q);
#else
    return UseRegion(std::size_t{q});
#endif
}
