#include <algorithm>
#include <cmath>

#include "analysis/report/parts.hpp"
#include "sim/error.hpp"

namespace rongtong {

using nlohmann::ordered_json;

namespace {

template <class T>
void note(std::vector<T>& list, const T& value)
{
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

void note_text(std::vector<std::string>& list, const std::string& text)
{
    if (!text.empty()) note(list, text);
}

template <class T>
std::vector<T> sorted(std::vector<T> list)
{
    std::sort(list.begin(), list.end());
    return list;
}

// A text in one language or several, such as a scenario's title; null for anything else.
ordered_json text_of(const nlohmann::json& setup, const char* key)
{
    if (!setup.is_object() || !setup.contains(key)) return nullptr;
    const auto& value = setup[key];
    if (value.is_string()) return value.get<std::string>();
    if (!value.is_object()) return nullptr;
    ordered_json texts;
    for (const auto& [language, text] : value.items())
        if (text.is_string()) texts[language] = text.get<std::string>();
    return texts;
}

// A run's attribute has a list of objects, each with a name, what was expected and so on.
void count_marks(const std::string& text, ordered_json& marks)
{
    const auto list = nlohmann::json::parse(text, nullptr, false);
    if (!list.is_array()) return;
    for (const auto& entry : list) {
        if (!entry.is_object() || !entry.contains("name") || !entry["name"].is_string()) continue;
        auto& mark = marks[entry["name"].get<std::string>()];
        if (mark.is_null()) mark = {{"runs", 0}, {"long_name", entry.value("long_name", std::string())}};
        mark["runs"] = mark["runs"].get<int>() + 1;
    }
}

} // namespace

void RunBook::add(const Run& run)
{
    auto entry = std::find_if(entries_.begin(), entries_.end(),
                              [&](const Entry& e) { return e.scenario == run.scenario; });
    if (entry == entries_.end()) {
        entry = entries_.emplace(entries_.end());
        entry->scenario = run.scenario;
        entry->setup = run.setup;
        entry->path = run.path;
        entry->firms = run.firms;
        entry->first_month = run.months.front();
        entry->last_month = run.months.back();
        entry->marks = ordered_json::object();
    }
    ++entry->runs;
    entry->first_month = std::min(entry->first_month, run.months.front());
    entry->last_month = std::max(entry->last_month, run.months.back());
    note(entry->seeds, run.seed);
    note(entry->replicates, run.replicate);
    if (run.point >= 0) note(entry->points, run.point);
    note_text(entry->commits, run.commit);
    note_text(entry->versions, run.version);
    note_text(entry->calibrations, run.calibration);
    count_marks(run.plausibility, entry->marks);
    if (!entry->open && run.open) {
        entry->open = run.open;
        entry->opened = run.path.filename().string();
    }
    for (const auto& series : run.by_group)
        if (series.name == "firms" && !series.values.empty() && std::isfinite(series.values.back()))
            entry->firms_of_group[{series.axis, series.group}] += series.values.back();
    for (const auto* list : {&run.indicators, &run.by_group})
        for (const auto& series : *list)
            if (!indicators_.contains(series.name))
                indicators_[series.name] = {{"unit", series.unit},
                                            {"long_name", series.long_name},
                                            {"formula", series.formula},
                                            {"rate", is_rate(series.name, series.unit)}};
}

ordered_json RunBook::scenarios() const
{
    auto list = ordered_json::array();
    for (const auto& e : entries_) {
        ordered_json entry{{"scenario", e.scenario},
                           {"title", text_of(e.setup, "title")},
                           {"description", text_of(e.setup, "description")},
                           {"runs", e.runs},
                           {"points", e.points.size()},
                           {"seeds", sorted(e.seeds)},
                           {"replicates", sorted(e.replicates)},
                           {"first_month", e.first_month},
                           {"last_month", e.last_month},
                           {"firms", e.firms ? ordered_json(*e.firms) : ordered_json(nullptr)},
                           {"program", e.versions},
                           {"commit", e.commits},
                           {"calibration", e.calibrations},
                           {"marks", e.marks},
                           {"firms_of_group", ordered_json::object()}};
        for (const auto& [group, sum] : e.firms_of_group)
            entry["firms_of_group"][group.first][group.second] = sum / static_cast<double>(e.runs);
        list.push_back(std::move(entry));
    }
    return list;
}

ordered_json RunBook::accounts() const
{
    auto list = ordered_json::array();
    for (const auto& e : entries_) {
        if (!e.open) continue;
        const auto file = e.open();
        auto accounts = accounts_of(file);
        if (accounts.is_null()) continue;
        accounts["scenario"] = e.scenario;
        accounts["run"] = e.opened;
        accounts["month"] = file.integers("/month").back();
        list.push_back(std::move(accounts));
    }
    return list;
}

std::size_t RunBook::runs() const
{
    std::size_t sum = 0;
    for (const auto& e : entries_) sum += e.runs;
    return sum;
}

std::size_t RunBook::points() const
{
    std::size_t most = 0;
    for (const auto& e : entries_) most = std::max(most, e.points.size());
    return most;
}

const RunBook::Entry* RunBook::entry_of(const std::string& scenario) const
{
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& e) { return scenario.empty() || e.scenario == scenario; });
    return found == entries_.end() ? nullptr : &*found;
}

std::filesystem::path RunBook::first_path(const std::string& scenario) const
{
    const auto* entry = entry_of(scenario);
    return entry ? entry->path : std::filesystem::path();
}

Run RunBook::first_run(const std::string& scenario, const RunParts& parts) const
{
    const auto* entry = entry_of(scenario);
    if (!entry) throw OutputError("there is no run of '" + scenario + "'");
    if (entry->open) {
        Run run = read_run(entry->open(), parts);
        run.open = entry->open;
        return run;
    }
    for (auto& run : read_collected(ResultsReader(entry->path.parent_path()), parts))
        if (run.path == entry->path) return std::move(run);
    throw OutputError(entry->path.string() + ": is not there any more");
}

bool RunBook::all_of(const std::string& calibration) const
{
    return std::all_of(entries_.begin(), entries_.end(),
                       [&](const Entry& e) { return e.calibrations == std::vector<std::string>{calibration}; });
}

ordered_json RunBook::indicators() const { return indicators_; }

} // namespace rongtong
