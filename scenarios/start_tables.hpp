// The tables that a start may be given: firms (id, sector, region, workers, sales) and links (buyer, supplier, value). docs/own-data.md
// is their specification.
#pragma once

#include "models/calibration.hpp"
#include "models/own_data.hpp"
#include "scenarios/csv_source.hpp"

#include <filesystem>
#include <string>
#include <unordered_map>

namespace rongtong {

inline constexpr double least_sales = 1000, least_value = 0.01, most_money = 1e13; // yuan a year
inline constexpr double most_workers = 1e7;
inline constexpr std::size_t longest_id = 64; // bytes

using FirmPlaces =
    std::unordered_map<std::string, std::uint32_t>; // of an id in the list; looked up, never walked through

// Both append to `data` and give the digest of the file. What is wrong goes to problems. folder: of the calibration, for hints.
std::string read_given_firms(const std::filesystem::path& file, const Calibration& calibration,
                             const std::filesystem::path& folder, OwnData& data, FirmPlaces& places,
                             CsvProblems& problems);
std::string read_given_links(const std::filesystem::path& file, const FirmPlaces& places, OwnData& data,
                             CsvProblems& problems);

// A number from low to high; nothing where the field is empty, or with a problem.
std::optional<double> csv_number(CsvSource& source, std::size_t wanted, double low, double high, const char* unit,
                                 bool whole = false);

} // namespace rongtong
