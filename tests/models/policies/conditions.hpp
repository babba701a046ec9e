// Conditions as lists of numbers that say for whom they hold, so that a test can ask what changed and for whom.
#pragma once

#include "models/policies/conditions.hpp"

#include <string_view>
#include <vector>

namespace rongtong {

// For whom a number holds: a group of firms; a sector; a product and region of use; a pair of regions; the whole economy.
enum class Scope { group, sector, product, border, economy };

struct NamedNumbers {
    std::string_view name;
    Scope scope;
    std::vector<double> values; // by group; sector; sector * regions + region; region * max_regions + region; or any
};

// Of named failures and of funds the target and the terms: they let money and harm reach the target alone.
inline std::vector<double> numbers_of(const std::vector<Failures>& failures)
{
    std::vector<double> values;
    for (const auto& f : failures) {
        values.push_back(static_cast<double>(f.count)), values.push_back(static_cast<double>(f.firm));
        values.push_back(static_cast<double>(f.target.sectors.to_ullong()));
        values.push_back(static_cast<double>(f.target.regions.to_ulong()));
        values.push_back(static_cast<double>(f.target.sizes.to_ulong()));
        values.push_back(static_cast<double>(f.target.owners.to_ulong()));
        values.push_back(f.target.mark);
        values.push_back(static_cast<double>(f.target.tiers.to_ulong()));
    }
    return values;
}

// Region by region.
inline std::vector<double> numbers_of(const std::array<std::array<double, max_regions>, max_regions>& borders)
{
    std::vector<double> values;
    for (const auto& row : borders) values.insert(values.end(), row.begin(), row.end());
    return values;
}

// One number of each group's conditions.
template <class F>
NamedNumbers by_group(const Conditions& c, std::string_view name, const F& number)
{
    std::vector<double> values;
    for (const GroupConditions& group : c.groups) values.push_back(static_cast<double>(number(group)));
    return {name, Scope::group, values};
}

// What holds for groups of firms.
inline std::vector<NamedNumbers> numbers_of_groups(const Conditions& c)
{
    using G = const GroupConditions&;
    return {by_group(c, "capacity", [](G g) { return g.capacity; }),
            by_group(c, "cap.days", [](G g) { return g.cap.days; }),
            by_group(c, "cap.compliance", [](G g) { return g.cap.compliance; }),
            by_group(c, "cap.penalty", [](G g) { return g.cap.penalty; }),
            by_group(c, "cap.sme_only", [](G g) { return g.cap.sme_only; }),
            by_group(c, "noise_left", [](G g) { return g.noise_left; }),
            by_group(c, "fund_reach", [](G g) { return g.fund_reach; }),
            by_group(c, "venture_match", [](G g) { return g.venture_match; }),
            by_group(c, "independence_loss", [](G g) { return g.independence_loss; }),
            by_group(c, "research_support.credit", [](G g) { return g.research_support.credit; }),
            by_group(c, "research_support.deduction", [](G g) { return g.research_support.deduction; }),
            by_group(c, "research_support.grant", [](G g) { return g.research_support.grant; }),
            by_group(c, "research_support.relabelling_cost", [](G g) { return g.research_support.relabelling_cost; }),
            by_group(c, "research_support.tax.cut", [](G g) { return g.research_support.tax.cut; }),
            by_group(c, "research_support.tax.threshold", [](G g) { return g.research_support.tax.threshold; }),
            by_group(c, "prizes.at_pilot", [](G g) { return g.prizes.at_pilot; }),
            by_group(c, "prizes.at_market", [](G g) { return g.prizes.at_market; }),
            by_group(c, "foreign_knowledge", [](G g) { return g.foreign_knowledge; }),
            by_group(c, "templates", [](G g) { return g.templates; }),
            by_group(c, "more_ip", [](G g) { return g.more_ip; }),
            by_group(c, "joint_grant", [](G g) { return g.joint_grant; }),
            by_group(c, "search.served", [](G g) { return g.search.served; }),
            by_group(c, "search.searches", [](G g) { return g.search.searches; }),
            by_group(c, "search.candidates", [](G g) { return g.search.candidates; }),
            by_group(c, "on_map", [](G g) { return g.on_map; }),
            by_group(c, "fee_support", [](G g) { return g.fee_support; }),
            by_group(c, "tiers.high", [](G g) { return g.tiers.high; }),
            by_group(c, "tiers.low_gain", [](G g) { return g.tiers.low_gain; }),
            by_group(c, "tiers.high_gain", [](G g) { return g.tiers.high_gain; }),
            by_group(c, "small_bonus", [](G g) { return g.small_bonus; }),
            by_group(c, "fair.most", [](G g) { return g.fair.most; }),
            by_group(c, "fair.complaints", [](G g) { return g.fair.complaints; })};
}

inline std::vector<NamedNumbers> numbers_of(const Conditions& c)
{
    using G = const GroupConditions&;
    const FundTerms& f = c.funds;
    std::vector<NamedNumbers> all = numbers_of_groups(c);
    const std::vector<NamedNumbers> others{
        {"final_demand.households", Scope::product, c.demand_of(Purchaser::households)},
        {"final_demand.government", Scope::product, c.demand_of(Purchaser::government)},
        {"final_demand.investors", Scope::product, c.demand_of(Purchaser::investors)},
        {"final_demand.firms", Scope::product, c.demand_of(Purchaser::firms)},
        {"more_lines", Scope::product, c.more_lines},
        {"equipment", Scope::product, c.equipment},
        {"equipment_worth", Scope::product, c.equipment_worth},
        {"export_demand", Scope::sector, c.export_demand},
        {"standard_cover", Scope::sector, c.standard_cover},
        by_group(c, "tools.served", [](G g) { return g.tools.served; }),
        by_group(c, "tools.part", [](G g) { return g.tools.part; }),
        by_group(c, "forecasts.share", [](G g) { return g.forecasts.share; }),
        by_group(c, "forecasts.margin_loss", [](G g) { return g.forecasts.margin_loss; }),
        {"import_price", Scope::economy, {c.import_price}},
        {"goods_fee", Scope::border, numbers_of(c.goods_fee)},
        {"talent_ease", Scope::border, numbers_of(c.talent_ease)},
        {"credit_supply", Scope::economy, {c.credit_supply}},
        {"venture_budget", Scope::economy, {c.venture_budget}},
        {"failures", Scope::economy, numbers_of(c.failures)},
        {"map", Scope::economy, {c.map.interval, c.map.error}},
        {"platforms_work", Scope::economy, {c.platforms_work}},
        {"funds", Scope::economy, {f.size, f.leverage, f.tilt, f.term_months, f.loss_sharing}}};
    all.insert(all.end(), others.begin(), others.end());
    return all;
}

} // namespace rongtong
