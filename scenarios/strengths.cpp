#include "scenarios/strengths.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace rongtong {

namespace {

struct Entry {
    std::string_view lever;
    std::vector<Strength> strengths;
};

const std::vector<Entry>& entries()
{
    static const std::vector<Entry> all{
        {"capability_map", {{"coverage"}}},
        {"challenge_programme", {{"prize"}}},
        {"common_standards", {{"cover"}}},
        {"contract_templates", {{"taken_off"}}},
        {"credit_information_sharing", {{"coverage"}}},
        {"data_sharing", {{"share"}}},
        {"digital_tools", {{"served"}}},
        {"gradient_cultivation",
         {{"grant_innovative"},
          {"grant_specialised"},
          {"grant_little_giant"},
          {"grant_champion"},
          {"information"},
          {"bar_change"}}},
        {"guidance_fund", {{"size"}}},
        {"industrial_internet", {{"fee_part"}}},
        {"investment_incubation", {{"match"}, {"budget_factor", 1}, {"independence_loss"}}},
        {"ip_protection", {{"rise"}}},
        {"joint_research", {{"grant"}}},
        {"leader_assessment", {{"weight"}, {"on_time"}}},
        {"matching_service", {{"searches"}, {"candidates"}}},
        {"order_pull", {{"preference"}}},
        {"payment_term_cap", {{"enforcement"}}},
        {"pilot_platforms", {{"lines"}}},
        {"rd_support", {{"credit"}, {"deduction"}, {"grant"}, {"tax_cut"}}},
        {"shared_equipment", {{"hours"}}},
        {"talent_mobility", {{"friction_cut"}}},
        {"unfair_terms_control", {{"complaints"}}},
        {"unified_market", {{"goods_cut"}, {"talent_cut"}}},
    };
    return all;
}

double value_of(const Policy& policy, std::string_view parameter)
{
    const auto& declared = policy.lever->parameters;
    const auto found = std::ranges::find(declared, parameter, &ParameterInfo::name);
    return policy.parameters.at(static_cast<std::size_t>(found - declared.begin()));
}

} // namespace

std::span<const Strength> strengths_of(const Lever& lever)
{
    const auto found = std::ranges::find(entries(), lever.name, &Entry::lever);
    return found == entries().end() ? std::span<const Strength>() : found->strengths;
}

std::vector<std::string> notes_on_strengths(std::span<const Policy> policies, std::span<const ShockEvent> shocks)
{
    std::vector<std::string> notes;
    for (const auto& p : policies) {
        std::vector<std::string> neutral;
        const auto strengths = strengths_of(*p.lever);
        for (const auto& s : strengths)
            if (value_of(p, s.parameter) == s.neutral)
                neutral.push_back(fmt::format("{} is {}", s.parameter, s.neutral));
        if (!neutral.empty() && neutral.size() == strengths.size())
            notes.push_back(fmt::format("/policies/{} does nothing: its {}", p.label, fmt::join(neutral, ", its ")));
    }
    for (const auto& s : shocks)
        if (s.parameters.front() == 0)
            notes.push_back(
                fmt::format("/shocks/{} does nothing: its {} is 0", s.label, s.shock->parameters.front().name));
    return notes;
}

} // namespace rongtong
