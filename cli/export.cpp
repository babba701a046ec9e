// rongtong export: results for other tools.
#include "analysis/export.hpp"
#include "analysis/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "sim/error.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <set>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;

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

// A set of tables is there as a whole or not at all: what was new is taken away again unless all is done.
class NewFiles {
public:
    explicit NewFiles(fs::path folder) : folder_(std::move(folder)), made_(!fs::exists(folder_, ec_))
    {
        for (const auto& entry : fs::directory_iterator(folder_, ec_)) before_.insert(entry.path());
    }
    ~NewFiles()
    {
        if (kept_) return;
        std::vector<fs::path> found;
        for (const auto& entry : fs::directory_iterator(folder_, ec_)) found.push_back(entry.path());
        for (const auto& file : found)
            if (!before_.contains(file) && file.extension() == ".csv") fs::remove(file, ec_);
        if (made_) fs::remove(folder_, ec_); // where it is empty
    }
    NewFiles(const NewFiles&) = delete;
    NewFiles& operator=(const NewFiles&) = delete;
    void keep() { kept_ = true; }

private:
    std::error_code ec_;
    fs::path folder_;
    bool made_, kept_ = false;
    std::set<fs::path> before_;
};

void write(const Options& o, const fs::path& output)
{
    if (o.format == "graphml") {
        export_graphml(o.results, output, o.how);
        return print(output.string() + "\n");
    }
    NewFiles files(output);
    const auto written = export_csv(o.results, output, o.how);
    files.keep();
    for (const auto& file : written) print(file.string() + "\n");
}

int export_results(const Options& o)
{
    try {
        write(o, o.output.empty() ? default_output(o) : o.output);
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
