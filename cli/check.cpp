// rongtong check: is a scenario, plan, results file or checkpoint all right?
#include "cli/calibrate/runs.hpp"
#include "cli/check_files.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "models/own_data.hpp"
#include "scenarios/notes.hpp"
#include "scenarios/plan.hpp"
#include "scenarios/problems.hpp"
#include "scenarios/scenario.hpp"
#include "scenarios/start_notes.hpp"
#include "sim/error.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace rongtong::cli {

namespace {

using nlohmann::ordered_json;

struct Checked {
    std::string file;
    std::vector<Problem> problems;
    std::string about{};              // what a good one describes
    std::vector<std::string> notes{}; // on a good one: what it asks for and will not get
};

template <class List>
std::string counted_of(const List& list)
{
    return grouped(static_cast<std::int64_t>(list.size()));
}

std::string describe_run(const Scenario& s)
{
    const auto given = s.setup.own ? fmt::format(", {} of them and {} links given", counted_of(s.setup.own->firms),
                                                 counted_of(s.setup.own->links))
                                   : "";
    return fmt::format("scenario \"{}\", {} firms{}, {} months, {} {}, {} {}", s.name,
                       grouped(static_cast<std::int64_t>(s.setup.firms)), given, s.setup.months,
                       s.setup.policies.size(), s.setup.policies.size() == 1 ? "policy" : "policies",
                       s.setup.shocks.size(), s.setup.shocks.size() == 1 ? "shock" : "shocks");
}

std::string describe_plan(const SweepPlan& plan)
{
    const auto points = plan.design.points.empty() ? "" : " x " + counted(plan.points(), "point");
    return fmt::format("plan \"{}\", {}{} x {} = {}", plan.name, counted(plan.scenarios.size(), "scenario"), points,
                       counted(plan.replicates, "replicate"), counted(plan.runs(), "run"));
}

std::string describe_fit(const FitPlan& fit)
{
    const auto used = static_cast<std::size_t>(std::ranges::count_if(fit.moments, &FitMoment::used));
    return fmt::format("calibration \"{}\", {}, {} used and {} reported, {} of {}", fit.plan.name,
                       counted(fit.plan.parameters.size(), "parameter"), counted(used, "moment"),
                       fit.moments.size() - used, counted(fit.waves, "wave"), counted(fit.points, "point"));
}

// What the file describes. Throws ScenarioError, OutputError or CheckpointError.
Checked read_file(const std::string& file)
{
    if (const auto about = describe_binary(file)) return {file, {}, *about};
    if (is_fit(file)) {
        const FitPlan fit = load_fit(file, known_regularities());
        return {file, {}, describe_fit(fit), notes_on(fit.plan)};
    }
    if (is_plan(file)) {
        const SweepPlan plan = load_plan(file);
        return {file, {}, describe_plan(plan), notes_on(plan)};
    }
    const Scenario scenario = load_scenario(file);
    auto notes = notes_on(scenario);
    if (scenario.setup.own)
        for (auto& note : start_notes(start_economy(scenario.setup))) notes.push_back(std::move(note));
    return {file, {}, describe_run(scenario), notes};
}

// What others say with the file's name in front.
Problem without_name(const std::string& file, std::string message)
{
    if (message.starts_with(file + ": ")) message.erase(0, file.size() + 2);
    return {file, "", 0, 0, message, "", ""};
}

Checked check_file(const std::string& file)
{
    try {
        return read_file(file);
    } catch (const OutputError& error) {
        return {file, {without_name(file, error.what())}};
    } catch (const CheckpointError& error) {
        return {file, {without_name(file, error.what())}};
    } catch (const ScenarioError& error) {
        auto problems = error.problems;
        for (auto& p : problems)
            if (p.file.empty()) p.file = file;
        return {file, problems};
    }
}

ordered_json as_json(const Checked& checked)
{
    ordered_json list = ordered_json::array();
    for (const auto& p : checked.problems)
        list.push_back({{"file", p.file},
                        {"pointer", p.pointer},
                        {"line", p.line},
                        {"column", p.column},
                        {"message", p.message},
                        {"expected", p.expected},
                        {"hint", p.hint}});
    return {{"file", checked.file}, {"good", checked.problems.empty()}, {"problems", list}, {"notes", checked.notes}};
}

void tell(const Checked& checked)
{
    if (checked.problems.empty()) {
        print(fmt::format("{}: good ({})\n", checked.file, checked.about));
        for (const auto& note : checked.notes) print(fmt::format("{}: note: {}\n", checked.file, note));
        return;
    }
    print_problems(format_problems(checked.problems));
    print_error(fmt::format("{}: {} {}\n", checked.file, checked.problems.size(),
                            checked.problems.size() == 1 ? "problem" : "problems"));
}

int check_all(const std::vector<std::string>& files, bool json)
{
    int code = done;
    ordered_json list = ordered_json::array();
    for (const auto& file : files) {
        const Checked checked = check_file(file);
        if (!checked.problems.empty()) code = bad_input;
        if (json) list.push_back(as_json(checked));
        else tell(checked);
    }
    if (json) print(list.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n");
    return code;
}

} // namespace

void add_check(CLI::App& program, Action& action)
{
    struct Options {
        std::vector<std::string> files;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    auto* command = program.add_subcommand("check",
                                           "Check scenarios, plans, results and checkpoints and name every problem");
    command->footer(
        "Example:\n  rongtong check my-policy.json study.json others/*.json\n  rongtong check base.h5 study.h5");
    command
        ->add_option("scenario", options->files,
                     "Scenario, plan or calibration files (JSON), results and collected files, checkpoints")
        ->required();
    command->add_flag("--json", options->json, "Problems as JSON");
    command->callback([&action, options] { action = [options] { return check_all(options->files, options->json); }; });
}

} // namespace rongtong::cli
