// Which run stands beside which. Inside analysis/ only.
#pragma once

#include "analysis/compare.hpp"

namespace rongtong {

// The runs of one scenario.
struct ScenarioRuns {
    std::string scenario;
    RunsByKey runs;
};

// What is read beside the economy-wide indicators.
RunParts parts_of(const CompareOptions& options);
std::vector<Run> read_with_shares(const std::filesystem::path& path, const CompareOptions& options);

// Of several sweeps, as if they were one: a run that two of them hold counts once.
std::vector<Run> read_sweeps(const std::filesystem::path& first, const std::vector<std::filesystem::path>& others,
                             const CompareOptions& options);

// By scenario, in the order of appearance. Points of a design are not thrown together: their runs share luck, often the
// base too, so that they are not the independent pairs that an interval is made from.
std::vector<ScenarioRuns> groups_of(std::vector<Run> runs, std::optional<std::int64_t> point);

void check_one_scenario(const std::vector<Run>& runs, const std::filesystem::path& input);

// Takes the base out of the groups: the one that was asked for, or the first.
ScenarioRuns take_base(std::vector<ScenarioRuns>& groups, const std::filesystem::path& input,
                       const CompareOptions& options);

// Runs of the base that lie in the same folder are no scenario of their own.
std::vector<ScenarioRuns> read_others(const std::vector<std::filesystem::path>& inputs, const ScenarioRuns& base,
                                      const CompareOptions& options);

// Runs of one seed and replicate; the others are told in result.left_out. The groups must outlive the pairs.
std::vector<RunPair> pair_up(const ScenarioRuns& base, const ScenarioRuns& other, ScenarioEffects& result);

// The months to compare. OutputError where the runs have not got them.
Window window_of(const std::vector<RunPair>& pairs, const CompareOptions& options);

} // namespace rongtong
