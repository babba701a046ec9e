#include "cli/run_words.hpp"

#include "cli/console.hpp"
#include "cli/provenance.hpp"
#include "scenarios/notes.hpp"

#include <fmt/format.h>

namespace rongtong::cli {

namespace fs = std::filesystem;

std::string how_to_go_on(const fs::path& checkpoint)
{
    char* words[] = {const_cast<char*>("rongtong"), const_cast<char*>("run"), const_cast<char*>("--resume"),
                     const_cast<char*>(checkpoint.c_str())};
    return command_line_text(4, words);
}

void announce(const RunPlan& plan, const RunOptions& options)
{
    if (!options.step) // a policy may wait for who steers: then all is told at the end
        for (const auto& note : notes_on(plan.scenario)) warn(note);
    std::error_code ec;
    if (plan.resumed.empty() && fs::exists(plan.checkpoint, ec))
        warn(fmt::format("{} is of an earlier run, which --resume would go on with; this is a new one",
                         plan.checkpoint.string()));
    if (!options.quiet && plan.branched)
        print_error(fmt::format("{} takes its first {} months from {}.\n", plan.output.string(), plan.first_month,
                                options.branch.string()));
    if (options.quiet || plan.resumed.empty()) return;
    print_error(fmt::format("Going on with {} after month {}, to month {}.\n", plan.output.string(), plan.first_month,
                            plan.scenario.setup.months));
}

void warn_of_what_showed(const Scenario& scenario, const std::vector<std::string>& notes, bool stepped)
{
    for (std::size_t i = stepped ? 0 : notes_on(scenario).size(); i < notes.size(); ++i) warn(notes[i]);
}

} // namespace rongtong::cli
