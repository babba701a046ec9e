// The catalogue of what a scenario can set and what a run gives: levers, parameters, indicators, shocks, targets, output;
// and, on the figures of a calibration, its sectors, regions and sizes.
#pragma once

#include "models/calibration.hpp"
#include "scenarios/official_codes.hpp"
#include "sim/error.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace rongtong {

// A calibration and the firms of an economy that is built from it.
struct PlaceFigures {
    std::shared_ptr<const Calibration> calibration;
    OfficialCodes codes;
    std::uint64_t firms = 0;
    std::vector<std::uint64_t> by_sector, by_region;
    std::array<std::uint64_t, 4> by_size{};
};

// Of the economy at its start. Throws ScenarioError where the calibration can't carry one.
PlaceFigures count_places(const std::filesystem::path& calibration_folder, std::uint64_t firms);

// Does a section want figures?
bool is_of_places(const std::string& section);

// section: "levers", "parameters", "indicators", "shocks", "targets", "output", with figures also "sectors", "regions",
// "sizes", or "" for all. name: one entry of the section, or ""; parameters are named "group/name", "name" or "group" (all of
// the group), sectors and regions by code, either name or official code. A single word that is no section is a name, looked for
// in all sections. An object with a list for each section asked for that has the name. Throws ScenarioError with a "did you
// mean" where there is no such section or name.
nlohmann::ordered_json describe(const std::string& section, const std::string& name = "",
                                const PlaceFigures* figures = nullptr);

// Entries of the section (of all, where it is "") in whose texts each of the words begins a word; Chinese ones stand anywhere. Then
// those that hold what means the same as all of the words together (same_meaning.hpp), or, where there is none yet, as each. Throws ScenarioError where there is none.
nlohmann::ordered_json find_described(const std::string& section, const std::string& words,
                                      const PlaceFigures* figures = nullptr);

// As text: a table for each section; one entry by itself as a list of its properties.
std::string describe_text(const std::string& section, const std::string& name = "",
                          const PlaceFigures* figures = nullptr);
std::string found_text(const std::string& section, const std::string& words, const PlaceFigures* figures = nullptr);

} // namespace rongtong
