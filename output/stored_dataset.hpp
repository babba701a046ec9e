// What a dataset of a file says of itself, before memory is made for it. Inside output/ only.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "output/hdf5.hpp"

namespace rongtong::hdf5 {

struct StoredDataset {
    ValueType type = ValueType::float64;
    std::vector<std::size_t> shape;
    std::size_t block = 0; // chunk length along the first axis; 0 where it is not chunked
};

// OutputError where the values are of a type that no results file holds, lie in other files, are packed by filters that
// we do not know, or are declared but not stored (unless `bare`: an axis without values).
StoredDataset describe_dataset(hid_t dataset, const std::string& path, bool bare, const std::filesystem::path& file);

// Extent of a dataset, one entry per axis.
std::vector<hsize_t> shape_of(hid_t dataset, const std::filesystem::path& file);

} // namespace rongtong::hdf5
