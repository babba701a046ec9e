#include "models/tiers/state_checks.hpp"

#include "models/tiers/criteria.hpp"

namespace rongtong {

void check_tiers(const Economy& e, const Checks& check)
{
    check.in_range("tiers", e.tiers.odds, 0, 1);
    check.in_range("tiers", std::array{e.tiers.years}, 0, latest_month);
    std::vector<int> years;
    years.reserve(e.firms.rows());
    for (const std::uint8_t term : e.firms.tier_term) years.push_back(term & tier_years);
    check.in_range("firms.tier_term", years, 0, has_tiers(e) ? e.setup.parameters.tiers.term : 0);
    if (has_tiers(e)) return;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.groups[e.firms.group[row]].tier != Tier::none)
            check.refuse("firms.group", "a firm has a tier, where there are no tiers");
}

} // namespace rongtong
