#include "output/read_in_child.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <new>
#include <string>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

#include "output/hdf5.hpp"
#include "sim/error.hpp"
#include "sim/planted.hpp"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define RONGTONG_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define RONGTONG_SANITIZED 1
#endif
#endif

namespace rongtong {

namespace {

constexpr int refused = 3; // exit code of a child that wrote its reason to the pipe, not its answer
#ifdef RONGTONG_SANITIZED
constexpr bool sanitized = true; // their shadow memory passes any limit, and what they print is wanted
constexpr rlim_t slower = 10;
#else
constexpr bool sanitized = false;
constexpr rlim_t slower = 1;
#endif

std::uint64_t address_space()
{
    std::uint64_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

void limit(int what, rlim_t wanted)
{
    rlimit now{};
    if (::getrlimit(static_cast<__rlimit_resource>(what), &now) != 0 || now.rlim_max < wanted) return;
    now.rlim_cur = wanted;
    ::setrlimit(static_cast<__rlimit_resource>(what), &now);
}

// What any good file of this size can be read with, and to spare.
void limit_child(std::uint64_t bytes)
{
    constexpr std::uint64_t mib = std::uint64_t{1} << 20;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, slower * (2 + bytes / (32 * mib)));
    if (sanitized) return;
    limit(RLIMIT_AS, address_space() + 512 * mib + 2 * bytes);
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC); // a dying library's own last words
    if (nowhere >= 0) ::dup2(nowhere, STDERR_FILENO);
}

[[noreturn]] void act_as_child(const std::function<std::string()>& read, int pipe, std::uint64_t bytes,
                               const std::filesystem::path& shown)
{
    limit_child(bytes);
    hdf5::session_was_forked();
    std::string said;
    int code = refused;
    try {
        said = read();
        code = 0;
    } catch (const std::bad_alloc&) {
        said = shown.string() + ": is damaged: reading it takes more memory than a file of its size can need";
    } catch (const std::exception& error) {
        said = error.what();
    }
    const char* rest = said.data();
    for (std::size_t left = said.size(); left > 0;) {
        const auto n = ::write(pipe, rest, left);
        if (n <= 0) break;
        rest += n, left -= static_cast<std::size_t>(n);
    }
    ::_exit(code);
}

std::string read_all(int pipe)
{
    std::string text;
    std::array<char, 4096> piece{};
    for (;;) {
        const auto n = ::read(pipe, piece.data(), piece.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return text;
        text.append(piece.data(), static_cast<std::size_t>(n));
    }
}

int status_of(pid_t child)
{
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

std::string how_it_ended(int status)
{
    if (!WIFSIGNALED(status)) return fmt::format("exit code {}", WEXITSTATUS(status));
    const int signal = WTERMSIG(status);
    if (signal == SIGXCPU) return "it took longer than any good file of its size";
    return fmt::format("signal {}, {}", signal, ::strsignal(signal));
}

} // namespace

std::string read_in_child(const std::function<std::string()>& read, const std::filesystem::path& shown,
                          std::uint64_t bytes)
{
    if (planted("child")) return read();
    const auto no_child = [&] {
        return OutputError(
            fmt::format("{}: no process can be started to read it: {}", shown.string(), std::strerror(errno)));
    };
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw no_child();
    const pid_t child = ::fork();
    if (child == 0) act_as_child(read, ends[1], bytes, shown);
    ::close(ends[1]);
    std::string said = child > 0 ? read_all(ends[0]) : "";
    ::close(ends[0]);
    if (child < 0) throw no_child();
    const int status = status_of(child);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return said;
    if (WIFEXITED(status) && WEXITSTATUS(status) == refused) throw OutputError(said);
    throw OutputError(
        fmt::format("{}: is damaged: the process that tried to read it was ended ({}); get the file anew, "
                    "or do the run again",
                    shown.string(), how_it_ended(status)));
}

} // namespace rongtong
