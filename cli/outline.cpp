#include "cli/outline.hpp"

#include <CLI/CLI.hpp>

namespace rongtong::cli {

namespace {

// CLI11 writes choices into the name of the type: "TEXT:{csv,graphml}".
std::vector<std::string> choices_in(const std::string& type)
{
    std::vector<std::string> choices;
    const auto open = type.find('{'), close = type.find('}');
    if (open == type.npos || close == type.npos) return choices;
    std::string word;
    for (const char c : type.substr(open + 1, close - open - 1) + ",") {
        if (c != ',') word += c;
        else choices.push_back(std::exchange(word, ""));
    }
    return choices;
}

OutlineOption outline_of(const CLI::Option& option)
{
    const std::string type = option.get_type_name();
    OutlineOption o{option.get_snames(), option.get_lnames(), "", "", choices_in(type), option.get_description()};
    if (option.get_items_expected_max() > 0) o.value = type.empty() ? "WORD" : type.substr(0, type.find_first_of(": "));
    if (o.is_word()) o.name = option.get_name();
    return o;
}

OutlineCommand outline_of_command(const CLI::App& app)
{
    OutlineCommand c{app.get_name(), app.get_description(), app.get_footer(), {}};
    for (const auto* option : app.get_options()) c.options.push_back(outline_of(*option));
    return c;
}

} // namespace

Outline outline_of(const CLI::App& program)
{
    Outline outline{outline_of_command(program), {}};
    for (const auto* command : program.get_subcommands(nullptr))
        outline.commands.push_back(outline_of_command(*command));
    return outline;
}

} // namespace rongtong::cli
