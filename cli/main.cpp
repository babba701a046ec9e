// rongtong: an economic ecosystem under policy scenarios, on the command line.
#include "cli/color.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/provenance.hpp"
#include "cli/version.hpp"
#include "output/input_error.hpp"
#include "scenarios/near_miss.hpp"
#include "scenarios/problems.hpp"
#include "sim/error.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <memory>
#include <new>

namespace {

using namespace rongtong;
using namespace rongtong::cli;

constexpr const char* about =
    "Simulates how large, medium and small enterprises of an economy grow together, and what policies change.\n"
    "A scenario file (JSON) goes in, time series (HDF5, also netCDF-4) come out.";
constexpr const char* first_steps =
    "First steps:\n"
    "  rongtong run scenarios/baseline.json -o base.h5\n"
    "  rongtong run scenarios/prompt-payment.json -o cap.h5\n"
    "  rongtong compare base.h5 cap.h5\n\n"
    "Exit codes: 0 done, 1 failed, 2 bad input, 130 and 143 interrupted (SIGINT, SIGTERM).";

// --version, with --json for scripts.
void add_version(CLI::App& program, Action& action)
{
    struct Asked {
        bool version = false, json = false;
    };
    auto asked = std::make_shared<Asked>();
    auto* version = program.add_flag("--version", asked->version, "Print version, commit and compiler");
    program.add_flag("--json", asked->json, "With --version: as JSON")->needs(version);
    program.callback([&program, &action, asked] {
        if (asked->version && program.get_subcommands().empty())
            action = [asked] { return print((asked->json ? version_json() : version_text()) + "\n"), int{done}; };
    });
}

// Before or behind the command.
void add_color(CLI::App& program)
{
    const auto add = [](CLI::App& app, const char* group) {
        app.add_option_function<std::string>("--color", use_color,
                                             "Colours in messages and progress (default: auto, on a "
                                             "terminal, unless NO_COLOR is set)")
            ->check(CLI::IsMember({"auto", "always", "never"}))
            ->group(group);
    };
    add(program, "Options");
    for (auto* command : program.get_subcommands(nullptr)) add(*command, "Options");
}

void declare(CLI::App& program, Action& action, const std::string& command_line)
{
    program.footer(first_steps);
    program.set_help_flag("-h,--help", "Print this help");
    program.require_subcommand(0, 1);
    add_run(program, action, command_line);
    add_sweep(program, action, command_line);
    add_collect(program, action, command_line);
    add_calibrate(program, action, command_line);
    add_check(program, action);
    add_describe(program, action);
    add_schema(program, action);
    add_compare(program, action);
    add_series(program, action);
    add_sensitivity(program, action);
    add_interactions(program, action);
    add_discover(program, action);
    add_resilience(program, action);
    add_validate(program, action);
    add_report(program, action);
    add_explore(program, action);
    add_export(program, action);
    add_bundle(program, action);
    add_rerun(program, action, command_line);
    add_list(program, action);
    add_convert(program, action);
    add_completion(program, action);
    add_manual(program, action);
    add_version(program, action);
    add_color(program);
}

// A first word that names no subcommand.
void check_subcommand(const CLI::App& program, int argc, char** argv)
{
    if (argc < 2 || argv[1][0] == '-') return;
    std::vector<std::string> names;
    for (const auto* command : program.get_subcommands(nullptr)) names.push_back(command->get_name());
    if (std::ranges::find(names, argv[1]) != names.end()) return;
    const auto hint = suggestion(argv[1], names);
    throw BadInput(fmt::format("there is no command \"{}\"{}; rongtong --help lists them", argv[1],
                               hint.empty() ? "" : fmt::format(" ({})", hint)));
}

// An option that the command does not have, or a word too many.
[[noreturn]] void refuse_extras(const CLI::App& command, const std::string& path)
{
    auto words = command.remaining();
    std::stable_partition(words.begin(), words.end(), [](const std::string& word) { return word.starts_with("-"); });
    std::vector<std::string> options;
    for (const auto* option : command.get_options())
        for (const auto& name : option->get_lnames()) options.push_back("--" + name);
    const std::string word = words.empty() ? "" : words.front();
    const auto hint = word.starts_with("-") ? suggestion(word, options) : "";
    throw BadInput(fmt::format("\"{}\" was not expected{}; see {} --help", word,
                               hint.empty() ? "" : fmt::format(" ({})", hint), path));
}

// An empty value is a variable of a shell script that was not set, not a wish for the default.
void check_values(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const auto equals = word.find('=');
        if (word.starts_with("--") && equals != word.npos && equals + 1 == word.size())
            throw BadInput(
                fmt::format("{} has no value; leave the option away to have the default", word.substr(0, equals)));
        if (!word.empty()) continue;
        if (i == 1 || argv[i - 1][0] != '-') throw BadInput("a word on the command line is empty");
        throw BadInput(fmt::format("the value of {} is empty; leave the option away to have the default", argv[i - 1]));
    }
}

int parse(CLI::App& program, int argc, char** argv)
{
    try {
        program.parse(argc, argv);
        return done;
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return program.exit(error); // --help, --version
        const auto called = program.get_subcommands();
        const CLI::App& command = called.empty() ? program : *called.front();
        const auto path = called.empty() ? "rongtong" : fmt::format("rongtong {}", command.get_name());
        if (!command.remaining().empty()) refuse_extras(command, path);
        throw BadInput(fmt::format("{}; see {} --help", error.what(), path));
    }
}

bool asks_for_help(int argc, char** argv)
{
    return std::any_of(argv, argv + argc, [](const std::string& word) { return word == "-h" || word == "--help"; });
}

int act(int argc, char** argv)
{
    CLI::App program(about, "rongtong");
    Action action;
    declare(program, action, command_line_text(argc, argv));
    if (argc < 2) {
        print_error(program.help());
        return bad_input;
    }
    check_values(argc, argv);
    check_subcommand(program, argc, argv);
    const int parsed = parse(program, argc, argv);
    if (!action && parsed == done && program.get_subcommands().empty() && !asks_for_help(argc, argv))
        throw BadInput("a command is missing; rongtong --help lists them");
    return action ? action() : parsed;
}

} // namespace

int main(int argc, char** argv)
{
    keep_streams_apart();
    std::signal(SIGXFSZ, SIG_IGN); // a limit on the size of files is a write that fails, with a message
    try {
        const int code = act(argc, argv);
        if (code != done || !output_was_lost()) return code;
        complain("what was printed could not be written: is the disk full, or the pipe closed?");
        return failed;
    } catch (const ScenarioError& error) {
        print_problems(format_problems(error.problems));
        return bad_input;
    } catch (const CheckpointError& error) {
        complain(error.what());
        return bad_input;
    } catch (const BadInput& error) {
        complain(error.what());
        return bad_input;
    } catch (const InputError& error) {
        complain(error.what());
        return bad_input;
    } catch (const std::bad_alloc&) {
        complain("there is not enough memory");
        return failed;
    } catch (const std::exception& error) {
        complain(error.what());
        return failed;
    }
}
