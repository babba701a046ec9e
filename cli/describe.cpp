// rongtong describe: the catalogue of what a scenario can hold and what a run gives.
#include "scenarios/describe.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "scenarios/scenario_parts.hpp"
#include "scenarios/shared_files.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>

namespace rongtong::cli {

namespace {

constexpr const char* describe_examples =
    "Examples:\n"
    "  rongtong describe levers\n"
    "  rongtong describe levers payment_term_cap\n"
    "  rongtong describe sectors 电子元器件          (by code, name or official code: s23, C39)\n"
    "  rongtong describe indicators --find overdue\n"
    "  rongtong describe regions --firms 100000\n"
    "  rongtong describe parameters ordering --json";

struct DescribeCommand {
    std::string section, name, find;
    std::filesystem::path calibration = "china";
    std::uint64_t firms = 10000;
    bool json = false;
};

PlaceFigures figures_of(const DescribeCommand& o) { return count_places(shared_calibration(o.calibration), o.firms); }

std::string catalogue(const DescribeCommand& o, const PlaceFigures* figures)
{
    const auto& [section, name, find, calibration, firms, json] = o;
    if (!find.empty())
        return json ? find_described(section, find, figures).dump(2) + "\n" : found_text(section, find, figures);
    return json ? describe(section, name, figures).dump(2) + "\n" : describe_text(section, name, figures);
}

// Sectors, regions and sizes cost the start of an economy: only where they are asked for, or nothing else has that name.
std::string asked(const DescribeCommand& o)
{
    if (!is_of_places(o.section)) {
        try {
            return catalogue(o, nullptr);
        } catch (const ScenarioError&) {
            const bool may_be_place = o.find.empty() ? o.name.empty() : o.section.empty();
            if (!may_be_place) throw;
        }
    }
    const PlaceFigures figures = figures_of(o);
    return catalogue(o, &figures);
}

} // namespace

void add_describe(CLI::App& program, Action& action)
{
    auto options = std::make_shared<DescribeCommand>();
    auto* command = program.add_subcommand("describe",
                                           "Levers, parameters, indicators, shocks, sectors, regions and more: "
                                           "units, ranges, defaults, codes, sources");
    command->footer(describe_examples);
    command
        ->add_option("section", options->section,
                     "Of the catalogue (default: all but sectors, regions and sizes), or a name")
        ->type_name("SECTION:{levers,parameters,indicators,shocks,targets,output,sectors,regions,sizes}");
    command->add_option("name", options->name, "One of them");
    command->add_option("--find", options->find, "Entries whose texts hold these words")->type_name("WORDS");
    command->add_option("--firms", options->firms, "Of sectors, regions, sizes: how many firms the economy has")
        ->check(CLI::Range(static_cast<std::uint64_t>(fewest_firms), static_cast<std::uint64_t>(most_firms)))
        ->capture_default_str();
    command->add_option("--calibration", options->calibration, "Of sectors, regions, sizes: a name or a folder")
        ->type_name("FOLDER")
        ->capture_default_str();
    command->add_flag("--json", options->json, "As JSON");
    command->callback([&action, options] { action = [options] { return print(asked(*options)), int{done}; }; });
}

} // namespace rongtong::cli
