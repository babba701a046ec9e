#include "scenarios/layers.hpp"
#include "scenarios/plan_parts.hpp"

namespace rongtong {

namespace {

namespace fs = std::filesystem;

// As the scenario that read it has it; empty where the document names no such table.
fs::path table_in(const Document& document, const char* key)
{
    const nlohmann::json::json_pointer at(std::string("/start/") + key);
    if (!document.value.contains(at) || !document.value[at].is_string()) return {};
    std::error_code ec;
    const auto name = document.value[at].get<std::string>();
    return fs::weakly_canonical(fs::absolute(folder_of(document, at.to_string()) / name, ec), ec);
}

} // namespace

void share_tables(const Document& document, const SweepPlan& plan, Scenario& scenario)
{
    const auto firms = table_in(document, "firms"), links = table_in(document, "links");
    if (firms.empty() || !scenario.setup.calibration) return;
    for (const auto& other : plan.scenarios) {
        const auto& files = other.scenario.start_files;
        if (files.firms != firms || files.links != links) continue;
        if (other.scenario.setup.calibration != scenario.setup.calibration) continue;
        scenario.setup.own = other.scenario.setup.own;
        scenario.start_files = files;
        return;
    }
}

} // namespace rongtong
