// rongtong export: results for other tools.
#include "analysis/export.hpp"
#include "analysis/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "sim/error.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace rongtong::cli {

namespace {

struct Options {
    std::filesystem::path results, output;
    std::string format;
    ExportOptions how;
};

std::filesystem::path default_output(const Options& o)
{
    auto path = o.results.filename();
    return path.replace_extension(o.format == "csv" ? "" : ".graphml");
}

int export_results(const Options& o)
{
    const auto output = o.output.empty() ? default_output(o) : o.output;
    try {
        if (o.format == "graphml") {
            export_graphml(o.results, output, o.how);
            print(output.string() + "\n");
            return done;
        }
        for (const auto& file : export_csv(o.results, output, o.how)) print(file.string() + "\n");
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
    auto o = std::make_shared<Options>();
    auto* command = program.add_subcommand("export", "Write results as CSV tables, or the supply network as GraphML");
    command->footer("Examples:\n  rongtong export baseline.h5 --to csv -o tables\n"
                    "  rongtong export baseline.h5 --to graphml --month 60 -o network.graphml");
    command->add_option("results", o->results, "Results file")->required();
    command->add_option("--to", o->format, "csv or graphml")->required()->check(CLI::IsMember({"csv", "graphml"}));
    command->add_option("-o,--output", o->output,
                        "Folder for CSV, file for GraphML (default: named after the results, here)");
    command->add_option("--month", o->how.month, "GraphML: month of the snapshot (default: the last one)");
    command->add_flag("--force", o->how.force, "Replace files that exist");
    command->callback([&action, o] { action = [o] { return export_results(*o); }; });
}

} // namespace rongtong::cli
