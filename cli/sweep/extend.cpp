#include "cli/sweep/extend.hpp"

#include "analysis/runs.hpp"
#include "cli/provenance.hpp"
#include "output/results_buffer.hpp"
#include "output/results_reader.hpp"
#include "output/results_writer.hpp"
#include "output/run_store.hpp"
#include "sim/error.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string_view>

#include <fcntl.h>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

json scenario_without_words(json scenario)
{
    for (const char* key : {"title", "description"}) scenario.erase(key);
    return scenario;
}

// What may differ: the rest says what the runs are made of.
json without_words(json plan)
{
    for (const char* key : {"name", "title", "description", "replicates", "scenarios", "order"}) plan.erase(key);
    return plan;
}

std::optional<std::size_t> place_of(const SweepPlan& plan, const std::string& label)
{
    for (std::size_t s = 0; s < plan.scenarios.size(); ++s)
        if (plan.scenarios[s].label == label) return s;
    return std::nullopt;
}

std::size_t new_number(const SweepPlan& before, std::size_t run, const SweepPlan& after)
{
    RunIndex index = before.index(run);
    index.scenario = place_of(after, before.scenarios[index.scenario].label).value();
    index.replicate = before.first_replicate + index.replicate - after.first_replicate;
    return after.number(index);
}

// Attributes that the file gets anew.
bool is_given_anew(std::string_view name)
{
    constexpr std::array<std::string_view, 9> own{"format",   "format_version", "finished",
                                                  "checksum", "sweep_run",      "sweep_plan_sha256",
                                                  "title",    "scenario",       "scenario_sha256"};
    return std::ranges::find(own, name) != own.end();
}

void write_as(const ResultsReader& file, std::size_t number, const SweepPlan& plan, const fs::path& to)
{
    ResultsWriter writer(to, {.force = true});
    ResultsBuffer::of(file).copy_to(writer);
    for (const auto& [name, value] : file.attributes("/"))
        if (!is_given_anew(name)) writer.attribute("/", name, value);
    write_words(writer, run_scenario(plan, plan.index(number)));
    writer.attribute("/", "sweep_run", static_cast<std::int64_t>(number));
    writer.attribute("/", "sweep_plan_sha256", plan.sha256);
    writer.finish();
}

// What a sweep wrote goes; what others put there moves on.
void take_away(const fs::path& old, const fs::path& folder)
{
    constexpr std::array<std::string_view, 8> ours{"runs",      "packs",       "failures",  "checkpoints",
                                                   "processes", "calibration", "plan.json", "sweep.json"};
    std::vector<fs::path> entries;
    std::error_code ec;
    for (const auto& entry : fs::directory_iterator(old, ec)) entries.push_back(entry.path());
    for (const auto& entry : entries) {
        const auto name = entry.filename();
        if (std::ranges::find(ours, name.string()) != ours.end()) fs::remove_all(entry, ec);
        else fs::rename(entry, folder / name, ec);
    }
    fs::remove(old, ec); // if it is empty now
}

} // namespace

std::string differences(const json& stored, const json& given)
{
    std::string text;
    int shown = 0;
    for (const auto& step : json::diff(stored, given)) {
        if (++shown > 5) return text + "\n  and more";
        text += "\n  " + step["path"].get<std::string>();
    }
    return text;
}

bool holds_all_of(const json& plan, const json& stored)
{
    if (without_words(plan) != without_words(stored)) return false;
    return std::ranges::all_of(stored["scenarios"].items(), [&](const auto& entry) {
        return plan["scenarios"].contains(entry.key()) &&
               scenario_without_words(plan["scenarios"][entry.key()]) == scenario_without_words(entry.value());
    });
}

void take_over(const fs::path& folder, const SweepPlan& before, const fs::path& grown, const SweepPlan& after)
{
    const RunStore from(folder), to(grown);
    for (const auto run : from.runs()) {
        const ResultsReader file(from.bytes(run), folder / RunStore::member_of(run));
        check_sweep_run(file, run, run_scenario(before, before.index(run)).sha256); // it gets a name that says more
        const auto number = new_number(before, run, after);
        write_as(file, number, after, to.file_of(number));
    }
}

void replace_folder(const fs::path& folder, const fs::path& grown)
{
    if (::renameat2(AT_FDCWD, grown.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) != 0) {
        const int why = errno;
        if (why != EINVAL && why != ENOSYS)
            throw OutputError(folder.string() + ": can't be replaced: " + std::strerror(why));
        const fs::path away = folder.string() + ".before"; // a file system without that kind of rename
        fs::rename(folder, away);
        fs::rename(grown, folder);
        return take_away(away, folder);
    }
    take_away(grown, folder); // it bears the old folder now
}

} // namespace rongtong::cli
