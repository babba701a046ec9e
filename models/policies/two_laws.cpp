#include "models/policies/two_laws.hpp"

#include <algorithm>
#include <array>

namespace rongtong {

namespace {

constexpr std::array<TwoLawsRule, 23> two_laws_rules{{
    {"capability_map", TwoLaws::one_at_a_time, "one map at a time: all may read it"},
    {"challenge_programme", TwoLaws::combine, "their prizes add up, and each pays its own"},
    {"common_standards", TwoLaws::combine, "each takes its share off what the others leave apart"},
    {"contract_templates", TwoLaws::combine, "each takes its share off the bargaining that the others leave"},
    {"credit_information_sharing", TwoLaws::combine, "each takes its share off the noise that the others leave"},
    {"data_sharing", TwoLaws::other_firms, "a buyer is under one law at a time: two need targets without common firms"},
    {"digital_tools", TwoLaws::other_firms,
     "a firm is served by one programme at a time: two need targets without common firms"},
    {"gradient_cultivation", TwoLaws::combine, "their grants and moves of the bars add up, and each pays its part"},
    {"guidance_fund", TwoLaws::one_at_a_time, "one programme at a time: all funds have the same terms and targets"},
    {"industrial_internet", TwoLaws::combine, "their parts of a fee add up, and each pays its own"},
    {"investment_incubation", TwoLaws::one_at_a_time,
     "one programme at a time: it changes what chain leaders can put into any supplier"},
    {"ip_protection", TwoLaws::combine, "their rises add up, to full enforcement at most"},
    {"joint_research", TwoLaws::combine, "their grants add up, and each pays its part"},
    {"leader_assessment", TwoLaws::other_firms,
     "a leader is assessed by one rule at a time: two need targets without common firms"},
    {"matching_service", TwoLaws::other_firms,
     "a buyer is served by one programme at a time: two need targets without common firms"},
    {"order_pull", TwoLaws::combine, "their preferences add up"},
    {"payment_term_cap", TwoLaws::other_firms,
     "a buyer is under one cap at a time: two need targets without common firms"},
    {"pilot_platforms", TwoLaws::combine, "their lines add up"},
    {"rd_support", TwoLaws::combine, "their rates add up, and each pays its part"},
    {"shared_equipment", TwoLaws::combine, "their lab-months add up, each at its price"},
    {"talent_mobility", TwoLaws::combine, "each takes its share off the friction that the others leave"},
    {"unfair_terms_control", TwoLaws::other_firms,
     "a seller is under one rule at a time: two need targets without common firms"},
    {"unified_market", TwoLaws::combine, "each takes its share off the fee and the friction that the others leave"},
}};

constexpr TwoLawsRule unknown{"", TwoLaws::one_at_a_time, "one policy at a time"};

bool same_time(const Policy& a, const Policy& b, std::int32_t months)
{
    const std::int32_t begin = std::max(a.start_month, b.start_month);
    const std::int32_t end = std::min({a.end_month.value_or(months + 1), b.end_month.value_or(months + 1), months + 1});
    return begin < end;
}

// Two lists of ids without a common one; whom an order will choose is not known before.
bool name_others(const NamedFirms& a, const NamedFirms& b)
{
    if (a.ids.empty() || b.ids.empty()) return false;
    return std::none_of(a.ids.begin(), a.ids.end(),
                        [&](auto id) { return std::find(b.ids.begin(), b.ids.end(), id) != b.ids.end(); });
}

bool common_firms(const Target& a, const Target& b)
{
    return !name_others(a.firms, b.firms) && (a.sectors & b.sectors).any() && (a.regions & b.regions).any() &&
           (a.sizes & b.sizes).any() && (a.owners & b.owners).any() && (a.tiers & b.tiers).any();
}

} // namespace

const TwoLawsRule& rule_of_two(const Lever& lever)
{
    const auto found = std::find_if(two_laws_rules.begin(), two_laws_rules.end(),
                                    [&](const auto& r) { return r.lever == lever.name; });
    return found == two_laws_rules.end() ? unknown : *found;
}

bool clash(const Policy& a, const Policy& b, std::int32_t months)
{
    if (a.lever != b.lever || !same_time(a, b, months)) return false;
    switch (rule_of_two(*a.lever).kind) {
    case TwoLaws::combine: return false;
    case TwoLaws::other_firms: return common_firms(a.target, b.target);
    case TwoLaws::one_at_a_time: return true;
    }
    return true;
}

} // namespace rongtong
