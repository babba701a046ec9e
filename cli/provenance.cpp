#include "cli/provenance.hpp"

#include <fmt/format.h>

#include <ctime>

namespace rongtong::cli {

namespace {

std::string quoted(const std::string& word)
{
    static constexpr const char* plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_=+./:,@%";
    if (!word.empty() && word.find_first_not_of(plain) == word.npos) return word;
    std::string out = "'";
    for (const char c : word) {
        if (c == '\'') out += "'\\''";
        else out += c;
    }
    return out + "'";
}

} // namespace

std::string program_version() { return RONGTONG_VERSION; }

std::string git_commit() { return RONGTONG_COMMIT; }

std::string compiler()
{
#ifdef __clang__
    return __VERSION__;
#else
    return "gcc " __VERSION__;
#endif
}

std::string version_text()
{
    return fmt::format("rongtong {} (commit {}, {})", program_version(), git_commit(), compiler());
}

std::string command_line_text(int argc, char** argv)
{
    std::string text;
    for (int i = 0; i < argc; ++i) text.append(i ? " " : "").append(quoted(argv[i]));
    return text;
}

std::string utc_now()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                       parts.tm_hour, parts.tm_min, parts.tm_sec);
}

} // namespace rongtong::cli
