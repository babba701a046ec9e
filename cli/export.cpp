// rongtong export: results for other tools.
#include "analysis/export.hpp"
#include "analysis/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/export_start.hpp"
#include "scenarios/scenario.hpp"
#include "sim/error.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <fstream>
#include <memory>
#include <string_view>

namespace rongtong::cli {

namespace {

struct ExportCommand {
    std::filesystem::path results, output;
    std::string format;
    std::vector<std::string> set; // of a scenario
    ExportOptions how;
};

std::filesystem::path default_output(const ExportCommand& o)
{
    auto path = o.results.filename();
    if (o.format == "start") return path.replace_extension("").string() + "-start";
    return path.replace_extension(o.format == "csv" ? "" : ".graphml");
}

bool is_results(const std::filesystem::path& file)
{
    std::array<char, 8> head{};
    std::error_code ec;
    if (std::filesystem::is_regular_file(file, ec))
        std::ifstream(file, std::ios::binary).read(head.data(), head.size());
    return std::string_view(head.data(), head.size()) == "\x89HDF\r\n\x1a\n";
}

std::vector<std::filesystem::path> start_tables(const ExportCommand& o, const std::filesystem::path& output)
{
    if (is_results(o.results)) return export_month_as_start(o.results, output, o.how);
    return export_start_of(load_scenario(o.results, {.set = o.set}), output, o.how);
}

int export_results(const ExportCommand& o)
{
    const auto output = o.output.empty() ? default_output(o) : o.output;
    try {
        if (o.format == "graphml") {
            export_graphml(o.results, output, o.how);
            print(output.string() + "\n");
            return done;
        }
        const auto files = o.format == "start" ? start_tables(o, output) : export_csv(o.results, output, o.how);
        for (const auto& file : files) print(file.string() + "\n");
        return done;
    } catch (const NotWritten& error) {
        complain(error.what());
        return failed;
    } catch (const OutputError& error) {
        throw BadInput(error.what());
    }
}

} // namespace

void add_export(CLI::App& program, Action& action)
{
    auto o = std::make_shared<ExportCommand>();
    auto* command = program.add_subcommand(
        "export", "Write results as CSV tables, the supply network as GraphML, or firms and links of a start");
    command->footer("Examples:\n  rongtong export baseline.h5 --to csv -o tables\n"
                    "  rongtong export baseline.h5 --to graphml --month 60 -o network.graphml\n"
                    "  rongtong export baseline --to start --set /firms=100000 -o tables");
    command->add_option("results", o->results, "Results file; for --to start a scenario as well")->required();
    command->add_option("--to", o->format, "csv, graphml, or start: tables that \"start\" of a scenario takes")
        ->required()
        ->check(CLI::IsMember({"csv", "graphml", "start"}));
    command
        ->add_option("--set", o->set,
                     "/pointer=value: with --to start, change any value of the scenario; may be repeated")
        ->allow_extra_args(false)
        ->type_name("/POINTER=VALUE");
    command->add_option("-o,--output", o->output,
                        "Folder for tables, file for GraphML (default: named after the results, here)");
    command->add_option("--month", o->how.month, "GraphML, start: month of the snapshot (default: the last one)");
    command->add_flag("--force", o->how.force, "Replace files that exist");
    command->callback([&action, o] { action = [o] { return export_results(*o); }; });
}

} // namespace rongtong::cli
