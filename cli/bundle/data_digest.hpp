// Hashes of what a results file holds. The bytes of a file may differ between identical runs (format.md), its data do not.
#pragma once

#include "output/results_reader.hpp"

#include <map>
#include <string>

namespace rongtong::cli {

using DataDigests = std::map<std::string, std::string>; // SHA-256 by the path of the data set

DataDigests data_digests(const ResultsReader& results);

// One for all of them: SHA-256 of a line "PATH DIGEST" each, in the order of the paths.
std::string digest_of_all(const DataDigests& digests);

} // namespace rongtong::cli
