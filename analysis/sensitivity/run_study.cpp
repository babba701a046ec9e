// Points and outcomes out of results files.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include <fmt/format.h>

#include "analysis/compare/watch.hpp"
#include "analysis/sensitivity/outcomes.hpp"
#include "output/file_rules.hpp"
#include "output/results_reader.hpp"
#include "sim/error.hpp"

#include "analysis/statistics/no_figure.hpp"

namespace rongtong {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> texts_of(const ResultsReader& file, const VariableInfo& variable)
{
    if (variable.type == ValueType::text) return file.texts(variable.path);
    std::vector<std::string> texts;
    for (const double value : file.doubles(variable.path)) texts.push_back(fmt::format("{}", value));
    return texts;
}

struct Cell {
    std::size_t point = 0;
    std::int64_t replicate = 0;
    RunPair pair{};
};

// Each scenario a point, each policy or shock a factor: off or on.
DesignTable design_of_policies(const std::vector<Run>& runs, std::vector<Cell>& cells)
{
    DesignTable design;
    std::map<std::string, std::size_t> points;
    std::vector<const Run*> samples;
    std::set<std::string> labels;
    const auto entries = [](const Run& run, const char* key) {
        return run.setup.is_object() && run.setup.contains(key) && run.setup[key].is_object()
                   ? run.setup[key]
                   : nlohmann::json::object();
    };
    for (const auto& run : runs) {
        const auto [at, fresh] = points.try_emplace(run.scenario, samples.size());
        if (fresh) samples.push_back(&run);
        cells.push_back({at->second, static_cast<std::int64_t>(run.seed * 1'000'003 + run.replicate), {&run, &run}});
        for (const char* key : {"policies", "shocks"})
            for (const auto held = entries(run, key); const auto& [label, entry] : held.items()) labels.insert(label);
    }
    design.factors.assign(labels.begin(), labels.end());
    design.levels.assign(labels.size(), {"off", "on"});
    for (const auto* run : samples) {
        auto& x = design.x.emplace_back();
        for (const auto& label : design.factors)
            x.push_back(entries(*run, "policies").contains(label) || entries(*run, "shocks").contains(label) ? 1 : 0);
        if (const auto twin = std::find(design.x.begin(), design.x.end(), x); &*twin != &x)
            throw OutputError(
                fmt::format("'{}' and '{}' have policies and shocks of the same labels: on and off is all that "
                            "is told apart here; leave one out, or make a plan whose design varies them",
                            samples[static_cast<std::size_t>(twin - design.x.begin())]->scenario, run->scenario));
    }
    return design;
}

std::string scenarios_of(const std::vector<Run>& runs)
{
    std::set<std::string> names;
    for (const auto& run : runs) names.insert(run.scenario);
    return fmt::format("'{}'", fmt::join(names, "', '"));
}

// The runs of the chosen scenario, each beside the one that it is held against, or beside itself.
std::vector<Cell> cells_of(const std::vector<Run>& runs, const StudyOptions& options, std::vector<std::string>& notes)
{
    std::string scenario = options.scenario;
    const auto other = [&](const Run& run) { return run.scenario != runs.front().scenario; };
    if (scenario.empty() && std::any_of(runs.begin(), runs.end(), other))
        throw OutputError(fmt::format("there are several scenarios: say which one with --scenario; there are {}",
                                      scenarios_of(runs)));
    if (scenario.empty()) scenario = runs.front().scenario;
    std::map<RunKey, const Run*> against;
    for (const auto& run : runs)
        if (run.scenario == options.against) against[{run.point, run.seed, run.replicate}] = &run;
    std::vector<Cell> cells;
    std::size_t alone = 0;
    for (const auto& run : runs) {
        if (run.scenario != scenario) continue;
        const Run* base = &run;
        if (!options.against.empty()) {
            const auto found = against.find({run.point, run.seed, run.replicate});
            if (found == against.end()) {
                ++alone;
                continue;
            }
            base = found->second;
        }
        cells.push_back({static_cast<std::size_t>(std::max<std::int64_t>(run.point, 0)),
                         static_cast<std::int64_t>(run.replicate),
                         {base, &run}});
    }
    if (cells.empty())
        throw OutputError(fmt::format("there is no run of '{}'{}; there are {}", scenario,
                                      options.against.empty() ? "" : " with a partner in '" + options.against + "'",
                                      scenarios_of(runs)));
    if (alone > 0)
        notes.push_back(
            fmt::format("{} runs of '{}' have no partner in '{}' and are left out", alone, scenario, options.against));
    return cells;
}

Window window_of(const std::vector<Cell>& cells, const StudyOptions& options)
{
    int first = std::numeric_limits<int>::min(), last = std::numeric_limits<int>::max();
    for (const auto& cell : cells)
        for (const auto* run : {cell.pair.base, cell.pair.other}) {
            if (run->months.empty()) throw OutputError(run->path.string() + ": has no months");
            first = std::max(first, run->months.front());
            last = std::min(last, run->months.back());
        }
    const Window window{options.first_month.value_or(first), options.last_month.value_or(last)};
    if (window.first < first || window.last > last || window.first > window.last)
        throw OutputError(fmt::format("no months {} to {}: the runs have {} to {} in common", window.first, window.last,
                                      first, last));
    return window;
}

Outcome outcome_of(const std::vector<Cell>& cells, std::size_t points, const std::string& name, const Window& window,
                   const MonthRule& rule, bool difference)
{
    std::vector<std::int64_t> replicates;
    for (const auto& cell : cells)
        if (std::find(replicates.begin(), replicates.end(), cell.replicate) == replicates.end())
            replicates.push_back(cell.replicate);
    std::sort(replicates.begin(), replicates.end());
    Outcome outcome{name, "", 0, {}};
    outcome.y.assign(replicates.size(), std::vector<double>(points, no_figure));
    bool found = false;
    for (const auto& cell : cells) {
        const auto place = outcome_place(name);
        const auto sample = sample_of({cell.pair}, place, window, rule);
        found = found || cell.pair.other->find(place.indicator, place.axis, place.group);
        outcome.unit = sample.unit;
        const auto r = static_cast<std::size_t>(std::lower_bound(replicates.begin(), replicates.end(), cell.replicate) -
                                                replicates.begin());
        if (cell.point < points)
            outcome.y[r][cell.point] = difference ? sample.other[0] - sample.base[0] : sample.other[0];
    }
    if (found) return outcome;
    const std::string axis = outcome_place(name).axis;
    throw OutputError(fmt::format("the runs have no '{}'", name) +
                      (axis.empty() ? ""
                                    : fmt::format("; a sweep keeps groups where its plan asks for them: \"keep\": "
                                                  "{{\"groups\": [\"{}\"]}}",
                                                  axis)));
}

} // namespace

