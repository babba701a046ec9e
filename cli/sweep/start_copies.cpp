#include "cli/sweep/start_copies.hpp"

#include "models/own_data.hpp"

#include <fmt/format.h>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;

// By their digest, so that two of one name are told apart.
std::string table_name(const Scenario& scenario, const char* table)
{
    return fmt::format("calibration/start-{}-{}.csv", scenario.setup.own->sha256.substr(0, 12), table);
}

void copy_table(const fs::path& folder, const Scenario& scenario, const fs::path& from, const char* table)
{
    const auto to = folder / table_name(scenario, table);
    if (!fs::exists(to)) fs::copy_file(from, to);
}

} // namespace

std::string calibration_name(const Scenario& scenario)
{
    const auto name = scenario.calibration_folder.filename().string();
    const auto digest = "-" + scenario.setup.calibration->sha256.substr(0, 12);
    return "calibration/" + (name.ends_with(digest) ? name : name + digest);
}

void name_tables(const Scenario& scenario, nlohmann::json& stored)
{
    const auto& files = scenario.start_files;
    if (!files.firms.empty()) stored["start"]["firms"] = table_name(scenario, "firms");
    if (!files.links.empty()) stored["start"]["links"] = table_name(scenario, "links");
}

void copy_tables(const fs::path& folder, const Scenario& scenario)
{
    const auto& files = scenario.start_files;
    if (!files.firms.empty()) copy_table(folder, scenario, files.firms, "firms");
    if (!files.links.empty()) copy_table(folder, scenario, files.links, "links");
}

nlohmann::json stored_plan(const SweepPlan& plan)
{
    nlohmann::json stored = plan.resolved;
    for (const auto& s : plan.scenarios) {
        stored["scenarios"][s.label]["calibration"] = calibration_name(s.scenario);
        name_tables(s.scenario, stored["scenarios"][s.label]);
    }
    return stored;
}

nlohmann::json stored_beside(const fs::path& folder, const SweepPlan& plan)
{
    fs::create_directories(folder / "calibration");
    for (const auto& s : plan.scenarios) {
        const auto to = folder / calibration_name(s.scenario);
        const fs::path part = to.string() + ".part"; // a copy that was cut off is no copy
        if (!fs::exists(to)) {
            fs::remove_all(part);
            fs::copy(s.scenario.calibration_folder, part, fs::copy_options::recursive);
            fs::rename(part, to);
        }
        copy_tables(folder, s.scenario);
    }
    return stored_plan(plan);
}

} // namespace rongtong::cli
