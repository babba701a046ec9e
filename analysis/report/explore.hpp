// The page of `rongtong explore`: all points of a collected sweep in one page, on which a person chooses what is varied and
// sees paths and figures change. Its figures are those of `compare` at the points that were run; between them the page
// interpolates (analysis/explore/emulator.hpp) and says so.
// Test: tests/report/test_explore.py.
#pragma once

#include <functional>
#include <optional>

#include "analysis/report/report.hpp"

namespace rongtong {

struct ExploreOptions {
    CompareOptions compare{};              // base, months, statistic, level, catalogue
    std::vector<std::string> indicators{}; // "output", "days_receivable/size/micro"; empty: those of the headline
    std::optional<std::int64_t>
        reference{};                      // point of the base that all others are held against; empty: each point's own
    std::string title{}, version, commit; // as of a report
    nlohmann::ordered_json names;
    std::function<std::optional<DesignTable>(const std::filesystem::path&)> design; // the points of a sweep
    std::size_t most_bytes = 4'900'000;                                             // that the page may have
};

// For report_page. A sweep of one scenario is held against its own first point. Months are thinned out where the page would
// get too large. Throws OutputError where there is nothing to choose, or too much for a page.
nlohmann::ordered_json explore_data(const std::filesystem::path& input, const ExploreOptions& options);

} // namespace rongtong
