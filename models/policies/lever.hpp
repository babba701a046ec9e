// How a policy lever and a shock are declared. A new lever is one new file models/policies/levers/NAME.cpp that defines
// `const Lever lever_NAME` (a shock: shocks/NAME.cpp with `const Shock shock_NAME`); the build lists the folder, and the
// schema, `rongtong describe`, the checks, the docs and sweeps take it from the declaration.
#pragma once

#include "models/policies/conditions.hpp"
#include "models/policies/payer.hpp"
#include "models/policies/rule.hpp"
#include "models/policies/schedule.hpp"
#include "models/policies/target.hpp"
#include "sim/parameter.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rongtong {

struct FirmSums;
struct ResearchFacilities;

struct LeverContext {
    double intensity;                   // 0 to 1: ramp and schedule, times what the budget cap leaves
    std::span<const double> parameters; // in the order of the declaration
    const Target& target;
    const GroupTable& groups;
    double money = 1;             // yuan of this month over yuan of the start
    bool counted = false;         // sums are those of the month that is paid, not of the month before
    const Group* group = nullptr; // whose sums they are, where a lever says what it pays
};

struct Lever {
    std::string_view name, title_en, title_zh;
    std::string_view channel; // what agents face changes how
    std::string_view moves;   // indicators that it should move
    std::string_view harm;    // harm that it can do
    std::string_view source;
    std::vector<ParameterInfo> parameters;
    double yearly_cost_per_firm; // default administrative cost, yuan a year for each firm reached, at full intensity
    std::string_view needs{};    // GROUP/NAME of the switch of the mechanism that it acts through; empty: always there
    double needs_least = 0;      // value that this switch must have at least; 0: any but 0
    std::vector<std::string_view> needs_also{}; // further switches, any value but 0
    TargetParts target{};                       // which parts of a target it looks at; all where it says nothing
    void (*act)(const LeverContext&, Conditions&);
    // What it pays to the firms of a group in a month, yuan, beside its administrative cost, if they do what they did in the month of these
    // sums; nullptr: nothing.
    double (*pays)(const LeverContext&, const FirmSums&, double profit_tax) = nullptr;
    // What a placebo has to look at so that `pays` knows what it would pay; nullptr: the sums are there without.
    void (*watch)(const LeverContext&, Conditions&) = nullptr;
    // What it provides costs a month, yuan of the start, beside its administrative cost; nullptr: nothing.
    double (*provides)(const LeverContext&, const ResearchFacilities&) = nullptr;
};

struct ShockContext {
    std::int32_t months_since;          // 0 in its first month
    std::span<const double> parameters; // in the order of the declaration
    const Target& target;
    const GroupTable& groups;
    std::optional<double> level{}; // share of its size in this month; none: the shock has a course of its own
};

struct Shock {
    std::string_view name, title_en, title_zh, channel, source;
    std::vector<ParameterInfo> parameters;         // the first one is its size
    bool takes_schedule = true;                    // can its size by month be given?
    std::string_view needs{};                      // as for a lever
    double needs_least = 0;                        // as for a lever
    std::vector<std::string_view> needs_also{};    // as for a lever
    TargetParts target{};                          // as for a lever
    void (*act)(const ShockContext&, Conditions&); // called each month from the shock's first month on
};

// All that exist, by name.
const std::vector<const Lever*>& all_levers();
const std::vector<const Shock*>& all_shocks();
const Lever* find_lever(std::string_view name); // nullptr if there is none
const Shock* find_shock(std::string_view name);

// A lever in use, as a scenario gives it.
struct Policy {
    std::string label;
    const Lever* lever = nullptr;
    std::int32_t start_month = 1;            // first month in which it acts (months count from 1)
    std::int32_t ramp_months = 0;            // full intensity after so many months; 0: at once
    std::optional<std::int32_t> end_month;   // first month in which it no longer acts
    std::vector<double> parameters;          // in the order of the declaration
    double yearly_cost_per_firm = 0;         // yuan of the start: it rises with the economy and its prices
    std::optional<double> yearly_budget_cap; // yuan, for the economy of the run; none: no cap
    Target target;
    Schedule intensity;       // by month; none: full
    std::optional<Rule> rule; // none: it acts from its start on
    Payer paid_by = Payer::debt;
    bool placebo = false; // its cost without its action

    bool lasts_in(std::int32_t month) const { return month >= start_month && (!end_month || month < *end_month); }
    double ramp(std::int32_t month) const { return ramp(month, start_month); } // 0 to 1
    double ramp(std::int32_t month, std::int32_t since) const; // since: first month in which it acts without a break
};

// A shock in use.
struct ShockEvent {
    std::string label;
    const Shock* shock = nullptr;
    std::int32_t month = 1;
    std::vector<double> parameters;
    Target target{};
    Schedule intensity{}; // share of its size by month; none: the shock's own course
};

} // namespace rongtong
