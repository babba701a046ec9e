// What a collected file must have room for: files of runs that look different.
#include "analysis/collect_layout.hpp"
#include "sim/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace rongtong {

namespace {

// Two files of the same layout have the same text: variables, and the labels of axes.
std::string layout_of(const ResultsReader& file)
{
    std::string text;
    for (const auto& group : file.groups()) {
        for (const auto& dimension : file.dimensions(group)) {
            text += "\n" + dimension.path;
            if (!dimension.unlimited)
                for (const auto& label : file.labels(dimension.path)) text += "\t" + label;
        }
        for (const auto& variable : file.variables(group)) text += "\n" + variable.path;
    }
    return text;
}

// Numbers change no layout; a parameter that is a policy, or all of them, gives each point levers of its own.
bool points_differ(const CollectRequest& request)
{
    return std::ranges::any_of(request.columns, [](const PointColumn& column) {
        return column.parameter && std::holds_alternative<std::vector<std::string>>(column.values);
    });
}

} // namespace

Samples find_samples(const CollectRequest& request)
{
    Samples samples;
    std::set<std::string> known;
    const std::size_t replicates = request.replicates.size();
    const std::size_t step = points_differ(request) ? replicates : request.points * replicates;
    for (std::size_t first = 0; first < request.runs(); first += step)
        for (std::size_t run = first; run < first + step; ++run)
            if (const auto bytes = request.results(run)) {
                auto sample = std::make_unique<ResultsReader>(*bytes, fmt::format("run {}", run));
                if (known.insert(layout_of(*sample)).second) samples.push_back(std::move(sample));
                break;
            }
    if (samples.empty()) throw OutputError("there is no finished run to collect");
    return samples;
}

} // namespace rongtong
