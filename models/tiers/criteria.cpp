#include "models/tiers/criteria.hpp"

#include "models/network/leaders.hpp"
#include "models/research/research.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

bool has_tiers(const Economy& e) { return e.setup.parameters.tiers.tier_switch > 0 && researches(e); }

TierBars bars_of(const TierRules& rules, const TierTerms& terms)
{
    return {std::max(0.0, rules.bar_low + terms.low), std::max(0.0, rules.bar_high + terms.high)};
}

double shown_research(const Economy& e, std::size_t row, const GroupConditions& c)
{
    const auto& rules = e.setup.parameters.tiers;
    const double research = e.firms.research[row];
    if ((e.firms.tier_term[row] & says_it_reaches) == 0)
        return e.firms.research_aim[row] > 0 ? std::max(research, c.research_support.tax.threshold) : research;
    const TierBars bars = bars_of(rules, c.tiers);
    for (const double bar : {bars.low, bars.high})
        if (research < bar && research >= (1 - rules.within) * bar) return bar;
    return research;
}

namespace {

// By sector the quality of that rank among its performers: the least that as large a part of them as `rank` is not above.
std::vector<float> quality_of_rank(std::vector<std::vector<float>>& qualities, double rank)
{
    std::vector<float> least;
    for (auto& list : qualities) {
        const auto n = static_cast<double>(list.size());
        const auto at = static_cast<std::ptrdiff_t>(std::clamp(std::ceil(rank * n) - 1, 0.0, std::max(0.0, n - 1)));
        if (!list.empty()) std::nth_element(list.begin(), list.begin() + at, list.end());
        least.push_back(list.empty() ? 0 : list[static_cast<std::size_t>(at)]);
    }
    return least;
}

} // namespace

TierCriteria::TierCriteria(const Economy& e, const Draws& draws) : e_(e), draws_(draws)
{
    std::vector<std::vector<float>> qualities(e.groups.sectors());
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (could(row)) qualities[e.groups[e.firms.group[row]].sector].push_back(e.firms.quality[row]);
    giant_quality_ = quality_of_rank(qualities, e.setup.parameters.tiers.quality_rank);
    champion_quality_ = quality_of_rank(qualities, e.setup.parameters.tiers.champion_rank);
}

bool TierCriteria::could(std::size_t row) const
{
    return e_.firms.state[row] == FirmState::active && e_.firms.research_usual[row] > 0;
}

namespace {

const GroupConditions usual_conditions;

} // namespace

bool TierCriteria::shows_research(std::size_t row, Tier tier) const
{
    const std::size_t g = e_.firms.group[row];
    const auto& groups = e_.policy.conditions.groups; // none at the start
    const GroupConditions& conditions = g < groups.size() ? groups[g] : usual_conditions;
    const TierBars bars = bars_of(e_.setup.parameters.tiers, conditions.tiers);
    return shown_research(e_, row, conditions) >= (tier == Tier::innovative ? bars.low : bars.high);
}

bool TierCriteria::has_buyers(std::size_t row) const
{
    const auto& net = e_.links.network;
    double large = 0;
    for (const auto edge : net.incoming(row)) {
        if (e_.links.stage[edge] == LinkStage::place || e_.links.coef[edge] <= 0) continue;
        const std::size_t buyer = net.owner(edge);
        if (is_leader(e_, buyer)) return true;
        large += e_.groups[e_.firms.group[buyer]].size == Size::large;
    }
    return large >= e_.setup.parameters.tiers.large_buyers;
}

// In the order of their cost; without `all` the rest is not looked at after a no.
TierCriteria::Answers TierCriteria::answers(std::size_t row, Tier tier, bool all) const
{
    const auto& rules = e_.setup.parameters.tiers;
    const auto& firms = e_.firms;
    const Group& g = e_.groups[firms.group[row]];
    const bool beyond = tier >= Tier::specialised, giant = tier >= Tier::little_giant;
    const auto& quality = tier == Tier::single_champion ? champion_quality_ : giant_quality_;
    Answers a{};
    a[0] = shows_research(row, tier) && (tier == Tier::single_champion || g.size != Size::large);
    if (!a[0] && !all) return a;
    a[1] = firms.expected[row] >= (1 + rules.growth) * firms.usual_output[row];
    if (!a[1] && !all) return a;
    a[2] = !beyond || main_field_of(draws_, firms.id[row]) >= rules.main_field;
    if (!a[2] && !all) return a;
    a[3] = !giant || firms.quality[row] >= quality[g.sector];
    if (!a[3] && !all) return a;
    a[4] = !giant || has_buyers(row);
    return a;
}

bool TierCriteria::meets(std::size_t row, Tier tier) const
{
    if (tier == Tier::none) return true;
    if (!could(row)) return false;
    const Answers a = answers(row, tier, false);
    return std::all_of(a.begin(), a.end(), [](bool yes) { return yes; });
}

int TierCriteria::met(std::size_t row, Tier tier) const
{
    if (!could(row)) return 0;
    const Answers a = answers(row, tier, true);
    return 1 + static_cast<int>(std::count(a.begin(), a.end(), true));
}

std::array<double, tier_names.size()> places_of_tiers(const TierRules& rules, double firms)
{
    std::array<double, tier_names.size()> places{0, rules.innovative, rules.specialised, rules.little_giants,
                                                 rules.champions};
    for (double& p : places) p = std::floor(p * firms);
    return places;
}

void move_to_tier(Economy& e, std::size_t row, Tier tier)
{
    Group g = e.groups[e.firms.group[row]];
    g.tier = tier;
    e.firms.group[row] = e.groups.number(g);
}

} // namespace rongtong
