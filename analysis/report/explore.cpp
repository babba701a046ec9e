#include "analysis/report/explore.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "analysis/compare/grouping.hpp"
#include "analysis/report/explore_parts.hpp"
#include "analysis/report/parts.hpp"
#include "sim/error.hpp"

namespace rongtong {

using nlohmann::ordered_json;

namespace {

std::vector<SeriesPlace> named_places(const std::vector<std::string>& names)
{
    std::vector<SeriesPlace> places;
    for (const auto& name : names) places.push_back(outcome_place(name));
    return places;
}

std::vector<Run> read(const std::filesystem::path& input, const ExploreOptions& options, RunBook& book)
{
    CompareOptions compare = options.compare;
    compare.axes = {"size", "region", "tier", "ownership", "sector"};
    if (!options.indicators.empty()) {
        compare.indicators = watched_indicators(compare.catalogue);
        for (const auto& place : named_places(options.indicators)) compare.indicators.push_back(place.indicator);
    }
    compare.on_run = [&](const Run& run) { book.add(run); };
    return read_with_shares(input, compare);
}

bool same(const SeriesPlace& a, const SeriesPlace& b)
{
    return a.indicator == b.indicator && a.axis == b.axis && a.group == b.group;
}

// What the headlines of all points have, in their order.
std::vector<SeriesPlace> headline_places(const Explored& sweep, const WatchCatalogue& catalogue)
{
    std::vector<SeriesPlace> places;
    for (const auto& of_scenario : sweep.pairs)
        for (const auto& pairs : of_scenario) {
            const auto& [base, other] = pairs.front();
            for (const auto& watch : headline(policy_marks(base->setup, other->setup), catalogue)) {
                const SeriesPlace place{watch.indicator, watch.axis, watch.group};
                const bool known = std::any_of(places.begin(), places.end(),
                                               [&](const auto& p) { return same(p, place); });
                if (!known && base->find(place.indicator, place.axis, place.group)) places.push_back(place);
            }
        }
    return places;
}

std::vector<SeriesPlace> places_of(const Explored& sweep, const std::filesystem::path& input,
                                   const ExploreOptions& options)
{
    const Run& run = *sweep.pairs.front().front().front().base;
    const auto places = named_places(options.indicators);
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (!run.find(places[i].indicator, places[i].axis, places[i].group)) missing.push_back(options.indicators[i]);
    if (!missing.empty())
        throw OutputError(
            fmt::format("{}: has no '{}'; rongtong describe indicators lists them, and groups are there where "
                        "the plan keeps them: \"keep\": {{\"groups\": [\"size\"]}}",
                        input.string(), fmt::join(missing, "', '")));
    return places.empty() ? headline_places(sweep, options.compare.catalogue) : places;
}

ordered_json places_json(const std::vector<SeriesPlace>& places, const Run& run)
{
    auto list = ordered_json::array();
    for (const auto& place : places) {
        const auto& unit = run.find(place.indicator, place.axis, place.group)->unit;
        ordered_json entry{{"indicator", place.indicator}, {"unit", unit}, {"rate", is_rate(place.indicator, unit)}};
        if (!place.axis.empty()) entry["by"] = place.axis, entry["group"] = place.group;
        list.push_back(std::move(entry));
    }
    return list;
}

ordered_json factors_json(const DesignTable& design)
{
    auto list = ordered_json::array();
    for (std::size_t f = 0; f < design.factors.size(); ++f) {
        std::set<double> values;
        for (const auto& x : design.x) values.insert(x[f]);
        ordered_json entry{{"name", design.factors[f]}, {"values", values}};
        if (!design.levels[f].empty()) entry["levels"] = design.levels[f];
        list.push_back(std::move(entry));
    }
    return list;
}

// Labels of policies and shocks by which a scenario differs from the base, at the point where there are most.
ordered_json scenarios_json(const Explored& sweep)
{
    auto list = ordered_json::array();
    for (std::size_t s = 0; s < sweep.scenarios.size(); ++s) {
        auto most = ordered_json::array();
        for (const auto& pairs : sweep.pairs[s]) {
            auto marks = ordered_json::array();
            for (const auto& m : policy_marks(pairs.front().base->setup, pairs.front().other->setup))
                if (!m.of_base)
                    marks.push_back(
                        {{"label", m.label}, {m.shock ? "shock" : "lever", m.lever}, {"start_month", m.start}});
            if (marks.size() > most.size()) most = std::move(marks);
        }
        list.push_back({{"scenario", sweep.scenarios[s]}, {"policies", std::move(most)}});
    }
    return list;
}

ordered_json caveats_of(const Explored& sweep, const std::vector<RunPair>& pairs, const Window& window)
{
    auto list = ordered_json::array();
    for (std::size_t s = 0; s < sweep.scenarios.size(); ++s) {
        std::size_t fewest = pairs.size();
        for (const auto& at : sweep.pairs[s]) fewest = std::min(fewest, at.size());
        add_few_pairs(sweep.scenarios[s], fewest, list);
    }
    auto sentences = sweep.notes;
    for (auto& note : comparison_notes(pairs, window.first, window.last)) sentences.push_back(std::move(note));
    for (const auto& text : sentences) list.push_back({{"kind", "sentence"}, {"scenario", sweep.base}, {"text", text}});
    return list;
}

} // namespace

ordered_json explore_data(const std::filesystem::path& input, const ExploreOptions& options)
{
    RunBook book;
    const auto runs = read(input, options, book);
    const auto sweep = explored(runs, input, options);
    const auto pairs = sweep.all_pairs();
    check_comparable(pairs);
    const ExploreQuestion question{places_of(sweep, input, options),
                                   window_of(pairs, options.compare),
                                   {options.compare.statistic, options.compare.yearly_discount},
                                   options.compare.level};
    ordered_json data{{"format", "rongtong report"},
                      {"format_version", 1},
                      {"title", options.title},
                      {"program", {{"version", options.version}, {"commit", options.commit}}}};
    data["caveats"] = caveats_of(sweep, pairs, question.window);
    data["runs"] = {{"scenarios", book.scenarios()}};
    data["indicators"] = book.indicators();
    data["names"] = options.names;
    if (!book.all_of(options.names.value("calibration", "")))
        for (const char* axis : {"sector", "region"}) data["names"].erase(axis);
    add_caveats_of_runs(data["runs"]["scenarios"], data["caveats"]);
    ordered_json explore{{"base", sweep.base},
                         {"reference", sweep.reference ? ordered_json(*sweep.reference) : ordered_json(nullptr)},
                         {"statistic", name_of(options.compare.statistic)},
                         {"level", question.level},
                         {"first_month", question.window.first},
                         {"last_month", question.window.last},
                         {"scenarios", scenarios_json(sweep)},
                         {"factors", factors_json(sweep.design)},
                         {"points", sweep.points},
                         {"x", sweep.design.x},
                         {"indicators", places_json(question.places, *pairs.front().base)}};
    const std::size_t taken = report_page(data).size() +
                              explore.dump(-1, ' ', false, ordered_json::error_handler_t::replace).size();
    explore.update(explore_figures(sweep, question, options.most_bytes > taken ? options.most_bytes - taken : 0));
    data["explore"] = std::move(explore);
    return data;
}

} // namespace rongtong
