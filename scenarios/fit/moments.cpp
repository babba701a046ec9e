// The moments of a calibration: what they are of, what they are held against, and whether they are used.
#include "models/indicators/indicator.hpp"
#include "scenarios/fit/parts.hpp"
#include "scenarios/near_miss.hpp"
#include "scenarios/scenario_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

constexpr double largest = 1e15;

const PlanScenario* scenario_of(const SweepPlan& plan, const std::string& label)
{
    const auto at = std::ranges::find(plan.scenarios, label, &PlanScenario::label);
    return at == plan.scenarios.end() ? nullptr : &*at;
}

std::vector<std::string> labels_of(const SweepPlan& plan)
{
    std::vector<std::string> labels;
    for (const auto& s : plan.scenarios) labels.push_back(s.label);
    return labels;
}

void read_scenarios(const Node& node, const SweepPlan& plan, FitMoment& moment)
{
    if (plan.scenarios.empty()) return; // said elsewhere
    const Node given = node["scenario"];
    if (!given) {
        moment.scenarios = {plan.scenarios.front().label};
        return;
    }
    const auto labels = labels_of(plan);
    if (!given.json().is_array() || !moment.indicator.empty()) {
        if (const auto label = given.choice(labels, "scenario")) moment.scenarios = {*label};
        return;
    }
    if (given.json().empty()) given.fail("this list of scenarios is empty", "labels of the plan's scenarios");
    for (const auto& item : given.items())
        if (const auto label = item.choice(labels, "scenario")) moment.scenarios.push_back(*label);
}

// "days_receivable" or "days_receivable/size/micro".
void read_indicator(const Node& node, FitMoment& moment)
{
    const auto text = node.text();
    if (!text) return;
    const auto first = text->find('/');
    const auto second = first == text->npos ? text->npos : text->find('/', first + 1);
    const std::string name = text->substr(0, first);
    const auto names = indicator_names();
    if (std::ranges::find(names, name) == names.end())
        return node.fail(fmt::format("there is no indicator \"{}\"", name),
                         "a name that rongtong describe indicators lists", suggestion(name, names));
    moment.indicator = name;
    if (first == text->npos) return;
    moment.axis = text->substr(first + 1, second == text->npos ? second : second - first - 1);
    moment.group = second == text->npos ? "" : text->substr(second + 1);
    if (std::ranges::find(group_names(), moment.axis) == group_names().end())
        return node.fail(fmt::format("firms are not grouped by \"{}\"", moment.axis), "INDICATOR/AXIS/GROUP",
                         suggestion(moment.axis, group_names()));
    if (moment.group.empty()) node.fail("a group is missing", "INDICATOR/AXIS/GROUP, such as output/size/micro");
}

void read_months(const Node& node, int months, FitMoment& moment)
{
    moment.last_month = months;
    const Node given = node["months"];
    if (!given || !given.is_array()) return;
    const auto ends = given.items();
    if (ends.size() != 2) return given.fail("this is no window of months", "[first, last]");
    const auto first = ends[0].number(1, months, "months", true), last = ends[1].number(1, months, "months", true);
    if (!first || !last) return;
    if (*first > *last) return given.fail("this window ends before it begins", "[first, last]");
    moment.first_month = static_cast<int>(*first);
    moment.last_month = static_cast<int>(*last);
}

// What the runs keep must hold it.
void check_kept(const Node& node, const Scenario& scenario, const FitMoment& moment)
{
    if (!scenario.output.indicators.takes(moment.indicator))
        node.fail(fmt::format("the runs do not keep the indicator \"{}\"", moment.indicator), "",
                  "name it in /keep/indicators");
    if (!moment.axis.empty() && !scenario.output.groups.takes(moment.axis))
        node.fail(fmt::format("the runs keep nothing by {}", moment.axis), "", "name it in /keep/groups");
}

void read_figure(const Node& node, const SweepPlan& plan, FitMoment& moment)
{
    read_indicator(node["indicator"], moment);
    read_scenarios(node, plan, moment);
    if (const auto statistic = node["statistic"].choice(moment_statistics(), "statistic"))
        moment.statistic = *statistic;
    const auto* scenario = moment.scenarios.empty() ? nullptr : scenario_of(plan, moment.scenarios.front());
    if (!scenario) return;
    read_months(node, static_cast<int>(scenario->scenario.setup.months), moment);
    if (!moment.indicator.empty()) check_kept(node["indicator"], scenario->scenario, moment);
}

