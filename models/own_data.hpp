// Firms and supply links that a start is given, as tax, invoice and customs studies have them (docs/own-data.md). Plain data; nothing
// here knows files. What is missing is drawn as without them (start/given_firms.cpp, start/given_links.cpp).
#pragma once

#include "sim/money.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rongtong {

struct GivenFirm {
    std::uint8_t sector = 0, region = 0; // as in the calibration
    std::optional<std::int32_t> workers; // persons, at least 1
    std::optional<Money> sales;          // a year, above 0
};

struct GivenLink {
    std::uint32_t buyer = 0, supplier = 0; // places in the list of firms
    std::optional<Money> value;            // what the buyer orders over it in a year, above 0
};

struct OwnData {
    std::vector<GivenFirm> firms;
    std::vector<std::string> ids; // what their table calls them
    std::vector<GivenLink> links;
    std::string sha256; // of both files
};

inline constexpr std::size_t fewest_firms_of_sector = 8; // at the start, given or drawn

} // namespace rongtong
