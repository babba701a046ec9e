#include "models/network/capability_map.hpp"

#include "models/network/review.hpp"
#include "sim/parallel.hpp"

#include <algorithm>

namespace rongtong {

bool update_map(Economy& e, const Draws& draws)
{
    const auto& conditions = e.policy.conditions;
    const auto covers = [](const GroupConditions& g) { return g.on_map > 0; };
    if (std::none_of(conditions.groups.begin(), conditions.groups.end(), covers)) return false;
    const auto interval = std::max<std::int64_t>(1, std::llround(conditions.map.interval));
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t row = begin; row < end; ++row) {
            const double share = conditions.groups[e.firms.group[row]].on_map;
            const bool due = (e.month + static_cast<std::int64_t>(e.firms.id[row])) % interval == 0;
            if (share <= 0 || !due || e.firms.state[row] != FirmState::active) continue;
            const bool covered = draws.uniform(e.firms.id[row], 0, Purpose::on_map) < share;
            e.firms.listed[row] = covered ? listed_as(offer_of(e, row)) : 0;
        }
    });
    return true;
}

} // namespace rongtong