const KnownRegularity* read_regularity(const Node& node, const SweepPlan& plan,
                                       const std::vector<KnownRegularity>& known, FitMoment& moment)
{
    for (const char* key : {"months", "statistic"})
        if (node[key])
            node[key].fail_key(fmt::format("\"{}\" does not go with \"regularity\"", key), "",
                               "rongtong validate says what a regularity is of");
    read_scenarios(node, plan, moment);
    const Node id = node["regularity"];
    const auto text = id.text();
    if (!text) return nullptr;
    moment.regularity = *text;
    const auto at = std::ranges::find(known, *text, &KnownRegularity::id);
    if (at != known.end()) return &*at;
    std::vector<std::string> ids;
    for (const auto& k : known) ids.push_back(k.id);
    id.fail(fmt::format("there is no regularity \"{}\"", *text), "an id of rongtong validate --json",
            nearest(*text, ids).empty() ? "" : suggestion(*text, ids));
    return nullptr;
}

void read_band(const Node& target, FitMoment& moment)
{
    for (const char* key : {"value", "sd"})
        if (target[key])
            target[key].fail_key(fmt::format("\"{}\" does not go with a band", key),
                                 "\"low\" and \"high\", or \"value\" and \"sd\"");
    moment.low = target["low"].number(-largest, largest, "");
    moment.high = target["high"].number(-largest, largest, "");
    if (moment.low && moment.high && *moment.low > *moment.high)
        target.fail("this band ends below its beginning", "\"low\" below \"high\"");
}

void read_target(const Node& node, const KnownRegularity* regularity, FitMoment& moment)
{
    static const std::vector<std::string> keys{"value", "sd", "low", "high"};
    const Node target = node["target"];
    if (!target && regularity && (regularity->low || regularity->high)) {
        moment.low = regularity->low;
        moment.high = regularity->high;
        moment.source = regularity->source;
        return;
    }
    if (!target && regularity)
        return node.fail("this regularity has no band of its own", "\"target\"", "a value and its sd, or low and high");
    if (!target) return void(node.need("target"));
    if (!target.is_object()) return;
    target.allow(keys);
    if (target["low"] || target["high"]) return read_band(target, moment);
    moment.value = target.need("value").number(-largest, largest, "");
    moment.sd = target.need("sd").positive(largest, "");
}

FitMoment read_moment(const std::string& name, const Node& node, const std::vector<KnownRegularity>& known,
                      const SweepPlan& plan)
{
    FitMoment moment;
    moment.name = name;
    check_label(node, name);
    if (!node.is_object()) return moment;
    node.allow(moment_keys());
    const KnownRegularity* regularity = nullptr;
    if (static_cast<bool>(node["regularity"]) == static_cast<bool>(node["indicator"]))
        node.fail("what this moment is of is not clear", "either \"regularity\" or \"indicator\"");
    else if (node["regularity"]) regularity = read_regularity(node, plan, known, moment);
    else read_figure(node, plan, moment);
    if (!node["regularity"] || regularity) read_target(node, regularity, moment);
    if (node["target"]) moment.source = node.need("source").text().value_or("");
    if (node["weight"]) moment.weight = node["weight"].positive(1e6, "1").value_or(1);
    moment.used = node.need("use").flag().value_or(true);
    return moment;
}

} // namespace

const std::vector<std::string>& moment_keys()
{
    static const std::vector<std::string> keys{"regularity", "indicator", "statistic", "months", "scenario",
                                               "target",     "source",    "weight",    "use"};
    return keys;
}

const std::vector<std::string>& moment_statistics()
{
    static const std::vector<std::string> names{"mean", "last", "sum", "sd"};
    return names;
}

void read_moments(const Node& root, const std::vector<KnownRegularity>& known, FitPlan& fit)
{
    const Node moments = root.need("moments");
    if (!moments || !moments.is_object()) return;
    for (const auto& [name, node] : moments.members()) fit.moments.push_back(read_moment(name, node, known, fit.plan));
    if (std::ranges::none_of(fit.moments, &FitMoment::used))
        moments.fail("no moment is used", "at least one with \"use\": true", "the others are only reported");
}

} // namespace rongtong
