// The levers and shocks that the build found in levers/ and shocks/.
#include "models/policies/lever.hpp"

#include <algorithm>

namespace rongtong {

#define RONGTONG_DECLARE
#include "lever_list.inc"
#include "shock_list.inc"
#undef RONGTONG_DECLARE

const std::vector<const Lever*>& all_levers()
{
    static const std::vector<const Lever*> list{
#include "lever_list.inc"
    };
    return list;
}

const std::vector<const Shock*>& all_shocks()
{
    static const std::vector<const Shock*> list{
#include "shock_list.inc"
    };
    return list;
}

namespace {
template <class T>
const T* find(const std::vector<const T*>& list, std::string_view name)
{
    const auto it = std::find_if(list.begin(), list.end(), [&](const T* t) { return t->name == name; });
    return it == list.end() ? nullptr : *it;
}
} // namespace

const Lever* find_lever(std::string_view name) { return find(all_levers(), name); }
const Shock* find_shock(std::string_view name) { return find(all_shocks(), name); }

double Policy::ramp(std::int32_t month, std::int32_t since) const
{
    if (!lasts_in(month)) return 0;
    if (ramp_months <= 0) return 1;
    return std::min(1.0, static_cast<double>(month - since + 1) / ramp_months);
}

} // namespace rongtong
