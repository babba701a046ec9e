// Dimension scales as the file tells them, read by ourselves: the library's own functions trust the shapes of these
// attributes. Inside output/ only.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "output/hdf5.hpp"

namespace rongtong::hdf5 {

// Whether the attribute CLASS says so.
bool is_scale(hid_t dataset, const std::filesystem::path& file);

// The attribute NAME; empty where there is none.
std::string scale_name(hid_t dataset, const std::filesystem::path& file);

// Addresses in the file of the scales that lie over the axes of the dataset at `path`, one for each axis. OutputError
// where DIMENSION_LIST is missing or of another shape.
std::vector<haddr_t> scales_over(hid_t dataset, std::size_t axes, const std::string& path,
                                 const std::filesystem::path& file);

} // namespace rongtong::hdf5
