// Official codes of a calibration's sectors and regions: codes.json beside its figures. Names for people: nothing is computed from
// them, and they are no part of the calibration's digest.
#pragma once

#include "models/calibration.hpp"
#include "scenarios/node.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace rongtong {

// By code of the sector or region: codes of the official classification that it holds.
struct OfficialCodes {
    std::map<std::string, std::vector<std::string>> sectors, regions;
};

// Reports what is wrong with the file and goes on.
OfficialCodes read_codes(const Node& root, const Calibration& calibration);

// Of a folder that load_calibration takes; empty where it has no such file.
OfficialCodes load_codes(const std::filesystem::path& folder, const Calibration& calibration);

inline constexpr const char* codes_name = "codes.json";

} // namespace rongtong
