#include "models/policies/watched.hpp"

namespace rongtong {

#define RONGTONG_DECLARE
#include "aims_list.inc"
#undef RONGTONG_DECLARE

const std::vector<const LeverAims*>& all_lever_aims()
{
    static const std::vector<const LeverAims*> list{
#include "aims_list.inc"
    };
    return list;
}

} // namespace rongtong
