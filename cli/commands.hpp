// The subcommands. Each function declares one on the program's command line; when it is the one that was called, `action`
// becomes what it does and gives the exit code.
#pragma once

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace rongtong::cli {

using Action = std::function<int()>;

void add_run(CLI::App& program, Action& action, const std::string& command_line);
void add_sweep(CLI::App& program, Action& action, const std::string& command_line);
void add_collect(CLI::App& program, Action& action, const std::string& command_line);
void add_calibrate(CLI::App& program, Action& action, const std::string& command_line);
void add_check(CLI::App& program, Action& action);
void add_describe(CLI::App& program, Action& action);
void add_bundle(CLI::App& program, Action& action);
void add_rerun(CLI::App& program, Action& action, const std::string& command_line);
void add_schema(CLI::App& program, Action& action);
void add_compare(CLI::App& program, Action& action);
void add_sensitivity(CLI::App& program, Action& action);
void add_interactions(CLI::App& program, Action& action);
void add_discover(CLI::App& program, Action& action);
void add_resilience(CLI::App& program, Action& action);
void add_validate(CLI::App& program, Action& action);
void add_series(CLI::App& program, Action& action);
void add_report(CLI::App& program, Action& action);
void add_explore(CLI::App& program, Action& action);
void add_export(CLI::App& program, Action& action);
void add_convert(CLI::App& program, Action& action);
void add_list(CLI::App& program, Action& action);
void add_completion(CLI::App& program, Action& action);
void add_manual(CLI::App& program, Action& action);

} // namespace rongtong::cli
