#include "models/policies/look_back.hpp"

namespace rongtong {

namespace {

std::size_t place_of(const Indicator& indicator)
{
    return static_cast<std::size_t>(&indicator - all_indicators().data());
}

double of_nation(const Economy& e, const Indicator& i) { return i.of_economy ? i.of_economy(e) : i.of_firms(e.total); }

double of_region(const Economy& e, const Indicator& i, std::size_t region)
{
    if (i.of_region) return i.of_region(e, region);
    FirmSums sums{};
    for (std::size_t g = 0; g < e.sums.size(); ++g)
        if (e.groups[g].region == region) sums += e.sums[g];
    return i.of_firms(sums);
}

} // namespace

bool given_by_region(const Indicator& indicator) { return indicator.of_region || indicator.of_firms; }

double seen_by(const Economy& e, const Rule& rule)
{
    if (const auto& kept = e.policy.seen; kept.month == e.month)
        return kept.values[place_of(*rule.indicator) * (1 + e.groups.regions()) + (rule.region ? 1 + *rule.region : 0)];
    return rule.region ? of_region(e, *rule.indicator, *rule.region) : of_nation(e, *rule.indicator);
}

SeenMonth look_back(const Economy& e)
{
    if (e.month == 0 || e.policy.seen.month == e.month) return e.policy.seen;
    SeenMonth seen{e.month, {}};
    for (const auto& i : all_indicators()) {
        seen.values.push_back(of_nation(e, i));
        for (std::size_t r = 0; r < e.groups.regions(); ++r)
            seen.values.push_back(given_by_region(i) ? of_region(e, i, r) : 0);
    }
    return seen;
}

void follow_rules(Economy& e)
{
    const std::int32_t next = e.month + 1;
    for (const auto& policy : e.setup.policies) {
        if (!policy.rule) continue;
        auto& spells = e.policy.spells;
        const auto spell = spells.find(policy.label);
        const bool open = e.month > 0 && policy.lasts_in(next);
        if (!open || !policy.rule->holds(seen_by(e, *policy.rule), spell == spells.end() ? 0 : next - spell->second))
            spells.erase(policy.label);
        else spells.emplace(policy.label, next);
    }
}

} // namespace rongtong
