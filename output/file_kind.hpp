// Whether a file is one of ours. Inside output/ only.
#pragma once

#include "output/hdf5.hpp"

#include <filesystem>

namespace rongtong::hdf5 {

// Opens it for reading. OutputError where it is no HDF5 file.
Handle open_results(const std::filesystem::path& file);

// OutputError unless it is a results file of a version that we take, and finished or taken unfinished as well.
void check_kind(hid_t opened, const std::filesystem::path& file, bool unfinished);

} // namespace rongtong::hdf5
