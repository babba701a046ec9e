// rongtong resilience: how an economy takes a shock, and which firms it hangs on.
#include "analysis/compare.hpp"
#include "analysis/resilience/systemic_replicates.hpp"
#include "analysis/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/resilience_input.hpp"
#include "sim/error.hpp"
#include "sim/parallel.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace rongtong::cli {

namespace {

using nlohmann::ordered_json;
namespace fs = std::filesystem;

struct Answer {
    ordered_json json{{"format", "rongtong resilience"}, {"format_version", 1}};
    std::string text;
};

void add_recovery(const ResilienceInput& o, const Resilience& without, const std::optional<Resilience>& with,
                  Answer& answer)
{
    answer.json["recovery"] = resilience_json(without, o.recovery);
    answer.text += resilience_table(without, o.recovery);
    if (!with) return;
    const auto list = changes(without, *with, o.recovery.level);
    answer.json["recovery_with_policy"] = resilience_json(*with, o.recovery);
    answer.json["changes"] = changes_json(list);
    answer.text += resilience_table(*with, o.recovery) + changes_table(list, o.recovery.level);
}

// The first run of each group is shown; the JSON has all.
void show_group(const RiskGroup& group, const ResilienceInput& o, Answer& answer)
{
    for (const auto& run : group.runs) answer.json["systemic"].push_back(systemic_json(run.risk));
    answer.text += systemic_table(group.runs.front().risk, o.top);
    if (group.runs.size() > 1)
        answer.text += fmt::format("This is the first of {} runs of {}; the JSON has all.\n\n", group.runs.size(),
                                   group.name);
}

void add_systemic(const ResilienceInput& o, const std::vector<RiskGroup>& groups, Answer& answer)
{
    answer.json["systemic"] = ordered_json::array();
    const RiskGroup& first = groups.front();
    for (const auto& group : groups) {
        show_group(group, o, answer);
        if (&group == &first) continue;
        if (first.runs.size() > 1 || group.runs.size() > 1) {
            const auto paired = paired_risk(first, group, o.recovery.level);
            answer.json["systemic_changes_paired"].push_back(paired_risk_json(paired, o.recovery.level));
            answer.text += paired_risk_table(paired, o.recovery.level);
            continue;
        }
        const auto &before = first.runs.front().risk, &after = group.runs.front().risk;
        const auto change = systemic_change(before, after, o.top);
        answer.json["systemic_changes"].push_back(systemic_change_json(before, after, change));
        answer.text += systemic_change_table(before, after, change);
    }
}

void check(const ResilienceInput& o)
{
    const bool network_files = !o.edges.empty() || !o.firms.empty() || !o.essential.empty();
    if (network_files && (o.edges.empty() || o.firms.empty() || o.essential.empty()))
        throw OutputError("a network in files takes all three of --edges, --firms and --essential");
    if (o.runs.empty() && o.csv.empty() && !network_files)
        throw OutputError("name results files, --csv FILE, or a network (--edges, --firms, --essential)");
    if (o.scenario.empty() != o.against.empty())
        throw OutputError(
            "of an input with several scenarios name both: --scenario (with the shock) and --against (without it)");
    if ((!o.without.empty() || !o.scenario.empty()) && o.runs.size() != 1)
        throw OutputError("--without, or --scenario with --against, takes one input of runs with the shock");
    if (o.policy_with.empty() != o.policy_without.empty())
        throw OutputError("what a policy changes takes both of --policy (with policy and shock) and --policy-without "
                          "(with policy, no shock)");
}

// Without --without all scenarios lie in one input, where policies too are named by their scenarios.
void recovery_of_runs(const ResilienceInput& o, Answer& answer)
{
    const fs::path& input = o.runs.front();
    const bool apart = !o.without.empty();
    const auto policy = [&](const std::string& name) {
        return apart ? RunsOfScenario{name, "", o.point} : RunsOfScenario{input, name, o.point};
    };
    std::optional<Resilience> with;
    if (!o.policy_with.empty()) with = resilience_of_runs(policy(o.policy_without), policy(o.policy_with), o.recovery);
    const RunsOfScenario base{apart ? fs::path(o.without) : input, o.against, o.point};
    add_recovery(o, resilience_of_runs(base, {input, o.scenario, o.point}, o.recovery), with, answer);
}

Answer answer_of(const ResilienceInput& o)
{
    Answer answer;
    const RiskQuestion question{o.month, o.point, o.threshold, o.stop / 100};
    std::vector<RiskGroup> groups;
    const auto take = [&](const fs::path& input) {
        for (auto& group : risk_groups(input, question)) groups.push_back(std::move(group));
    };
    if (fs::is_directory(o.csv)) take(o.csv);
    else if (!o.csv.empty()) {
        std::optional<Resilience> with;
        if (!o.policy_csv.empty()) with = resilience_of_csv(o.policy_csv, o.recovery);
        add_recovery(o, resilience_of_csv(o.csv, o.recovery), with, answer);
    }
    if (!o.edges.empty())
        groups.push_back(
            {o.edges, {{"", systemic_risk(o.edges, network_of_csv(o.edges, o.firms, o.essential), question.stop)}}});
    if (!o.without.empty() || !o.scenario.empty()) recovery_of_runs(o, answer);
    else
        for (const auto& run : o.runs) take(run);
    if (!groups.empty()) add_systemic(o, groups, answer);
    return answer;
}

Answer read_and_answer(ResilienceInput o)
{
    try {
        if (!o.output.empty()) check_output_path(o.output, o.force);
        check(o);
        o.recovery.shock_month = o.shock_month;
        o.recovery.tolerance = o.tolerance / 100;
        if (o.threads > 0) return with_threads(o.threads, [&] { return answer_of(o); });
        return answer_of(o);
    } catch (const OutputError& error) {
        throw BadInput(error.what());
    }
}

int resilience(const ResilienceInput& o)
{
    const Answer answer = read_and_answer(o);
    const std::string json = answer.json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
    if (!o.output.empty()) {
        TextFile file(o.output, o.force);
        file.write(json);
        file.finish();
    }
    print(o.json ? json : answer.text);
    return done;
}

} // namespace

void add_resilience(CLI::App& program, Action& action)
{
    auto o = std::make_shared<ResilienceInput>();
    auto* command = program.add_subcommand("resilience", "How an economy takes a shock, and which firms it hangs on");
    command->footer(
        "Examples:\n"
        "  rongtong resilience runs/flood --without runs/baseline --by size\n"
        "  rongtong resilience runs/flood --without runs/baseline --policy runs/flood-cap --policy-without runs/cap\n"
        "  rongtong resilience study.h5 --scenario flood --against baseline      (of one sweep)\n"
        "  rongtong resilience base.h5 cap.h5 --month 60      (systemic risk; the runs must keep their network)\n"
        "  rongtong resilience runs/base runs/cap             (the same over replicates, with intervals)\n"
        "  rongtong resilience --edges e.csv --firms f.csv --essential s.csv --stop 0");
    command->add_option("runs", o->runs,
                        "Runs with the shock (beside --without); else results files with a supply network, folders of "
                        "such replicates, sweeps, "
                        "or folders with edges.csv, firms.csv and essential.csv");
    declare_resilience(*command, *o);
    command->add_option("-o,--output", o->output, "Also write all figures to this JSON file");
    command->add_flag("--json", o->json, "JSON instead of tables");
    command->add_flag("--force", o->force, "Replace the output file if it exists");
    command->callback([&action, o] { action = [o] { return resilience(*o); }; });
}

} // namespace rongtong::cli
