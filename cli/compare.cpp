// rongtong compare: what a policy changes.
#include "analysis/compare.hpp"
#include "analysis/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>

namespace rongtong::cli {

namespace {

struct Options {
    std::string base, months, statistic = "mean", output, scenario;
    std::optional<std::int64_t> point;
    std::vector<std::filesystem::path> others;
    double level = 0.95;
    bool json = false, force = false;
};

Comparison read_and_compare(const Options& o)
{
    try {
        if (!o.output.empty()) check_output_path(o.output, o.force);
        CompareOptions options;
        if (!o.months.empty()) parse_month_window(o.months, options);
        options.statistic = parse_month_statistic(o.statistic);
        options.level = o.level;
        options.base = o.scenario;
        options.point = o.point;
        return compare_runs(o.base, o.others, options);
    } catch (const OutputError& error) {
        throw BadInput(error.what());
    }
}

// Texts out of files need not be UTF-8.
std::string json_text(const nlohmann::ordered_json& json)
{
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

int compare(const Options& o)
{
    const Comparison comparison = read_and_compare(o);
    const std::string json = o.json || !o.output.empty() ? json_text(comparison_json(comparison)) : "";
    if (!o.output.empty()) {
        TextFile file(o.output, o.force);
        file.write(json);
        file.finish();
    }
    print(o.json ? json : comparison_table(comparison));
    return done;
}

} // namespace

void add_compare(CLI::App& program, Action& action)
{
    auto o = std::make_shared<Options>();
    auto* command = program.add_subcommand("compare",
                                           "Effects of scenarios against a base, with intervals from paired runs");
    command->footer("Runs of the same seed and replicate share their luck and form a pair.\nExamples:\n"
                    "  rongtong compare base.h5 cap.h5\n"
                    "  rongtong compare runs/baseline runs/prompt-payment --months 36:120 -o effects.json\n"
                    "  rongtong compare study.h5 --base baseline     (a collected sweep, or its folder)");
    command
        ->add_option("base", o->base,
                     "Results file, folder with the replicates of one scenario, or a sweep: its folder or "
                     "collected file")
        ->required();
    command->add_option("others", o->others, "The same of other scenarios; may be left out for a sweep");
    command->add_option("--base", o->scenario, "Scenario that the others are held against (default: a sweep's first)")
        ->type_name("LABEL");
    command->add_option("--point", o->point, "Point of a sweep's design; needed where it has several")
        ->check(CLI::NonNegativeNumber);
    command->add_option("-o,--output", o->output, "Also write all effects to this JSON file");
    command->add_option("--months", o->months, "FIRST:LAST (default: from the first month that differs to the last)");
    command->add_option("--statistic", o->statistic, "mean, last or sum over these months (default: mean)");
    command->add_option("--level", o->level, "Level of the intervals (default: 0.95)")->check(CLI::Range(0.5, 0.9999));
    command->add_flag("--json", o->json, "JSON instead of tables");
    command->add_flag("--force", o->force, "Replace the output file if it exists");
    command->callback([&action, o] { action = [o] { return compare(*o); }; });
}

} // namespace rongtong::cli
