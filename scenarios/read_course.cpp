// When a policy or shock acts and how strongly: `intensity` by month, and the rule under `when`.
#include "models/policies/look_back.hpp"
#include "scenarios/near_miss.hpp"
#include "scenarios/scenario_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace rongtong {

namespace {

constexpr double without_bound = std::numeric_limits<double>::infinity();

void read_values(const Node& list, double low, double high, Schedule& s)
{
    if (!list || !list.is_array()) return;
    if (list.json().empty()) list.fail("this list is empty", "a number for each month");
    for (const Node& item : list.items()) s.values.push_back(item.number(low, high, "1").value_or(0));
}

// Months count from the start of the run and rise.
void read_months(const Node& list, std::int32_t start, Schedule& s)
{
    if (!list || !list.is_array()) return;
    for (const Node& item : list.items()) {
        const auto month = item.number(1, most_months, "month", true);
        if (!month) continue;
        const auto at = static_cast<std::int32_t>(*month);
        if (at < start)
            item.fail(fmt::format("month {} comes before the start", at), fmt::format("a month from {} on", start),
                      "it would be passed over");
        else if (!s.months.empty() && at <= s.months.back())
            item.fail(fmt::format("month {} does not come after month {}", at, s.months.back()), "months that rise");
        s.months.push_back(at);
    }
}

void read_table(const Node& node, std::int32_t start, double low, double high, Schedule& s)
{
    static const std::vector<std::string> keys{"months", "values", "between"}, ways{"steps", "line"};
    node.allow(keys);
    const Node months = node.need("months"), values = node.need("values");
    read_months(months, start, s);
    read_values(values, low, high, s);
    s.line = node["between"].choice(ways, "way between two months") == "line";
    if (months && values && months.json().is_array() && values.json().is_array() &&
        months.json().size() != values.json().size())
        values.fail(fmt::format("there are {} values for {} months", values.json().size(), months.json().size()),
                    "a value for each month");
}

std::optional<std::size_t> read_region(const Node& node, const Rule& rule, const Calibration* calibration)
{
    if (!node || !calibration) return node.text(), std::nullopt;
    std::vector<std::string> codes;
    for (const auto& r : calibration->regions) codes.push_back(r.code);
    const auto name = node.choice(codes, "region");
    if (!name) return std::nullopt;
    if (rule.indicator && !given_by_region(*rule.indicator))
        node.fail(fmt::format("\"{}\" is not known by region", rule.indicator->name),
                  "an indicator of firms or households", "rongtong describe indicators says which are given by region");
    return static_cast<std::size_t>(std::find(codes.begin(), codes.end(), *name) - codes.begin());
}

const Indicator* read_indicator(const Node& node)
{
    std::vector<std::string> names;
    for (const auto& i : all_indicators()) names.emplace_back(i.name);
    const auto name = node.choice(names, "indicator");
    if (!name) return nullptr;
    return &all_indicators()[static_cast<std::size_t>(std::find(names.begin(), names.end(), *name) - names.begin())];
}

// The bound, and how far back the indicator must come before the rule ends.
void read_bounds(const Node& node, Rule& rule)
{
    const Node above = node["above"], below = node["below"];
    if (bool(above) == bool(below) && node.whole())
        node.fail(above ? "\"above\" and \"below\" stand side by side" : "there is no bound",
                  "one of \"above\" and \"below\"");
    rule.above = bool(above);
    const std::string unit = rule.indicator ? std::string(rule.indicator->unit) : "";
    rule.bound = (above ? above : below).number(-without_bound, without_bound, unit).value_or(0);
    const Node until = node["until"];
    rule.until = until.number(-without_bound, without_bound, unit).value_or(rule.bound);
    if (rule.above ? rule.until > rule.bound : rule.until < rule.bound)
        until.fail(fmt::format("it would end before it begins: {} lies beyond the bound", plain(rule.until)),
                   fmt::format("{} or {}", plain(rule.bound), rule.above ? "less" : "more"));
}

} // namespace

Schedule read_schedule(const Node& node, std::int32_t start, double low, double high)
{
    Schedule s;
    if (!node) return s;
    if (node.json().is_object()) read_table(node, start, low, high, s);
    else if (node.json().is_array()) read_values(node, low, high, s);
    else node.fail("this is no course", "a list with a value a month, or {\"months\": [...], \"values\": [...]}");
    if (node.json().is_array())
        for (std::size_t i = 0; i < s.values.size(); ++i) s.months.push_back(start + static_cast<std::int32_t>(i));
    if (s.months.size() != s.values.size()) return {}; // said above
    return s;
}

std::optional<Rule> read_rule(const Node& node, const Calibration* calibration)
{
    static const std::vector<std::string> keys{"indicator", "region", "above", "below", "until", "least_months"};
    if (!node || !node.is_object()) return std::nullopt;
    node.allow(keys);
    Rule rule;
    rule.indicator = read_indicator(node.need("indicator"));
    rule.region = read_region(node["region"], rule, calibration);
    read_bounds(node, rule);
    rule.least_months = static_cast<std::int32_t>(
        node["least_months"].number(1, most_months, "months", true).value_or(1));
    if (!rule.indicator) return std::nullopt;
    return rule;
}

void check_rule(const Node& node, const Policy& policy, std::int32_t months)
{
    const auto last = std::min(months, policy.end_month.value_or(months + 1) - 1);
    if (last < 2 && node.whole())
        node.fail_key("this rule can never hold: it looks at the month before, and month 1 has none",
                      "a policy and a run that last longer than month 1");
}

void check_sizes(const Node& list, double size, const ParameterInfo& bounds)
{
    const Node values = list && list.json().is_object() ? list["values"] : list;
    for (const Node& item : values.items()) {
        if (!item.json().is_number()) continue;
        const double product = size * item.json().get<double>();
        if (product < bounds.low || product > bounds.high)
            item.fail(fmt::format("with this value {} becomes {}", bounds.name, plain(product)),
                      fmt::format("{} times the value {}", bounds.name,
                                  in_range(bounds.low, bounds.high, bounds.unit, false)));
    }
}

} // namespace rongtong
