// The indicators that the build found in lists/.
#include "models/indicators/indicator.hpp"

namespace rongtong {

#define RONGTONG_DECLARE
#include "indicators_list.inc"
#undef RONGTONG_DECLARE

const std::vector<Indicator>& all_indicators()
{
    static const std::vector<Indicator> list = [] {
        std::vector<Indicator> all;
        for (const auto* part : {
#include "indicators_list.inc"
             })
            all.insert(all.end(), part->begin(), part->end());
        return all;
    }();
    return list;
}

} // namespace rongtong
