#include <algorithm>
#include <set>

#include "analysis/report/parts.hpp"
#include "analysis/sensitivity/sensitivity.hpp"
#include "sim/error.hpp"

namespace rongtong {

using nlohmann::ordered_json;

namespace {

std::string outcome_name(const SeriesPlace& place)
{
    return place.axis.empty() ? place.indicator : place.indicator + "/" + place.axis + "/" + place.group;
}

std::vector<std::string> scenarios_of(const std::vector<Run>& runs)
{
    std::vector<std::string> names;
    for (const auto& run : runs)
        if (std::find(names.begin(), names.end(), run.scenario) == names.end()) names.push_back(run.scenario);
    return names;
}

bool has_two_levels(const DesignTable& design)
{
    for (std::size_t f = 0; f < design.factors.size(); ++f) {
        std::set<double> values;
        for (const auto& x : design.x) values.insert(x[f]);
        if (values.size() != 2) return false;
    }
    return !design.factors.empty();
}

// Main effects and interactions of two and three; null where the design does not tell them.
ordered_json interactions_of(const Study& study, double level)
{
    if (!has_two_levels(study.design)) return nullptr;
    constexpr std::size_t highest_order = 3;
    try {
        std::vector<Factorial> effects;
        for (const auto& outcome : study.outcomes)
            effects.push_back(
                factorial_effects(study.design, outcome, std::min(highest_order, study.design.factors.size()), level));
        return factorial_json(study, effects, level);
    } catch (const OutputError&) {
        return nullptr;
    }
}

ordered_json study_json(const StudyQuestion& question, const ReportOptions& options)
{
    ordered_json json{{"scenario", question.scenario}, {"against", question.against}};
    try {
        const auto study = options.study(question);
        SensitivityOptions sensitivity;
        sensitivity.level = options.compare.level;
        json["sensitivity"] = drivers_json(study, find_drivers(study, sensitivity), sensitivity.level);
        json["interactions"] = interactions_of(study, sensitivity.level);
        json["discovery"] = discoveries_of(study);
    } catch (const OutputError& error) {
        json["absent"] = error.what();
    }
    return json;
}

// The headline's figures over the points; without a comparison the state of the economy.
std::vector<std::string> outcomes_of(const Comparison& comparison, const std::string& scenario, const Run& run,
                                     const WatchCatalogue& catalogue)
{
    std::vector<std::string> names;
    for (const auto& row : comparison.over_points)
        if (row.scenario == scenario) names.push_back(outcome_name(row.place));
    if (names.empty())
        for (const auto& watch : headline({}, catalogue))
            if (run.find(watch.indicator, watch.axis, watch.group)) names.push_back(watch.indicator);
    return names;
}

} // namespace

void add_design(std::vector<Run> runs, const std::filesystem::path& input, const ReportOptions& options,
                ordered_json& data)
{
    CompareOptions compare = options.compare;
    compare.over_points = true;
    const auto names = scenarios_of(runs);
    const Run sample = runs.front();
    Comparison comparison;
    if (names.size() > 1) {
        comparison = compare_read(std::move(runs), input, compare);
        const auto json = comparison_json(comparison);
        data["design"] = {
            {"base", json["base"]}, {"statistic", json["statistic"]}, {"over_points", json["over_points"]}};
    }
    data["studies"] = ordered_json::array();
    if (!options.study) return;
    for (const auto& name : names)
        if (names.size() == 1 || name != comparison.base)
            data["studies"].push_back(
                study_json({input, outcomes_of(comparison, name, sample, options.compare.catalogue), name,
                            names.size() > 1 ? comparison.base : ""},
                           options));
}

ordered_json policies_together(const std::filesystem::path& input, const Comparison& comparison,
                               const ReportOptions& options)
{
    constexpr std::size_t fewest = 3; // beside the base: two policies and their package
    if (comparison.scenarios.size() < fewest || !options.study) return nullptr;
    std::vector<std::string> names;
    for (const auto& row : comparison.scenarios.front().headline)
        names.push_back(outcome_name({row.watch.indicator, row.watch.axis, row.watch.group}));
    try {
        const auto study = options.study({input, names, "", ""});
        auto json = interactions_of(study, options.compare.level);
        return json.is_null() ? json
                              : ordered_json::array({{{"scenario", ""}, {"against", ""}, {"interactions", json}}});
    } catch (const OutputError&) {
        return nullptr;
    }
}

} // namespace rongtong
