#include "cli/signals.hpp"

#include <atomic>
#include <csignal>

namespace rongtong::cli {

namespace {

// Set by a handler, read by all threads.
std::atomic<int> received{0};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void note_signal(int number) { received = number; }

void watch(int number)
{
    struct sigaction action{};
    action.sa_handler = note_signal;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART); // once: then the default, which ends the program
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, nullptr);
}

// A terminal that is closed asks to end, unless the run was begun to outlive it (nohup).
void watch_hangup()
{
    struct sigaction now{};
    if (sigaction(SIGHUP, nullptr, &now) == 0 && now.sa_handler != SIG_IGN) watch(SIGHUP);
}

} // namespace

void watch_signals()
{
    watch(SIGINT);
    watch(SIGTERM);
    watch_hangup();
    std::signal(SIGPIPE, SIG_IGN);
}

int signal_received() { return received; }

} // namespace rongtong::cli
