// The layout of a results file as it is stored: what resuming and reading start from. Inside output/ only.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "output/hdf5.hpp"

namespace rongtong::hdf5 {

inline constexpr int results_format_version = 2;
inline constexpr const char* results_format_name = "rongtong results";

// The mark of a dimension without coordinate values, as netCDF wants it.
std::string bare_dimension_name(std::size_t length);

struct StoredDimension {
    std::string path;
    std::size_t length = 0;
    std::size_t block = 0; // chunk length; 0 for a fixed dimension
    bool has_values = false;
    ValueType type = ValueType::int32; // of the values
};

struct StoredVariable {
    std::string path;
    ValueType type = ValueType::float64;
    std::vector<std::string> dimensions; // paths
    std::vector<std::size_t> shape;
};

struct StoredLayout {
    std::vector<std::string> groups; // "/" first; all three lists in the order of creation within a group
    std::vector<StoredDimension> dimensions;
    std::vector<StoredVariable> variables;
};

// OutputError where the file is of another make than ours: links that lead elsewhere or back, names that would be paths,
// variables that do not fit their dimensions, values that are declared but not there.
StoredLayout read_layout(hid_t file_id, const std::filesystem::path& file);

// A whole dataset of variable-length texts.
std::vector<std::string> read_texts(hid_t dataset, const std::filesystem::path& file);

} // namespace rongtong::hdf5
