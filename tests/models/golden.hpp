// Results that are stored in tests/models/data: lines of a name and a value. RONGTONG_RENEW_GOLDEN=1 stores them anew.
#pragma once

#include "tests/models/fixture.hpp"

#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace rongtong {

using GoldenLines = std::vector<std::pair<std::string, std::string>>; // name, which may have spaces, and value

inline void store_golden(const std::filesystem::path& path, const GoldenLines& lines)
{
    std::ofstream out(path, std::ios::binary);
    for (const auto& [name, value] : lines) out << name << " " << value << "\n";
    REQUIRE(out.good());
}

// What the file holds; with RONGTONG_RENEW_GOLDEN=1, after `now` was stored there.
inline GoldenLines golden_lines(const char* file, const GoldenLines& now)
{
    const auto path = source_folder() / "tests/models/data" / file;
    const char* renew = std::getenv("RONGTONG_RENEW_GOLDEN");
    if (renew && std::string(renew) == "1") store_golden(path, now);
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in.good());
    GoldenLines lines;
    for (std::string line; std::getline(in, line);) {
        const auto gap = line.rfind(' ');
        REQUIRE(gap != std::string::npos);
        lines.emplace_back(line.substr(0, gap), line.substr(gap + 1));
    }
    return lines;
}

} // namespace rongtong
