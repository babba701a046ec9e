#include "cli/group_axes.hpp"

#include "cli/code_lists.hpp"

namespace rongtong::cli {

namespace {

// Where a group of firms belongs on that axis.
std::size_t place_of(const std::string& name, const Group& group)
{
    if (name == "size") return static_cast<std::size_t>(group.size);
    if (name == "sector") return group.sector;
    if (name == "region") return group.region;
    if (name == "tier") return static_cast<std::size_t>(group.tier);
    return static_cast<std::size_t>(group.owner);
}

} // namespace

std::vector<std::string> axis_labels(const std::string& name, const Calibration& calibration)
{
    if (name == "size") return {size_names.begin(), size_names.end()};
    if (name == "sector") return codes(calibration.sectors);
    if (name == "region") return codes(calibration.regions);
    if (name == "tier") return {tier_names.begin(), tier_names.end()};
    return {owner_names.begin(), owner_names.end()};
}

std::vector<FirmSums> sums_by(const std::string& name, const Economy& economy, std::size_t labels)
{
    std::vector<FirmSums> sums(labels, FirmSums{});
    for (std::size_t g = 0; g < economy.sums.size(); ++g) sums[place_of(name, economy.groups[g])] += economy.sums[g];
    return sums;
}

} // namespace rongtong::cli
