// Tiers of the start: from the top, firms that meet most of a tier's criteria (tiers/tiers.hpp).
#include "models/start/start.hpp"
#include "models/tiers/criteria.hpp"

#include <algorithm>
#include <tuple>

namespace rongtong {

namespace {

struct Ranked {
    int met;
    double draw;
    std::uint32_t row;
};

// Those without a tier yet, best first.
std::vector<Ranked> rank(const Economy& e, const Draws& draws, const TierCriteria& criteria, Tier tier)
{
    std::vector<Ranked> list;
    for (std::uint32_t row = 0; row < e.firms.rows(); ++row) {
        const Group& g = e.groups[e.firms.group[row]];
        if (!criteria.could(row) || g.tier != Tier::none) continue;
        if (tier != Tier::single_champion && g.size == Size::large) continue;
        const double draw = draws.uniform(e.firms.id[row], 0, Purpose::tier, static_cast<std::uint32_t>(tier));
        list.push_back({criteria.met(row, tier), draw, row});
    }
    std::sort(list.begin(), list.end(), [](const Ranked& a, const Ranked& b) {
        return std::tuple(-a.met, a.draw, a.row) < std::tuple(-b.met, b.draw, b.row);
    });
    return list;
}

} // namespace

void start_tiers(Economy& e, const Draws& draws)
{
    if (!has_tiers(e)) return;
    const auto& rules = e.setup.parameters.tiers;
    const TierCriteria criteria(e, draws);
    const auto places = places_of_tiers(rules, static_cast<double>(e.firms.rows()));
    for (std::size_t t = places.size() - 1; t > 0; --t) {
        const auto list = rank(e, draws, criteria, static_cast<Tier>(t));
        for (std::size_t k = 0; k < list.size() && static_cast<double>(k) < places[t]; ++k) {
            const std::uint32_t row = list[k].row;
            move_to_tier(e, row, static_cast<Tier>(t));
            const double u = draws.uniform(e.firms.id[row], 0, Purpose::tier);
            e.firms.tier_term[row] = static_cast<std::uint8_t>(1 + u * rules.term);
        }
    }
}

} // namespace rongtong
