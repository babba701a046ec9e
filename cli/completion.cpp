// Completion for three shells: commands, options, and values of options that take one of a few; file names elsewhere. The
// scripts hold everything, so that completing starts no program.
#include "cli/outline.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace rongtong::cli {

namespace {

std::vector<std::string> flags_of(const OutlineOption& o)
{
    std::vector<std::string> flags;
    for (const auto& s : o.shorts) flags.push_back("-" + s);
    for (const auto& l : o.longs) flags.push_back("--" + l);
    return flags;
}

std::vector<std::string> flags_of(const OutlineCommand& command)
{
    std::vector<std::string> flags;
    for (const auto& o : command.options)
        for (auto& f : flags_of(o)) flags.push_back(std::move(f));
    return flags;
}

std::vector<std::string> names_of(const Outline& outline)
{
    std::vector<std::string> names;
    for (const auto& c : outline.commands) names.push_back(c.name);
    return names;
}

// Values of the first word, where they are few.
std::vector<std::string> words_of(const OutlineCommand& command)
{
    for (const auto& o : command.options)
        if (o.is_word()) return o.choices;
    return {};
}

std::string replaced(std::string text, const std::string& what, const std::string& by)
{
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

// The first line.
std::string short_meaning(const std::string& text) { return text.substr(0, text.find('\n')); }

// Between single quotes, and in zsh also between brackets or behind a colon.
std::string zsh_meaning(const std::string& text)
{
    std::string out = short_meaning(text);
    for (const char* special : {"\\", ":", "[", "]"}) out = replaced(out, special, std::string("\\") + special);
    return replaced(out, "'", "'\\''");
}

std::string fish_meaning(const std::string& text)
{
    return replaced(replaced(short_meaning(text), "\\", "\\\\"), "'", "\\'");
}

} // namespace

std::string bash_completion(const Outline& outline)
{
    std::string cases, values;
    for (const auto& c : outline.commands) {
        cases += fmt::format("        {}) words='{}' flags='{}' ;;\n", c.name, fmt::join(words_of(c), " "),
                             fmt::join(flags_of(c), " "));
        for (const auto& o : c.options)
            if (!o.is_word() && !o.choices.empty())
                values += fmt::format("        {}:{}) COMPREPLY=($(compgen -W '{}' -- \"$word\")); return ;;\n", c.name,
                                      fmt::join(flags_of(o), fmt::format("|{}:", c.name)), fmt::join(o.choices, " "));
    }
    return fmt::format(R"(# bash completion for rongtong
_rongtong() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]}} words= flags=
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        COMPREPLY=($(compgen -W '{} {}' -- "$word"))
        return
    fi
    case $command:$before in
{}    esac
    case $command in
{}    esac
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$flags" -- "$word"))
    else
        COMPREPLY=($(compgen -W "$words" -- "$word"; compgen -f -- "$word"))
    fi
}}
complete -o filenames -F _rongtong rongtong
)",
                       fmt::join(names_of(outline), " "), fmt::join(flags_of(outline.program), " "), values, cases);
}

std::string zsh_completion(const Outline& outline)
{
    std::string commands, cases;
    for (const auto& c : outline.commands) {
        commands += fmt::format("        '{}:{}'\n", c.name, zsh_meaning(c.meaning));
        cases += fmt::format("        {}) _arguments", c.name);
        for (const auto& o : c.options) {
            const auto action = !o.choices.empty() ? fmt::format("({})", fmt::join(o.choices, " ")) : "_files";
            const auto value = o.value.empty() ? "" : fmt::format(":{}:{}", o.value, action);
            for (const auto& flag : flags_of(o))
                cases += fmt::format(" \\\n            '{}[{}]{}'", flag, zsh_meaning(o.meaning), value);
        }
        const auto words = words_of(c);
        cases += fmt::format(" \\\n            '*:word:{}' ;;\n",
                             words.empty() ? "_files" : fmt::format("({})", fmt::join(words, " ")));
    }
    return fmt::format(R"(#compdef rongtong
# zsh completion for rongtong
_rongtong() {{
    local -a commands=(
{}    )
    if ((CURRENT == 2)); then
        _describe 'command' commands
        return
    fi
    local command=$words[2]
    shift words
    ((CURRENT--))
    case $command in
{}    esac
}}
# Found by zsh in $fpath, the first completion runs this file; sourced, it is declared.
if [[ $funcstack[1] == _rongtong ]]; then _rongtong "$@"; else compdef _rongtong rongtong; fi
)",
                       commands, cases);
}

std::string fish_completion(const Outline& outline)
{
    const auto line = [](const std::string& when, const OutlineOption& o) {
        std::string text = fmt::format("complete -c rongtong -n '{}'", when);
        for (const auto& s : o.shorts) text += " -s " + s;
        for (const auto& l : o.longs) text += " -l " + l;
        if (!o.choices.empty()) text += fmt::format(" -x -a '{}'", fmt::join(o.choices, " "));
        else if (!o.value.empty()) text += " -r";
        return text + fmt::format(" -d '{}'\n", fish_meaning(o.meaning));
    };
    std::string text = "# fish completion for rongtong\n";
    for (const auto& o : outline.program.options) text += line("__fish_use_subcommand", o);
    for (const auto& c : outline.commands) {
        text += fmt::format("complete -c rongtong -f -n __fish_use_subcommand -a {} -d '{}'\n", c.name,
                            fish_meaning(c.meaning));
        const auto when = "__fish_seen_subcommand_from " + c.name;
        if (const auto words = words_of(c); !words.empty())
            text += fmt::format("complete -c rongtong -n '{}' -a '{}'\n", when, fmt::join(words, " "));
        for (const auto& o : c.options)
            if (!o.is_word()) text += line(when, o);
    }
    return text;
}

} // namespace rongtong::cli