SeriesPlace outcome_place(const std::string& text)
{
    const auto first = text.find('/'), second = first == text.npos ? first : text.find('/', first + 1);
    if (first != text.npos && second == text.npos)
        throw OutputError("'" + text +
                          "' is no outcome; write INDICATOR or INDICATOR/AXIS/GROUP, such as output/size/micro");
    if (first == text.npos) return {text};
    return {text.substr(0, first), text.substr(first + 1, second - first - 1), text.substr(second + 1)};
}

// The coordinates over `point` of a collected file, and what its design says of each point.
std::optional<DesignTable> collected_design(const fs::path& input)
{
    if (fs::is_directory(input)) return std::nullopt;
    const ResultsReader file(input);
    if (!is_collected(file) || !file.has("/point")) return std::nullopt;
    DesignTable design;
    design.x.resize(file.dimension("/point").length);
    for (const auto& variable : file.variables("/")) {
        if (variable.dimensions != std::vector<std::string>{"/point"} || variable.name == "point") continue;
        if (variable.name == "design_block") design.block = texts_of(file, variable);
        else if (variable.name == "design_row") design.row = file.integers(variable.path);
        else if (variable.name == "design_trajectory") design.trajectory = file.integers(variable.path);
        else if (variable.name == "design_step") design.step = file.integers(variable.path);
        else if (!variable.name.starts_with("design_")) {
            design.factors.push_back(variable.name);
            auto& levels = design.levels.emplace_back();
            const bool words = variable.type == ValueType::text;
            const auto texts = words ? file.texts(variable.path) : std::vector<std::string>();
            const auto numbers = words ? std::vector<double>() : file.doubles(variable.path);
            for (std::size_t p = 0; p < design.points(); ++p) {
                if (words && std::find(levels.begin(), levels.end(), texts[p]) == levels.end())
                    levels.push_back(texts[p]);
                design.x[p].push_back(
                    words ? static_cast<double>(std::find(levels.begin(), levels.end(), texts[p]) - levels.begin())
                          : numbers[p]);
            }
        }
    }
    return design;
}

Study study_of_runs(const fs::path& input, const StudyOptions& options)
{
    if (options.outcomes.empty())
        throw OutputError("say which indicators are the outcomes: --outcome output,days_receivable/size/micro");
    RunParts parts;
    std::set<std::string> axes;
    for (const auto& text : options.outcomes)
        if (const auto place = outcome_place(text); !place.axis.empty())
            axes.insert(place.axis), parts.indicators.push_back(place.indicator);
    parts.axes.assign(axes.begin(), axes.end());
    const auto runs = read_runs(input, parts);
    Study study;
    std::vector<Cell> cells;
    const auto design = options.design ? options.design : collected_design(input);
    if (design) {
        study.design = *design;
        cells = cells_of(runs, options, study.notes);
    } else study.design = design_of_policies(runs, cells);
    if (study.design.factors.empty())
        throw OutputError(input.string() + ": nothing varies between its runs but luck: no design, no policies");
    const Window window = window_of(cells, options);
    for (const auto& name : options.outcomes) {
        study.outcomes.push_back(
            outcome_of(cells, study.design.points(), name, window, options.rule, !options.against.empty()));
        for (int month = options.every_months; options.every_months > 0 && month <= window.last;
             month += options.every_months) {
            if (month < window.first) continue;
            auto later = outcome_of(cells, study.design.points(), name, {month, month}, {MonthStatistic::last, 0},
                                    !options.against.empty());
            later.month = month;
            study.outcomes.push_back(std::move(later));
        }
    }
    return study;
}

} // namespace rongtong
