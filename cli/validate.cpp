// rongtong validate: whether runs show the regularities of real economies.
#include "analysis/validate/validate.hpp"
#include "analysis/text_file.hpp"
#include "analysis/validate/picture.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/multipliers.hpp"
#include "cli/usual_progress.hpp"
#include "output/input_error.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>

namespace rongtong::cli {

namespace {

struct ValidateCommand {
    std::vector<std::filesystem::path> inputs;
    validation::TableInputs tables;
    std::string output;
    std::filesystem::path pictures;
    std::optional<double> growth; // percent a year
    bool json = false, years = false, strict = false, force = false;
};

validation::Validation read_and_validate(const ValidateCommand& o)
{
    try {
        if (!o.output.empty()) check_output_path(o.output, o.force);
        if (std::error_code ec; !o.pictures.empty() && std::filesystem::exists(o.pictures, ec) &&
                                !std::filesystem::is_directory(o.pictures, ec))
            throw OutputError(o.pictures.string() + ": is no folder");
        validation::ReadOptions options;
        options.fixed_growth = o.growth.has_value();
        options.multipliers = multipliers_of;
        options.growth = o.growth ? *o.growth / 100 : usual_progress();
        if (o.inputs.empty() != o.tables.any())
            throw OutputError("name either runs or tables (--csv, --firms, --links)");
        if (o.tables.any()) return validation::validate(o.tables, options);
        return validation::validate(o.inputs, std::move(options));
    } catch (const OutputError& error) {
        throw BadInput(error.what());
    }
}

// All names are looked at before the first is written.
void write_pictures(const validation::Validation& found, const ValidateCommand& o)
{
    const auto pictures = validation::pictures(found);
    std::filesystem::create_directories(o.pictures);
    try {
        for (const auto& [name, svg] : pictures) check_output_path(o.pictures / name, o.force);
    } catch (const OutputError& error) {
        throw BadInput(error.what());
    }
    for (const auto& [name, svg] : pictures) {
        TextFile file(o.pictures / name, o.force);
        file.write(svg);
        file.finish();
    }
}

int validate(const ValidateCommand& o)
{
    const auto found = read_and_validate(o);
    const auto json = validation_json(found).dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
                      "\n";
    if (!o.output.empty()) {
        TextFile file(o.output, o.force);
        file.write(json);
        file.finish();
    }
    if (!o.pictures.empty()) write_pictures(found, o);
    print(o.json ? json : validation_table(found) + (o.years ? "\n" + years_table(found) : ""));
    return o.strict && found.count(validation::Verdict::missed) > 0 ? failed : done;
}

void declare_tables(CLI::App& command, validation::TableInputs& tables)
{
    command
        .add_option("--csv", tables.months,
                    "A table instead of runs: indicator, month, value, and further scenario, replicate")
        ->type_name("FILE");
    command
        .add_option("--firms", tables.firms,
                    "All firms of some months: month, firm, and variables of the panel (revenue, workers, ...)")
        ->type_name("FILE");
    command.add_option("--links", tables.links, "Supply links of some months: month, supplier, buyer, value")
        ->type_name("FILE");
}

} // namespace

void add_validate(CLI::App& program, Action& action)
{
    auto o = std::make_shared<ValidateCommand>();
    auto* command = program.add_subcommand("validate", "Holds runs against regularities of real economies");
    command->footer(
        "Takes what the runs recorded, and says what they would have to record for the rest. Runs without policies\n"
        "and shocks are replicates of one economy; a run with one is paired with that of the same luck without.\n"
        "Examples:\n"
        "  rongtong validate base.h5\n"
        "  rongtong validate study --json\n"
        "  rongtong validate study --picture pictures\n"
        "  rongtong validate runs/baseline runs/rest --strict     (a script stops where a band is missed)\n"
        "  rongtong validate --csv months.csv --firms firms.csv     (the estimators alone, on data from elsewhere)");
    command->add_option("inputs", o->inputs, "Results files, folders of them, or folders of sweeps");
    declare_tables(*command, o->tables);
    command
        ->add_option("--growth", o->growth,
                     "Growth of the path, percent a year (default: each run's technology.progress)")
        ->check(CLI::Range(-20.0, 20.0));
    command->add_option("-o,--output", o->output, "Also write the JSON to this file");
    command->add_option("--picture", o->pictures, "Also draw what was found, one SVG file each, into this folder")
        ->type_name("DIR");
    command->add_flag("--json", o->json, "JSON instead of a table");
    command->add_flag("--years", o->years, "Also the drift of each year");
    command->add_flag("--strict", o->strict, "Exit code 1 if a band is missed");
    command->add_flag("--force", o->force, "Replace files that exist");
    command->callback([&action, o] { action = [o] { return validate(*o); }; });
}

} // namespace rongtong::cli
