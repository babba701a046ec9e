// The program's commands and options as data, taken from their declarations: for the man page and for shell completion.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace rongtong::cli {

struct OutlineOption {
    std::vector<std::string> shorts, longs; // without dashes; both empty: a word by its place
    std::string name;                       // of the word
    std::string value;                      // FILE, DIR, ...; empty for a flag
    std::vector<std::string> choices;       // all values that it takes; empty: any
    std::string meaning;

    bool is_word() const { return shorts.empty() && longs.empty(); }
};

struct OutlineCommand {
    std::string name, meaning, examples;
    std::vector<OutlineOption> options;
};

struct Outline {
    OutlineCommand program; // its own options
    std::vector<OutlineCommand> commands;
};

Outline outline_of(const CLI::App& program);

std::string man_page(const Outline& outline); // roff, for section 1

std::string bash_completion(const Outline& outline);
std::string zsh_completion(const Outline& outline);
std::string fish_completion(const Outline& outline);

} // namespace rongtong::cli
