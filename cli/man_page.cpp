// The man page. Source of the macros: groff_man(7).
#include "cli/outline.hpp"
#include "cli/provenance.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace rongtong::cli {

namespace {

// Dashes stay dashes, and no line of text is taken for a request.
std::string roff(const std::string& text)
{
    std::string out;
    bool line_start = true;
    for (const char c : text) {
        if (line_start && (c == '.' || c == '\'')) out += "\\&";
        if (c == '\\') out += "\\e";
        else if (c == '-') out += "\\-";
        else out += c;
        line_start = c == '\n';
    }
    return out;
}

std::string tag_of(const OutlineOption& o)
{
    std::vector<std::string> names;
    for (const auto& s : o.shorts) names.push_back("\\-" + s);
    for (const auto& l : o.longs) names.push_back("\\-\\-" + roff(l));
    if (o.is_word()) return fmt::format("\\fI{}\\fR", roff(o.name));
    const auto value = o.value.empty() ? "" : fmt::format(" \\fI{}\\fR", roff(o.value));
    return fmt::format("\\fB{}\\fR{}", fmt::join(names, "\\fR, \\fB"), value);
}

std::string options_of(const OutlineCommand& command)
{
    std::string text;
    for (const auto& o : command.options) {
        auto meaning = o.meaning;
        if (!o.choices.empty())
            meaning += fmt::format("{}one of {}", meaning.empty() ? "" : "; ", fmt::join(o.choices, ", "));
        text += fmt::format(".TP\n{}\n{}\n", tag_of(o), roff(meaning));
    }
    return text;
}

// As typed, lines unbroken.
std::string verbatim(const std::string& text) { return fmt::format(".PP\n.nf\n{}\n.fi\n", roff(text)); }

} // namespace

std::string man_page(const Outline& outline)
{
    std::string text = fmt::format(
        ".TH RONGTONG 1 \"\" \"rongtong {}\" \"User Commands\"\n.SH NAME\nrongtong \\- simulate "
        "an economic ecosystem under policy scenarios\n"
        ".SH SYNOPSIS\n.B rongtong\n.I command\n.RI [ options ]\n",
        program_version());
    text += fmt::format(".SH DESCRIPTION\n{}\n", roff(outline.program.meaning));
    text += ".SH OPTIONS\n" + options_of(outline.program) + ".SH COMMANDS\n";
    for (const auto& c : outline.commands) {
        text += fmt::format(".SS rongtong {}\n{}\n{}", roff(c.name), roff(c.meaning), options_of(c));
        if (!c.examples.empty()) text += verbatim(c.examples);
    }
    text += ".SH FIRST STEPS\n" + verbatim(outline.program.examples);
    text +=
        ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nWhere it is set and not empty, nothing is coloured unless \\-\\-color "
        "always asks for it.\n.TP\n.B RONGTONG_SCENARIOS\nFolder of the scenarios and calibrations that are found by "
        "name.\n.SH EXIT STATUS\n0: done. 1: the run failed. 2: bad input, nothing was begun. 130, 143: interrupted by "
        "SIGINT or SIGTERM, with a checkpoint.\n";
    return text;
}

} // namespace rongtong::cli
