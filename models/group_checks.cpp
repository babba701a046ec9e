// The table of groups and flags of a checkpoint (state_checks.hpp).
#include "models/range_checks.hpp"
#include "models/state_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rongtong {

void check_groups(const std::vector<Group>& groups, const Setup& setup, const std::string& path)
{
    const Checks check(path);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const Group& g = groups[i];
        const auto at_most = [&](const char* what, std::size_t value, std::size_t count) {
            if (value >= count)
                check.refuse("groups",
                             fmt::format("{} {} at place {}, where 0 to {} is possible", what, value, i, count - 1));
        };
        at_most("sector", g.sector, setup.calibration->sector_count());
        at_most("region", g.region, setup.calibration->region_count());
        at_most("size", static_cast<std::size_t>(g.size), size_names.size());
        at_most("owner", static_cast<std::size_t>(g.owner), owner_names.size());
        at_most("tier", static_cast<std::size_t>(g.tier), tier_names.size());
        at_most("named", g.named, named_marks(setup));
        if (std::find(groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(i), g) - groups.begin() !=
            static_cast<std::ptrdiff_t>(i))
            check.refuse("groups", fmt::format("the group at place {} stands there twice", i));
    }
}

bool checked_flag(std::uint8_t byte, const char* section, const std::string& path)
{
    Checks(path).in_range(section, std::array{byte}, 0, 1);
    return byte == 1;
}

} // namespace rongtong
