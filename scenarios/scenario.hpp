// Scenario files: JSON (RFC 8259), one may extend another (JSON Merge Patch, RFC 7396: null takes a key away). docs:
// the README of this folder; the format for editors: scenario.schema.json.
#pragma once

#include "models/setup.hpp"
#include "scenarios/output_request.hpp"
#include "sim/error.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rongtong {

// What the command line changes after `extends` is resolved. Values out of range are problems like those of a file.
struct ScenarioOverrides {
    std::vector<std::string> set{}; // "/pointer=value"; the value is JSON, or else a text; null takes the key away
    std::optional<std::int64_t> seed{}, replicate{}, months{}; // win over set
};

// Where the tables lie that a start is given (docs/own-data.md); absolute, empty where there is none.
struct StartFiles {
    std::filesystem::path firms, links;
    bool unread = false; // the economy is there already: only their digest is wanted, which the scenario has
};

struct Scenario {
    std::string name;               // the file's stem where the file gives none
    std::string title_en, title_zh; // may be empty
    Setup setup;
    OutputRequest output;
    // The whole scenario as one line of JSON with sorted keys: extends resolved, overrides applied, of the defaults
    // only seed, replicate, months and firms filled in, calibration as the user gave it; with the digest of a start's tables.
    std::string merged;
    std::string sha256; // of merged and the calibration's sha256, joined by a line break: what the run is made of
    std::filesystem::path calibration_folder; // absolute
    StartFiles start_files;
    std::vector<std::string> files; // scenario files read, the named one first, and the calibration's folder
};

// Throws ScenarioError with all problems.
Scenario load_scenario(const std::filesystem::path& file, const ScenarioOverrides& overrides = {});

// From the merged text of an earlier run, which names no other file; the calibration comes from this folder (given
// where the text's own relative path no longer leads to it), tables of a start from start_files. shown: what problems call
// the text. Throws ScenarioError.
Scenario scenario_from_text(const std::string& merged, const std::filesystem::path& calibration_folder,
                            const std::string& shown = "scenario", const ScenarioOverrides& overrides = {},
                            const StartFiles& start_files = {});

// A scenario with changes, on the same calibration, which is not read again. Throws ScenarioError.
Scenario changed_scenario(const Scenario& base, const ScenarioOverrides& overrides);

} // namespace rongtong
