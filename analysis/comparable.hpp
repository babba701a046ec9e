// Whether two runs may stand side by side: an effect is meant to be of the policy alone.
#pragma once

#include <string>
#include <vector>

#include "analysis/runs.hpp"

namespace rongtong {

struct RunPair {
    const Run *base, *other; // of one seed and replicate
};

// OutputError if any run is of another number of firms or of another calibration than the first. What a file does not say
// is not compared. pairs: not empty.
void check_comparable(const std::vector<RunPair>& pairs);

// One sentence each: runs of another length (first, last: the months compared), runs by another commit of the program.
std::vector<std::string> comparison_notes(const std::vector<RunPair>& pairs, int first, int last);

} // namespace rongtong
