// What the page of `rongtong explore` is put together from. Inside analysis/report/ only.
#pragma once

#include "analysis/explore/emulator.hpp"
#include "analysis/report/explore.hpp"

namespace rongtong {

// ---- explore_cells.cpp
// The runs of each scenario at each point, beside those that they are held against.
struct Explored {
    std::string base;
    std::optional<std::int64_t> reference;
    std::vector<std::string> scenarios;
    std::vector<std::int64_t> points;                     // those at which every scenario has a pair
    std::vector<std::vector<std::vector<RunPair>>> pairs; // by scenario, point
    DesignTable design;                                   // of these points; no factors where nothing varies by point
    std::vector<std::string> notes;                       // what was left out, one sentence each

    std::vector<RunPair> all_pairs() const;
};
// runs must outlive what is returned.
Explored explored(const std::vector<Run>& runs, const std::filesystem::path& input, const ExploreOptions& options);

// ---- explore_figures.cpp
struct ExploreQuestion {
    std::vector<SeriesPlace> places;
    Window window;
    MonthRule rule;
    double level = 0.95;
};
// Headline figures by scenario, point and place, how far the emulator errs in them, paths, as the page reads them.
nlohmann::ordered_json explore_figures(const Explored& sweep, const ExploreQuestion& question,
                                       std::size_t bytes_for_paths);

// Numbers as base64 of little-endian float32: seven digits in five characters and a third.
std::string packed(const std::vector<float>& numbers);

} // namespace rongtong
