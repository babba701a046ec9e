// Small results files for comparing and exporting.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "output/results_writer.hpp"

namespace rongtong::sample {

// What a run is made of beyond its scenario's name; "" and 0: the file does not say.
struct Origin {
    std::uint64_t firms = 0;
    std::string calibration{}, commit{};
};

// Months 0 .. n - 1; output[m] as given, price 1 throughout.
inline void write_run(const std::filesystem::path& path, const std::string& scenario, std::uint64_t replicate,
                      const std::vector<double>& values, std::uint64_t seed = 7, const Origin& origin = {})
{
    ResultsWriter writer(path);
    const std::string firms = origin.firms ? ", \"firms\": " + std::to_string(origin.firms) : "";
    writer.attribute("/", "scenario", R"({"name": ")" + scenario + "\"" + firms + "}");
    if (!origin.calibration.empty()) writer.attribute("/", "calibration_sha256", origin.calibration);
    if (!origin.commit.empty()) writer.attribute("/", "git_commit", origin.commit);
    writer.attribute("/", "seed", seed);
    writer.attribute("/", "replicate", replicate);
    const auto month = writer.unlimited(
        {.path = "/month", .block = 4, .has_values = true, .text = {"month", "month", "", {}}});
    const auto hash = writer.variable({"/state_hash", ValueType::uint64, {"month"}, {"1", "hash", "", {}}});
    const auto output = writer.variable({"/output", ValueType::float64, {"month"}, {"万元", "output", "", {}}});
    const auto price = writer.variable({"/price", ValueType::float64, {"month"}, {"1", "price index", "", {}}});
    for (std::size_t m = 0; m < values.size(); ++m) {
        writer.put(hash, replicate);
        writer.put(output, values[m]);
        writer.put(price, 1.0);
        writer.advance(month, static_cast<std::int32_t>(m));
    }
    writer.finish();
}

} // namespace rongtong::sample
