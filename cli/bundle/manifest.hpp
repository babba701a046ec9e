// What a bundle says of its runs: manifest.json. Members beside it: scenarios/DIGEST.json, calibrations/DIGEST/FILE,
// starts/DIGEST/firms.csv and links.csv, README.txt.
#pragma once

#include "cli/bundle/data_digest.hpp"
#include "output/archive.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace rongtong::cli {

struct BundledRun {
    std::string name; // where its results lay
    std::string scenario_name, scenario_sha256, calibration_sha256;
    std::string start_sha256; // of tables that its start was given; empty: none
    std::uint64_t seed = 0, replicate = 0;
    std::string program_version, git_commit, compiler; // what computed it
    DataDigests data;
};

std::string scenario_member(const BundledRun& run);
std::string calibration_prefix(const BundledRun& run);                     // of its files' members
std::string start_member(const BundledRun& run, const std::string& table); // "firms" or "links"

std::string manifest_text(const std::vector<BundledRun>& runs);

// Of an archive. Throws InputError, with `shown` as its name, where it is no bundle, or not whole.
std::vector<BundledRun> read_manifest(const Members& members, const std::filesystem::path& shown);

} // namespace rongtong::cli
