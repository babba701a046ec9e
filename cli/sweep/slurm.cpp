#include "cli/sweep/slurm.hpp"

#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/sweep/folder.hpp"
#include "cli/sweep/options.hpp"
#include "sim/error.hpp"
#include "sim/shell_word.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <regex>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;
using Problems = std::vector<std::string>;

// Of one of Slurm's ways to write a time: m, m:s, h:m:s, d-h, d-h:m, d-h:m:s.
std::optional<double> seconds_of(const std::string& time)
{
    static const std::regex with_days(R"((\d{1,4})-(\d{1,3})(?::(\d{1,3})(?::(\d{1,3}))?)?)");
    static const std::regex without(R"((?:(\d{1,5}):)?(\d{1,7})(?::(\d{1,3}))?)");
    static const std::regex minutes_only(R"(\d{1,7})");
    std::smatch m;
    const auto number = [&](std::size_t i) { return m[i].matched ? std::stod(m[i]) : 0; };
    if (std::regex_match(time, m, with_days)) return ((number(1) * 24 + number(2)) * 60 + number(3)) * 60 + number(4);
    if (std::regex_match(time, m, minutes_only)) return number(0) * 60;
    if (!std::regex_match(time, m, without)) return std::nullopt;
    if (!m[3].matched) return number(1) * 60 + number(2); // m:s
    return (number(1) * 60 + number(2)) * 60 + number(3);
}

void check_time(const SlurmOptions& options, Problems& problems)
{
    if (options.time.empty()) return;
    const auto seconds = seconds_of(options.time);
    constexpr int early = 60; // Slurm may send the signal that much before
    if (!seconds)
        problems.push_back(fmt::format("--slurm-time {}: expected minutes, HH:MM:SS or D-HH:MM:SS", options.time));
    else if (*seconds <= options.signal_seconds + early)
        problems.push_back(
            fmt::format("--slurm-time {}: too short: the signal may come {} s before its end (--slurm-signal-seconds "
                        "{}, and Slurm up to {} s earlier), so at the very beginning",
                        options.time, options.signal_seconds + early, options.signal_seconds, early));
}

void check_word(const char* option, const std::string& text, const char* pattern, const char* expected,
                Problems& problems)
{
    if (text.empty() || std::regex_match(text, std::regex(pattern))) return;
    problems.push_back(fmt::format("{} {}: expected {}", option, text, expected));
}

// The option that the scripts set themselves and that the text would set again; empty where it is another. sbatch takes
// long options cut short (--arr=1-3), and short ones with their value behind them and after others without (-Ho log).
std::string own_option(const std::string& text)
{
    static constexpr std::array<std::pair<char, const char*>, 8> own{{{'a', "--array"},
                                                                      {'d', "--dependency"},
                                                                      {'o', "--output"},
                                                                      {'D', "--chdir"},
                                                                      {'c', "--cpus-per-task"},
                                                                      {'\0', "--signal"},
                                                                      {'\0', "--requeue"},
                                                                      {'\0', "--no-requeue"}}};
    static constexpr std::string_view without_value = "hHIkOQsvVWX";
    const auto name = text.substr(0, text.find_first_of("= "));
    for (const auto& [letter, word] : own)
        if (name.size() > 3 && name.starts_with("--") && std::string_view(word).starts_with(name)) return word;
    if (text.size() < 2 || text.starts_with("--")) return "";
    for (const char c : std::string_view(text).substr(1)) {
        for (const auto& [letter, word] : own)
            if (letter == c) return word;
        if (without_value.find(c) == without_value.npos) break; // what follows is its value
    }
    return "";
}

void check_extra(const SlurmOptions& options, Problems& problems)
{
    for (const auto& text : options.extra) {
        if (text.empty() || text.front() != '-' || std::ranges::any_of(text, [](unsigned char c) { return c < ' '; }))
            problems.push_back(fmt::format("--slurm-extra {}: expected an option of sbatch, such as --qos=long", text));
        if (const auto own = own_option(text); !own.empty())
            problems.push_back(fmt::format("--slurm-extra {}: {} is the scripts' own", text, own));
    }
}

void check(const SlurmOptions& options, std::size_t runs)
{
    constexpr const char* name = "[A-Za-z0-9_.,:@+-]+";
    Problems problems;
    if (options.shards > runs)
        problems.push_back(fmt::format("--slurm-shards {}: the plan has only {} runs", options.shards, runs));
    check_time(options, problems);
    check_word("--slurm-memory", options.memory, "[0-9]{1,9}[KMGT]?", "megabytes, or a number with K, M, G or T",
               problems);
    check_word("--slurm-partition", options.partition, name, "a name, or several with commas", problems);
    check_word("--slurm-account", options.account, name, "a name", problems);
    check_extra(options, problems);
    if (!problems.empty()) throw BadInput(fmt::format("{}", fmt::join(problems, "\n  ")));
}

// A script takes the place of an earlier one in one step: jobs that wait may be about to read it.
void write_script(const fs::path& file, const std::string& text)
{
    const fs::path begun = file.string() + ".part";
    std::ofstream out(begun, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    std::error_code ec;
    if (out) fs::permissions(begun, fs::perms::owner_exec | fs::perms::group_exec, fs::perm_options::add, ec);
    if (out && !ec) fs::rename(begun, file, ec);
    if (!out || ec) throw OutputError(file.string() + ": can't be written");
}

void tell(const SweepOptions& options, const SlurmFigures& figures)
{
    const std::string submit = (options.output / "slurm" / "submit.sh").string();
    if (options.json)
        print(nlohmann::ordered_json{{"folder", options.output.string()},
                                     {"runs", figures.runs},
                                     {"shards", figures.shards},
                                     {"submit", submit}}
                  .dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
              "\n");
    else if (!options.quiet)
        print(fmt::format("{}: {} runs for {} tasks of {} {}. To submit them:\n  {}\n", options.output.string(),
                          figures.runs, figures.shards, options.slurm.cpus, options.slurm.cpus == 1 ? "CPU" : "CPUs",
                          shell_word(submit)));
}

} // namespace

int prepare_for_slurm(const SweepOptions& options, const SweepPlan& plan)
{
    constexpr std::size_t usual_shards = 16;
    check(options.slurm, plan.runs());
    SlurmFigures figures;
    figures.plan_name = plan.name;
    figures.program = fs::read_symlink("/proc/self/exe").string();
    figures.runs = plan.runs();
    figures.shards = options.slurm.shards > 0 ? options.slurm.shards : std::min(usual_shards, plan.runs());
    figures.jobs = options.jobs;
    figures.pack = options.pack;
    make_or_check_folder(options.output, plan, options.resume);
    const fs::path folder = options.output / "slurm";
    std::error_code ec;
    fs::create_directories(folder / "logs", ec);
    if (ec) throw BadInput(fmt::format("{}: can't be made: {}", folder.string(), ec.message()));
    for (const auto& script : slurm_scripts(options.slurm, figures)) write_script(folder / script.name, script.text);
    tell(options, figures);
    return done;
}

} // namespace rongtong::cli
