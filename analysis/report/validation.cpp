#include <algorithm>

#include "analysis/report/parts.hpp"
#include "analysis/validate/validate.hpp"
#include "output/file_rules.hpp"
#include "sim/error.hpp"

namespace rongtong {

using nlohmann::ordered_json;

namespace {

namespace fs = std::filesystem;

bool is_collected_file(const fs::path& input)
{
    std::error_code error;
    return !fs::is_directory(input, error) && is_collected(ResultsReader(input));
}

// What no run allows is told by its title and what it needs.
ordered_json without_pictures(ordered_json json)
{
    for (auto& section : json["sections"])
        for (auto& finding : section["findings"]) {
            finding.erase("plot");
            if (finding["verdict"] == validation::verdict_word(validation::Verdict::not_measurable))
                finding = {{"id", finding["id"]},
                           {"title", finding["title"]},
                           {"verdict", finding["verdict"]},
                           {"needs", finding["needs"]}};
        }
    return json;
}

} // namespace

ordered_json validation_part(const std::vector<fs::path>& inputs, std::size_t runs, const ReportOptions& options)
{
    if (std::any_of(inputs.begin(), inputs.end(), is_collected_file)) return {{"absent", "collected"}};
    if (runs > options.most_validated) return {{"absent", "many"}, {"runs", runs}, {"limit", options.most_validated}};
    try {
        return without_pictures(validation_json(validation::validate(inputs, options.validation)));
    } catch (const OutputError& error) {
        return {{"absent", "error"}, {"text", error.what()}};
    }
}

} // namespace rongtong
