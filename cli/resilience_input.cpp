#include "cli/resilience_input.hpp"

#include <CLI/CLI.hpp>

namespace rongtong::cli {

namespace {

void declare_runs(CLI::App& command, ResilienceInput& o)
{
    command.add_option("--without", o.without, "The same runs without the shock: how the economy takes it")
        ->type_name("RUNS");
    command
        .add_option("--scenario", o.scenario,
                    "Of a folder, sweep or collected file with several: the one with the shock")
        ->type_name("LABEL");
    command.add_option("--against", o.against, "The one without it")->type_name("LABEL");
    command.add_option("--point", o.point, "Point of a sweep's design; needed where it has several")
        ->check(CLI::NonNegativeNumber);
    command
        .add_option("--policy", o.policy_with,
                    "Runs with policy and shock: what the policy changes; without --without a scenario of the input")
        ->type_name("RUNS");
    command.add_option("--policy-without", o.policy_without, "The same with the policy and without the shock")
        ->type_name("RUNS");
}

void declare_recovery(CLI::App& command, ResilienceInput& o)
{
    command
        .add_option("--csv", o.csv,
                    "A table instead: month, base, other, and further replicate, indicator, group; "
                    "or a folder with a network: edges.csv, firms.csv, essential.csv")
        ->type_name("FILE");
    command.add_option("--policy-csv", o.policy_csv, "The same with the policy, beside --csv")->type_name("FILE");
    command.add_option("--shock-month", o.shock_month, "Default: the scenario's, else the first month that differs");
    command.add_option("--tolerance", o.tolerance, "Percent within which the economy has recovered (default: 1)")
        ->check(CLI::Range(0.0, 100.0));
    command.add_option("--hold", o.recovery.hold, "Months that it must stay there (default: 3)")
        ->check(CLI::PositiveNumber);
    command
        .add_option("--indicators", o.recovery.indicators,
                    "Default: output, employment, disposable_income, unemployment_rate, bankruptcies")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("A,B");
    command
        .add_option("--worse-when-higher", o.recovery.worse_when_higher,
                    "Indicators whose rise is the loss, beside those that are known")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("A,B");
    command.add_option("--by", o.recovery.axes, "Groups of firms: size, sector, region, tier, ownership")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::IsMember({"size", "sector", "region", "tier", "ownership"}));
    command.add_option("--level", o.recovery.level, "Level of the intervals (default: 0.95)")
        ->check(CLI::Range(0.5, 0.9999));
}

void declare_systemic(CLI::App& command, ResilienceInput& o)
{
    command.add_option("--month", o.month, "Month of the network (default: the last one there)");
    command.add_option("--threshold", o.threshold, "Criticality from which an input is essential (default: 0.5)")
        ->check(CLI::Range(0.0, 1.0));
    command
        .add_option("--stop", o.stop,
                    "A cascade ends where no firm falls by more than so many percent (default: 1; 0: at its limit)")
        ->check(CLI::Range(0.0, 100.0));
    command.add_option("--top", o.top, "So many suppliers in the table (default: 20); the JSON has all")
        ->check(CLI::Range(0, 100000000));
    command.add_option("--edges", o.edges, "A network in files: supplier, buyer, weight")->type_name("CSV");
    command.add_option("--firms", o.firms, "id, sector")->type_name("CSV");
    command.add_option("--essential", o.essential, "sector_supplier, sector_buyer, essential (1 or 0)")
        ->type_name("CSV");
    command.add_option("--threads", o.threads, "Default: all; the index is the same for any number")
        ->check(CLI::PositiveNumber);
}

} // namespace

void declare_resilience(CLI::App& command, ResilienceInput& o)
{
    declare_runs(command, o);
    declare_recovery(command, o);
    declare_systemic(command, o);
}

} // namespace rongtong::cli
