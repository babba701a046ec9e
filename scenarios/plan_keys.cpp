// The keys of a plan, and how a plan and a scenario are told apart.
#include "scenarios/plan_parts.hpp"
#include "scenarios/scenario_parts.hpp"
#include "scenarios/standard_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

namespace rongtong {

namespace {

bool contains(const std::vector<std::string>& keys, const std::string& key)
{
    return std::ranges::find(keys, key) != keys.end();
}

// Whether there is one of the keys that is none of the others.
bool has_only_of(const nlohmann::json& value, const std::vector<std::string>& keys,
                 const std::vector<std::string>& others)
{
    return std::ranges::any_of(keys, [&](const auto& key) { return value.contains(key) && !contains(others, key); });
}

// Keys that get a word of their own are let pass at first.
std::vector<std::string> keys_of_changes()
{
    auto keys = change_keys();
    keys.insert(keys.end(), {"replicate", "output"});
    return keys;
}

} // namespace

const std::vector<std::string>& plan_keys()
{
    static const std::vector<std::string> keys{"$schema",   "name",    "title",      "description",
                                               "scenarios", "changes", "replicates", "parameters",
                                               "design",    "keep",    "order"};
    return keys;
}

const std::vector<std::string>& change_keys()
{
    static const std::vector<std::string> keys{"seed",  "months",   "firms",  "calibration",
                                               "model", "policies", "shocks", "calendar_start"};
    return keys;
}

bool looks_like_plan(const nlohmann::json& value)
{
    if (!value.is_object() || value.contains("scenarios")) return value.is_object();
    return has_only_of(value, plan_keys(), scenario_keys()) && !has_only_of(value, scenario_keys(), plan_keys());
}

bool is_plan(const std::filesystem::path& file)
{
    if (file == "-") return looks_like_plan(nlohmann::json::parse(standard_input(), nullptr, false));
    std::error_code ec;
    if (!std::filesystem::is_regular_file(file, ec)) return false; // what can be read once only is not read here
    std::ifstream in(file);
    const auto value = nlohmann::json::parse(in, nullptr, false);
    return looks_like_plan(value);
}

bool is_scenario(const Node& root)
{
    const auto& value = root.json();
    const bool is = !looks_like_plan(value) && has_only_of(value, scenario_keys(), plan_keys());
    if (is)
        root.fail("this is a scenario, not a plan", "\"scenarios\", and what to do with them", "rongtong run takes it");
    return is;
}

// What the plan says itself can't be changed, or stand in a scenario that is written into it.
void check_plan_keys(const Node& root)
{
    static const std::vector<std::pair<const char*, const char*>> elsewhere{
        {"replicate", "\"replicates\" of the plan numbers the runs"},
        {"output", "\"keep\" of the plan says what runs keep"}};
    for (const char* key : {"changes", "keep"})
        if (root[key] && root[key].is_object() && root["order"])
            root[key].fail_key(fmt::format("\"{}\" does not go with \"order\"", key), "one or the other",
                               "in a resolved plan the scenarios have it already");
    const Node changes = root["changes"];
    if (changes && changes.json().is_object()) changes.allow(keys_of_changes());
    for (const auto& [key, hint] : elsewhere)
        if (changes[key]) changes[key].fail_key(fmt::format("\"{}\" can't stand here", key), "", hint);
    if (root["order"]) return;
    for (const auto& [label, entry] : root["scenarios"].members())
        for (const auto& [key, hint] : elsewhere)
            if (entry[key]) entry[key].fail_key(fmt::format("\"{}\" can't stand here", key), "", hint);
}

} // namespace rongtong
