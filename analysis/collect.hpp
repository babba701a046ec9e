// One dataset out of the runs of a sweep: `rongtong collect`. output/collected.md is the written format.
#pragma once

#include "output/layout.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rongtong {

// Something that is known of each point of the design.
struct PointColumn {
    std::string name, long_name;
    std::variant<std::vector<double>, std::vector<std::int32_t>, std::vector<std::string>> values;
    bool parameter = false; // a coordinate of the results
};

enum class RunStatus : std::int8_t { missing = 0, finished = 1, failed = 2 };

// What is to be collected. Runs are numbered scenario by scenario, in it point by point, in it replicate by replicate.
struct CollectRequest {
    std::vector<std::string> scenarios;
    std::vector<std::int32_t> replicates, months; // coordinate values; months: of all runs
    std::size_t points = 1;
    bool has_points = false; // else there is no such dimension
    std::vector<PointColumn> columns;
    Attributes attributes;                                                         // of the root
    std::function<std::optional<std::vector<std::byte>>(std::size_t run)> results; // its file; none: there is none
    std::function<bool(std::size_t run)> failed;
    std::function<std::string(std::size_t run)> digest; // scenario_sha256 that its file must have; none: not looked at
    std::function<void(std::size_t run)> progress;      // after each run

    std::size_t runs() const { return scenarios.size() * points * replicates.size(); }
    std::vector<std::size_t> cell(std::size_t run) const; // scenario, point where there are points, replicate
};

struct CollectCount {
    std::size_t finished = 0, failed = 0, missing = 0;
};

// Streams: one run at a time is in memory. Throws OutputError; then there is no new file.
CollectCount collect_runs(const CollectRequest& request, const std::filesystem::path& output, bool force);

} // namespace rongtong
