#include "cli/provenance.hpp"

#include "sim/shell_word.hpp"

#include <fmt/format.h>

#include <ctime>

namespace rongtong::cli {

std::string program_version() { return RONGTONG_VERSION; }

std::string git_commit() { return RONGTONG_COMMIT; }

std::string compiler()
{
#ifdef __clang__
    return __VERSION__;
#else
    return "gcc " __VERSION__;
#endif
}

std::string version_text()
{
    return fmt::format("rongtong {} (commit {}, {})", program_version(), git_commit(), compiler());
}

std::string command_line_text(int argc, char** argv)
{
    std::string text;
    for (int i = 0; i < argc; ++i) text.append(i ? " " : "").append(shell_word(argv[i]));
    return text;
}

std::string utc_now()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                       parts.tm_hour, parts.tm_min, parts.tm_sec);
}

void write_words(ResultsSink& sink, const Scenario& scenario)
{
    sink.attribute("/", "title", scenario.title_en.empty() ? scenario.name : scenario.title_en);
    sink.attribute("/", "scenario", scenario.merged);
    sink.attribute("/", "scenario_sha256", scenario.sha256);
}

void write_provenance(ResultsSink& sink, const Scenario& scenario, int threads, const std::string& command_line)
{
    const auto set = [&](const char* name, const AttributeValue& value) { sink.attribute("/", name, value); };
    write_words(sink, scenario);
    set("scenario_name", scenario.name);
    set("calibration_sha256", scenario.setup.calibration->sha256);
    set("calibration_folder", scenario.calibration_folder.string());
    const auto& [firms, links, unread] = scenario.start_files;
    if (!firms.empty()) set("start_firms_file", firms.string());
    if (!links.empty()) set("start_links_file", links.string());
    set("seed", std::uint64_t{scenario.setup.seed});
    set("replicate", std::uint64_t{scenario.setup.replicate});
    set("program_version", program_version());
    set("git_commit", git_commit());
    set("compiler", compiler());
    set("threads", std::int32_t{threads});
    set("command_line", command_line);
}

} // namespace rongtong::cli
