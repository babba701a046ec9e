// Where a measurement was made: commit, compiler, CPU.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>

namespace rongtong::bench {

// The checkout's commit, "-dirty" with uncommitted changes. RONGTONG_COMMIT in the environment wins (a build without
// git).
inline std::string commit()
{
    if (const char* given = std::getenv("RONGTONG_COMMIT")) return given;
    const auto command = "git -C '" RONGTONG_SOURCE_DIR
                         "' describe --always --dirty --abbrev=12 --exclude='*' 2>/dev/null";
    const std::unique_ptr<FILE, int (*)(FILE*)> git(popen(command, "r"), pclose);
    char line[64] = "";
    if (!git || !std::fgets(line, sizeof line, git.get())) return "unknown";
    const std::string text(line);
    return text.substr(0, text.find('\n'));
}

inline std::string compiler()
{
#ifdef __clang__
    return __VERSION__; // names itself
#else
    return std::string("gcc ") + __VERSION__;
#endif
}

inline std::string cpu()
{
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);)
        if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
    return "unknown";
}

} // namespace rongtong::bench
