#include "cli/check_files.hpp"

#include "analysis/runs.hpp"
#include "cli/checkpoints.hpp"
#include "cli/console.hpp"
#include "models/state.hpp"
#include "output/file_rules.hpp"
#include "output/results_reader.hpp"
#include "output/seal.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace rongtong::cli {

namespace {

std::string describe_results(const std::string& file)
{
    const ResultsReader results(file); // its child has read all of it
    const char* sum = check_seal(file) ? "checksum right"
                                       : "no checksum: written before there were any, or changed since";
    const auto months = results.has("/month") ? results.dimension("/month").length : 0;
    if (is_collected(results)) {
        std::size_t runs = 1;
        for (const auto length : results.variable("/status").shape) runs *= length;
        return fmt::format("collected sweep, {}, {}; {}", counted(runs, "run"), counted(months, "month"), sum);
    }
    return fmt::format("results of scenario \"{}\", {}; {}", scenario_name(results), counted(months, "month"), sum);
}

// As far as resuming would go, without beginning.
std::string describe_checkpoint(const std::string& file)
{
    CheckpointReader checkpoint(file);
    if (checkpoint.has("sweep.runs")) {
        const ResultsReader results(read_results(checkpoint), "results in " + file, {.unfinished = true});
        return "checkpoint of months that runs of a sweep share";
    }
    const StoredRun run = read_run(checkpoint, file, std::nullopt);
    restore_state(checkpoint, run.scenario.setup);
    const ResultsReader results(read_results(checkpoint), "results in " + file, {.unfinished = true});
    return fmt::format("checkpoint of scenario \"{}\" after month {}", run.scenario.name, run.month);
}

} // namespace

std::optional<std::string> describe_binary(const std::string& file)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) return std::nullopt;
    std::array<char, 8> head{};
    std::ifstream(file, std::ios::binary).read(head.data(), head.size());
    const std::string_view start(head.data(), head.size());
    if (start == "\x89HDF\r\n\x1a\n") return describe_results(file);
    if (start.substr(0, 7) == "RTCKPT\n") return describe_checkpoint(file);
    return std::nullopt;
}

} // namespace rongtong::cli
