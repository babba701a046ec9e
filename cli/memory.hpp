// How much memory and disk a run takes, known before any of it is taken, and how much this process can have.
#pragma once

#include "scenarios/scenario.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace rongtong::cli {

enum class Keeps : std::uint8_t { on_disk, all_in_memory }; // where the results are until the run is over

// Bytes. Upper estimates: measured on runs of 100 000 to 12 million firms (tests/cli/test_memory.py holds them against runs).
struct MemoryNeed {
    double state = 0;   // firms, links, and what a month works with
    double records = 0; // the panel or network of one month, before it is written
    double results = 0; // the whole results: on the disk, and in memory with each checkpoint or in a sweep

    double of_run(Keeps keeps) const { return state + records + (keeps == Keeps::all_in_memory ? results : 0); }
};

MemoryNeed memory_of(const Scenario& scenario);

// The least of what the machine, the limits of the shell (ulimit -v) and the cgroup leave to this process, with who sets it.
struct MemoryLimit {
    double bytes = 0;
    std::string source; // "the machine", "the shell (ulimit -v)", "the cgroup"
};

MemoryLimit available_memory();

// RONGTONG_MEMORY=unchecked: for who knows better, and for tests of what comes then.
bool memory_is_unchecked();

// Room on the disk that holds this folder; nothing where it can't be told.
std::optional<double> room_on_disk(const std::filesystem::path& folder);

std::string size_text(double bytes); // "850 MB", "14.4 GB"

// A sentence where `need` does not fit, empty where it does. what: "12 000 000 firms".
std::string too_large(const std::string& what, double need);

} // namespace rongtong::cli
