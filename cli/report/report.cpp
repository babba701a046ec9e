// rongtong report: the answers as one page that needs nothing else.
#include "analysis/report/report.hpp"
#include "cli/commands.hpp"
#include "cli/compare/catalogue.hpp"
#include "cli/provenance.hpp"
#include "cli/report/answer_with_page.hpp"
#include "cli/report/names.hpp"
#include "cli/studies.hpp"
#include "cli/usual_progress.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace rongtong::cli {

namespace {

struct ReportCommand {
    std::vector<std::filesystem::path> inputs;
    std::string output, title, months, statistic = "mean", scenario;
    std::optional<std::int64_t> point;
    double level = 0.95;
    bool json = false, force = false;
};

ReportOptions report_options(const ReportCommand& o)
{
    ReportOptions options;
    if (!o.months.empty()) parse_month_window(o.months, options.compare);
    options.compare.statistic = parse_month_statistic(o.statistic);
    options.compare.level = o.level;
    options.compare.base = o.scenario;
    options.compare.point = o.point;
    options.compare.catalogue = watch_catalogue();
    options.title = o.title;
    options.names = report_names();
    options.validation.growth = usual_progress();
    options.study = [](const StudyQuestion& q) {
        StudyInput in;
        in.input = q.input.string();
        in.outcomes = q.outcomes;
        in.scenario = q.scenario;
        in.against = q.against;
        return study_of(in);
    };
    options.version = program_version();
    options.commit = git_commit();
    return options;
}

int report(const ReportCommand& o)
{
    return answer_with_page(o, "REPORT.html", [&] { return report_data(o.inputs, report_options(o)); });
}

} // namespace

void add_report(CLI::App& program, Action& action)
{
    auto o = std::make_shared<ReportCommand>();
    auto* command = program.add_subcommand("report", "The answers as one self-contained page, in English and Chinese");
    command->footer("The page opens in any browser and needs no network. Its figures are those of rongtong compare.\n"
                    "Examples:\n"
                    "  rongtong report runs/baseline runs/prompt-payment -o report.html\n"
                    "  rongtong report study.h5 --base baseline -o report.html     (a collected sweep, or its folder)");
    command
        ->add_option("inputs", o->inputs,
                     "The base, then what is held against it: results files, folders of replicates; or one sweep: its "
                     "folder or collected file")
        ->required();
    command->add_option("-o,--output", o->output, "The page")->type_name("HTML");
    command->add_option("--title", o->title, "Title of the page (default: the scenario's)");
    command->add_option("--base", o->scenario, "Scenario that the others are held against (default: a sweep's first)")
        ->type_name("LABEL");
    command->add_option("--point", o->point, "Point of a sweep's design; needed where it has several")
        ->check(CLI::NonNegativeNumber);
    command->add_option("--months", o->months, "FIRST:LAST (default: from the first month that differs to the last)");
    command->add_option("--statistic", o->statistic, "mean, last or sum over these months (default: mean)");
    command->add_option("--level", o->level, "Level of the intervals (default: 0.95)")->check(CLI::Range(0.5, 0.9999));
    command->add_flag("--json", o->json, "The page's data as JSON instead");
    command->add_flag("--force", o->force, "Replace the page if it exists");
    command->callback([&action, o] { action = [o] { return report(*o); }; });
}

} // namespace rongtong::cli
