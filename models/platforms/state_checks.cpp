#include "models/platforms/state_checks.hpp"

#include "models/platforms/meet.hpp"

#include <array>

namespace rongtong {

void check_platforms(const Economy& e, const Checks& check)
{
    const auto& p = e.platforms;
    const std::size_t count = has_platforms(e) ? static_cast<std::size_t>(e.setup.parameters.platforms.count) : 0,
                      seats = count > 0 ? sides * e.groups.sectors() : 0;
    check.length("platforms", p.all.size(), count);
    check.length("platforms.firms", p.firms.size(), seats);
    check.length("platforms.members", p.members.size(), count * seats);
    check.in_range("platforms.firms", p.firms, 0, most_firms);
    check.in_range("platforms.members", p.members, 0, most_firms);
    for (const auto& platform : p.all)
        check.in_range("platforms",
                       std::array{platform.fee_supplier, platform.fee_leader, platform.quality, platform.worth}, 0, 10);
    const auto last = static_cast<double>(count);
    check.in_range("firms.platform", e.firms.platform, 0, last);
    check.in_range("links.platform", e.links.platform, 0, last);
}

} // namespace rongtong
