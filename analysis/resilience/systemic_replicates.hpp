// Systemic risk over replicates: what changes from one scenario to another, paired by the luck that their runs share, with Student's t
// interval (paired.hpp). Single firms are those of one luck, and so have no mean over replicates. Test: tests/cli/test_systemic_replicates.py.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/paired.hpp"
#include "analysis/resilience/systemic.hpp"

namespace rongtong {

struct RiskRun {
    std::string key; // what runs that share their luck have in common
    SystemicRisk risk;
};

struct RiskGroup {
    std::string name; // of the input, or of a scenario in it
    std::vector<RiskRun> runs;
};

struct RiskQuestion {
    std::optional<int> month;
    std::optional<std::int64_t> point; // of a design, which must be named where there are several
    double threshold = 0.5, stop = 0.01;
};

// A results file or a folder with a network is a group of one. A folder of results files, a sweep or a collected file has a group for each
// scenario; a folder of folders with networks is a group whose replicates they are, by their names. OutputError where there is none.
std::vector<RiskGroup> risk_groups(const std::filesystem::path& input, const RiskQuestion& question);

struct PairedRisk {
    std::string from, to;
    std::vector<std::string> left_out; // runs without a partner, one sentence each
    std::vector<PairedEffect> effects; // means, counts and shares of a network; p_holm: over these
};

// OutputError where no run has a partner.
PairedRisk paired_risk(const RiskGroup& from, const RiskGroup& to, double level);

nlohmann::ordered_json paired_risk_json(const PairedRisk& paired, double level);
std::string paired_risk_table(const PairedRisk& paired, double level);

} // namespace rongtong
