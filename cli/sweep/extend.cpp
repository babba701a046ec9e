#include "cli/sweep/extend.hpp"

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

// Attributes of a file's own, which its writer gives it.
bool of_the_file(std::string_view name)
{
    constexpr std::array<std::string_view, 6> own{"format",    "format_version",    "finished",
                                                  "sweep_run", "sweep_plan_sha256", "checksum"};
    return std::ranges::find(own, name) != own.end();
}

void write_as(const std::vector<std::byte>& bytes, std::size_t number, const SweepPlan& plan, const fs::path& to)
{
    const ResultsReader file(bytes, to);
    ResultsWriter writer(to, {.force = true});
    ResultsBuffer::of(file).copy_to(writer);
    for (const auto& [name, value] : file.attributes("/"))
        if (!of_the_file(name)) writer.attribute("/", name, value);
    writer.attribute("/", "sweep_run", static_cast<std::int64_t>(number));
    writer.attribute("/", "sweep_plan_sha256", plan.sha256);
    writer.finish();
}

} // namespace

bool holds_all_of(const json& plan, const json& stored)
{
    if (without_words(plan) != without_words(stored)) return false;
    return std::ranges::all_of(stored["scenarios"].items(), [&](const auto& entry) {
        return plan["scenarios"].contains(entry.key()) && plan["scenarios"][entry.key()] == entry.value();
    });
}

void take_over(const fs::path& folder, const SweepPlan& before, const fs::path& grown, const SweepPlan& after)
{
    const RunStore from(folder), to(grown);
    for (const auto run : from.runs()) {
        const auto number = new_number(before, run, after);
        write_as(from.bytes(run), number, after, to.file_of(number));
    }
}

void replace_folder(const fs::path& folder, const fs::path& grown)
{
    std::error_code ec;
    if (::renameat2(AT_FDCWD, grown.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) != 0) {
        const int why = errno;
        if (why != EINVAL && why != ENOSYS)
            throw OutputError(folder.string() + ": can't be replaced: " + std::strerror(why));
        const fs::path away = folder.string() + ".before"; // a file system without that kind of rename
        fs::rename(folder, away);
        fs::rename(grown, folder);
        fs::remove_all(away, ec);
        return;
    }
    fs::remove_all(grown, ec); // it bears the old folder now
}

} // namespace rongtong::cli
