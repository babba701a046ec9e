// rongtong convert: a scenario or plan as an earlier version took it, as this one does.
#include "analysis/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "models/policies/lever.hpp"
#include "output/results_reader.hpp"
#include "scenarios/json_source.hpp"
#include "scenarios/problems.hpp"
#include "scenarios/scenario_parts.hpp"
#include "sim/error.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <memory>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

// Parts of a target that the lever or shock has never looked at: taken, and passed over, until they were refused.
void drop_idle_parts(ordered_json& entry, const TargetParts& parts, const std::string& pointer,
                     std::vector<std::string>& changes)
{
    if (!entry.contains("target") || !entry["target"].is_object()) return;
    const auto good = names_of_parts(parts);
    for (const auto& key : target_keys()) {
        if (!entry["target"].contains(key) || entry["target"][key] == "all" ||
            std::ranges::find(good, key) != good.end())
            continue;
        entry["target"].erase(key);
        changes.push_back(fmt::format("{}/target/{}: left out, since it never had an effect", pointer, key));
    }
}

// Scenarios, and those that are written into a plan.
void convert_scenario(ordered_json& scenario, const std::string& pointer, std::vector<std::string>& changes)
{
    const auto each = [&](const char* section, const char* kind, const auto& find) {
        if (!scenario.contains(section) || !scenario[section].is_object()) return;
        for (auto& [label, entry] : scenario[section].items())
            if (entry.is_object() && entry.contains(kind) && entry[kind].is_string())
                if (const auto* known = find(entry[kind].template get<std::string>()))
                    drop_idle_parts(entry, known->target, fmt::format("{}/{}/{}", pointer, section, label), changes);
    };
    each("policies", "lever", find_lever);
    each("shocks", "kind", find_shock);
}

ordered_json converted(const fs::path& file, std::vector<std::string>& changes)
{
    std::vector<Problem> problems;
    const auto source = read_json(file, file.string(), problems);
    if (!source) throw ScenarioError(std::move(problems));
    ordered_json value = ordered_json::parse(source->text); // with its keys in their order
    if (value.is_object() && value.contains("scenarios") && value["scenarios"].is_object())
        for (auto& [label, scenario] : value["scenarios"].items())
            convert_scenario(scenario, "/scenarios/" + label, changes);
    else if (value.is_object()) convert_scenario(value, "", changes);
    return value;
}

// Nothing but the conversion is judged here: what else is wrong, `check` says.
int convert_text(const fs::path& file, const fs::path& output)
{
    std::vector<std::string> changes;
    const std::string text = converted(file, changes).dump(2) + "\n";
    for (const auto& change : changes) print_error(change + "\n");
    if (changes.empty()) {
        print_error(
            fmt::format("{}: nothing to convert; rongtong check says whether all of it is right\n", file.string()));
        return done;
    }
    if (output.empty()) return print(text), done;
    if (fs::exists(output)) throw BadInput(output.string() + ": exists already; name another file");
    try {
        check_output_path(output, false);
    } catch (const OutputError& error) {
        throw BadInput(error.what());
    }
    TextFile out(output, false);
    out.write(text);
    out.finish();
    return done;
}

int convert(const fs::path& file, const fs::path& output)
{
    std::string head(8, '\0');
    std::error_code ec;
    if (fs::is_regular_file(file, ec)) std::ifstream(file, std::ios::binary).read(head.data(), 8);
    if (head.starts_with("RTCKPT\n"))
        throw BadInput(
            fmt::format("{}: a checkpoint is never converted: go on with the version that wrote it, or start the "
                        "run again",
                        file.string()));
    if (!head.starts_with("\x89HDF\r\n")) return convert_text(file, output);
    const ResultsReader results(file); // refuses, in its words, what it can't take
    print_error(fmt::format("{}: nothing to convert: its format, version {}, is one that this program reads\n",
                            file.string(), results.integer_attribute("/", "format_version")));
    return done;
}

} // namespace

void add_convert(CLI::App& program, Action& action)
{
    struct Options {
        fs::path file, output;
    };
    auto o = std::make_shared<Options>();
    auto* command = program.add_subcommand("convert", "Bring a scenario or plan of an earlier version up to date");
    command->footer("Example:\n  rongtong convert old.json -o new.json");
    command->add_option("file", o->file, "Scenario, plan or results file")->required()->type_name("FILE");
    command->add_option("-o,--output", o->output, "The converted file (default: standard output)")->type_name("FILE");
    command->callback([&action, o] { action = [o] { return convert(o->file, o->output); }; });
}

} // namespace rongtong::cli
