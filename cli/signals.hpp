// SIGINT and SIGTERM ask a run to end after the month that it is in. The second one ends it at once.
#pragma once

namespace rongtong::cli {

// Also has the system report a file that grows too long or a closed pipe as an error instead of ending the program.
void watch_signals();

int signal_received(); // 0 or SIGINT or SIGTERM

} // namespace rongtong::cli
