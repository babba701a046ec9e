#include "cli/bundle/manifest.hpp"

#include "cli/provenance.hpp"
#include "output/input_error.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace rongtong::cli {

namespace {

using nlohmann::ordered_json;

constexpr const char* format_name = "rongtong bundle";
constexpr int format_version = 1;

bool is_digest(const std::string& text)
{
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

ordered_json as_json(const BundledRun& run)
{
    ordered_json json{{"name", run.name},
                      {"scenario_name", run.scenario_name},
                      {"seed", run.seed},
                      {"replicate", run.replicate},
                      {"scenario", scenario_member(run)},
                      {"scenario_sha256", run.scenario_sha256},
                      {"calibration_sha256", run.calibration_sha256},
                      {"program_version", run.program_version},
                      {"git_commit", run.git_commit},
                      {"compiler", run.compiler},
                      {"results_sha256", digest_of_all(run.data)},
                      {"data", run.data}};
    if (!run.start_sha256.empty()) json["start_sha256"] = run.start_sha256;
    return json;
}

BundledRun from_json(const ordered_json& json)
{
    BundledRun run{json.at("name"),
                   json.at("scenario_name"),
                   json.at("scenario_sha256"),
                   json.at("calibration_sha256"),
                   json.value("start_sha256", ""),
                   json.at("seed"),
                   json.at("replicate"),
                   json.at("program_version"),
                   json.at("git_commit"),
                   json.at("compiler"),
                   json.at("data").get<DataDigests>()};
    return run;
}

} // namespace

std::string scenario_member(const BundledRun& run) { return fmt::format("scenarios/{}.json", run.scenario_sha256); }

std::string calibration_prefix(const BundledRun& run)
{
    return fmt::format("calibrations/{}/", run.calibration_sha256);
}

std::string start_member(const BundledRun& run, const std::string& table)
{
    return fmt::format("starts/{}/{}.csv", run.start_sha256, table);
}

std::string manifest_text(const std::vector<BundledRun>& runs)
{
    ordered_json json{{"format", format_name}, {"format_version", format_version}, {"bundled_by", version_text()}};
    for (const auto& run : runs) json["runs"].push_back(as_json(run));
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::vector<BundledRun> read_manifest(const Members& members, const std::filesystem::path& shown)
{
    const auto refuse = [&](const std::string& why) { throw InputError(fmt::format("{}: {}", shown.string(), why)); };
    const auto found = members.find("manifest.json");
    const auto json = found == members.end() ? ordered_json() : ordered_json::parse(found->second, nullptr, false);
    if (!json.is_object() || json.value("format", "") != format_name) refuse("is no bundle of rongtong");
    if (json.value("format_version", 0) != format_version)
        refuse(fmt::format("is a bundle of version {}, and this program reads version {}",
                           json.value("format_version", 0), format_version));
    std::vector<BundledRun> runs;
    try {
        for (const auto& run : json.at("runs")) runs.push_back(from_json(run));
    } catch (const ordered_json::exception&) {
        refuse("its manifest.json lacks something, or is not as a bundle's");
    }
    for (const auto& run : runs) {
        if (!is_digest(run.scenario_sha256) || !is_digest(run.calibration_sha256))
            refuse(fmt::format("\"{}\" has a digest that is none", run.name));
        if (!run.start_sha256.empty() && !is_digest(run.start_sha256))
            refuse(fmt::format("\"{}\" has a digest that is none", run.name));
        if (!run.start_sha256.empty() && !members.contains(start_member(run, "firms")))
            refuse(fmt::format("lacks {}", start_member(run, "firms")));
        if (!members.contains(scenario_member(run))) refuse(fmt::format("lacks {}", scenario_member(run)));
        if (!members.contains(calibration_prefix(run) + "nation.json"))
            refuse(fmt::format("lacks the figures {}", calibration_prefix(run)));
    }
    if (runs.empty()) refuse("holds no run");
    return runs;
}

} // namespace rongtong::cli
