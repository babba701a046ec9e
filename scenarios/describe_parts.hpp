// Sections of the catalogue with files of their own.
#pragma once

#include "scenarios/describe.hpp"

namespace rongtong {

nlohmann::ordered_json described_targets();
nlohmann::ordered_json described_output();
nlohmann::ordered_json described_sectors(const PlaceFigures& figures);
nlohmann::ordered_json described_regions(const PlaceFigures& figures);
nlohmann::ordered_json described_sizes(const PlaceFigures& figures);

} // namespace rongtong
