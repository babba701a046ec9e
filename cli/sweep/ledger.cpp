#include "cli/sweep/ledger.hpp"

#include "cli/hash_text.hpp"
#include "cli/marks.hpp"
#include "cli/notes.hpp"
#include "cli/provenance.hpp"
#include "cli/sweep/units.hpp"
#include "output/results_writer.hpp"
#include "sim/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <utility>

namespace rongtong::cli {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

bool cut_off(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    if (!in || in.tellg() == 0) return false;
    in.seekg(-1, std::ios::end);
    return in.get() != '\n';
}

} // namespace

Ledger::Ledger(const fs::path& folder, const SweepPlan& plan, std::string share, int threads_each,
               std::string command_line, const std::vector<std::size_t>& left)
    : plan_(plan),
      folder_(folder),
      share_(std::move(share)),
      command_line_(std::move(command_line)),
      threads_each_(threads_each),
      store_(folder)
{
    store_.tidy(share_);
    const auto loose = store_.loose();
    const auto mine = loose.empty() ? loose : runs_of_share(plan, share_);
    for (const auto run : loose) // those of other shares are theirs to pack
        if (std::ranges::binary_search(mine, run) && !std::ranges::binary_search(left, run)) loose_.push_back(run);
}

void Ledger::finished(std::size_t run, const Line& line)
{
    const Scenario scenario = run_scenario(plan_, plan_.index(run)); // of several runs that are one, this one's names
    ResultsWriter writer(store_.file_of(run), {.force = true});
    line.results().copy_to(writer);
    write_provenance(writer, scenario, threads_each_, command_line_);
    writer.attribute("/", "sweep_run", static_cast<std::int64_t>(run));
    if (!plan_.parameters.empty())
        writer.attribute("/", "sweep_point", static_cast<std::int64_t>(plan_.index(run).point));
    writer.attribute("/", "sweep_plan_sha256", plan_.sha256);
    write_marks(writer, line.economy().marks);
    write_notes(writer, line.notes());
    write_hash_text(writer, scenario.output);
    writer.attribute("/", "ended", utc_now());
    writer.finish();
    const std::lock_guard lock(mutex_);
    store_.add(run);
    loose_.push_back(run);
    ++finished_;
}

void Ledger::finished_elsewhere(std::size_t run)
{
    const std::lock_guard lock(mutex_);
    store_.add(run);
    loose_.push_back(run);
}

void Ledger::failed(std::size_t run, const std::string& why)
{
    const std::lock_guard lock(mutex_);
    const RunIndex index = plan_.index(run);
    if (failed_++ == 0) first_failure_ = fmt::format("run {}: {}", run, why);
    const fs::path file = folder_ / "failures" / (share_ + ".jsonl");
    std::ofstream out(file, std::ios::app);
    const json line = {{"run", run},           {"scenario", plan_.scenarios[index.scenario].label},
                       {"point", index.point}, {"replicate", plan_.first_replicate + index.replicate},
                       {"message", why},       {"time", utc_now()}};
    // a killed process has told all, and what it was cut off in ends with its line
    if (cut_off(file)) out << "\n";
    out << line.dump(-1, ' ', false, json::error_handler_t::replace) << std::endl;
    if (!out) throw OutputError(file.string() + ": can't be written");
}

void Ledger::pack(std::size_t at_least)
{
    std::vector<std::size_t> runs;
    {
        const std::lock_guard lock(mutex_);
        if (loose_.empty() || loose_.size() < at_least) return;
        runs = std::exchange(loose_, {});
    }
    const auto pack = store_.pack(share_, runs);
    const std::lock_guard lock(mutex_);
    store_.moved(runs, pack);
}

std::string Ledger::first_failure() const
{
    const std::lock_guard lock(mutex_);
    return first_failure_;
}

std::map<std::size_t, std::string> read_failures(const fs::path& folder)
{
    std::map<std::size_t, std::string> failures;
    std::error_code ec;
    for (const auto& entry : fs::directory_iterator(folder / "failures", ec)) {
        if (!entry.is_regular_file(ec)) continue; // a pipe might never end
        std::ifstream in(entry.path());
        for (std::string text; std::getline(in, text);) {
            const auto line = json::parse(text, nullptr, false); // the last one may be cut off
            const auto has = [&](const char* key, auto is) {
                return line.is_object() && line.contains(key) && (line[key].*is)();
            };
            if (!has("run", &json::is_number_unsigned)) continue;
            failures[line["run"].get<std::size_t>()] = has("message", &json::is_string)
                                                           ? line["message"].get<std::string>()
                                                           : "";
        }
    }
    return failures;
}

} // namespace rongtong::cli
