// Datasets that grow along their first axis, each with the values that wait to be written. Inside output/ only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "output/hdf5.hpp"
#include "output/layout.hpp"

namespace rongtong::hdf5 {

constexpr std::size_t no_dimension = static_cast<std::size_t>(-1);

// A variable. Where it does not grow, `growing` is no_dimension and it is written at once.
struct VariableState {
    std::string path;
    ValueType type = ValueType::float64;
    std::vector<std::string> dimensions; // paths
    std::vector<hsize_t> inner;          // lengths of the axes that do not grow
    std::size_t growing = no_dimension;  // index of the dimension that it grows along
    Handle dataset;
    std::size_t given = 0, written = 0; // steps handed over, steps in the file
    std::vector<std::byte> waiting;     // steps written .. given

    std::size_t values_per_step() const;
};

// A dimension that grows.
struct DimensionState {
    std::string path;
    std::size_t block = 0;
    bool has_values = false;
    Handle scale;
    std::size_t steps = 0, written = 0; // complete, in the file
    std::vector<std::int32_t> waiting;  // coordinate values of written .. steps
    std::vector<std::size_t> variables; // that grow along it
};

// Creates datasets with their layout, scale marks and attributes; links in between are made where they lack.
Handle create_variable(hid_t file_id, const Variable& variable, const VariableState& state, std::size_t block,
                       int compression, const std::filesystem::path& file);
Handle create_growing_scale(hid_t file_id, const Unlimited& dimension, const std::filesystem::path& file);
Handle create_fixed_scale(hid_t file_id, const Dimension& dimension, std::size_t length,
                          const std::filesystem::path& file);
void create_group(hid_t file_id, const std::string& path, const std::filesystem::path& file);

// Writes `steps` steps behind those that are in the file and extends the dataset by them.
void write_steps(VariableState& variable, const void* values, std::size_t steps, const std::filesystem::path& file);
void write_waiting(VariableState& variable, const std::filesystem::path& file);
// Extends the scale to all complete steps.
void write_scale(DimensionState& dimension, const std::filesystem::path& file);

} // namespace rongtong::hdf5
