// What a results file says of itself at a glance: a few claims, read in a millisecond, whatever the file's size.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace rongtong {

struct Glance {
    std::string scenario_name; // "" where the file has none
    std::string scenario;      // merged, as JSON
    std::uint64_t seed = 0, replicate = 0;
    std::int32_t month = 0; // the last one that it holds
};

// Neither the checksum nor the rules of the format are looked at (ResultsReader does that), so the file is opened in a process of
// its own, and what it says may be wrong. Throws OutputError, also for what ends that process.
Glance glance(const std::filesystem::path& file, bool unfinished);

} // namespace rongtong
