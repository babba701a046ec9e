// In which order and in which pieces the runs of a plan are done.
#pragma once

#include "scenarios/plan.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace rongtong::cli {

// Runs of one economy and luck together, since they may share their past: all scenarios and policy parameters of one
// replicate. In each family ascending; families by their first run.
std::vector<std::vector<std::size_t>> families(const SweepPlan& plan);

// Part `index` (from 0) of `count` of the runs, cut as equally as can be along the families.
std::vector<std::vector<std::size_t>> share_of(const std::vector<std::vector<std::size_t>>& families, std::size_t index,
                                               std::size_t count);

// All runs of the share that a process is named by ("2of4", of a rank "2of4-rank1"), ascending.
std::vector<std::size_t> runs_of_share(const SweepPlan& plan, const std::string& name);

// Of several shares, each run once, ascending.
std::vector<std::size_t> runs_of_shares(const SweepPlan& plan, const std::vector<std::string>& names);

// Less these runs (ascending).
std::vector<std::vector<std::size_t>> without(std::vector<std::vector<std::size_t>> units,
                                              const std::vector<std::size_t>& left);

// Cut further, so that there are at least so many pieces where there are so many runs.
std::vector<std::vector<std::size_t>> pieces(std::vector<std::vector<std::size_t>> units, std::size_t at_least);

} // namespace rongtong::cli
