// rongtong manual, rongtong completion: what the build installs beside the program.
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/outline.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace rongtong::cli {

void add_manual(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand("manual", "Print the man page");
    command->footer("Example:\n  rongtong manual | man -l -");
    command->callback([&] { action = [&] { return print(man_page(outline_of(program))), int{done}; }; });
}

void add_completion(CLI::App& program, Action& action)
{
    auto shell = std::make_shared<std::string>();
    auto* command = program.add_subcommand("completion",
                                           "Print a script that completes commands and options in a shell");
    command->footer("Examples:\n"
                    "  source <(rongtong completion bash)\n"
                    "  rongtong completion zsh > ~/.zfunc/_rongtong\n"
                    "  rongtong completion fish > ~/.config/fish/completions/rongtong.fish");
    command->add_option("shell", *shell, "Which shell")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
    command->callback([&, shell] {
        action = [&, shell] {
            const Outline outline = outline_of(program);
            print(*shell == "bash"  ? bash_completion(outline)
                  : *shell == "zsh" ? zsh_completion(outline)
                                    : fish_completion(outline));
            return int{done};
        };
    });
}

} // namespace rongtong::cli
