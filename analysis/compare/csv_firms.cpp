// A table of firms: who gains and who pays, by tenths of what each had before.
#include <cmath>

#include <fmt/format.h>

#include "analysis/compare/csv_lines.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

struct FirmLines {
    std::string scenario, variable;
    std::vector<std::string> replicates;
    std::vector<FirmPair> pairs; // of each replicate
};

struct Columns {
    std::vector<double> firm, before, base, other;
};

FirmLines& lines_of(std::vector<FirmLines>& all, const CsvTable& table, std::size_t row)
{
    const auto name = text_or(table, "scenario", row, "other"), variable = text_or(table, "indicator", row, "value");
    for (auto& lines : all) {
        if (lines.scenario != name) continue;
        if (lines.variable != variable)
            throw OutputError(fmt::format("{}: line {}: a table of firms has one indicator; here are {} and {}",
                                          table.path().string(), table.line_of(row), lines.variable, variable));
        return lines;
    }
    return all.emplace_back(FirmLines{name, variable, {}, {}});
}

FirmPair& pair_of(FirmLines& lines, const std::string& replicate)
{
    for (std::size_t r = 0; r < lines.replicates.size(); ++r)
        if (lines.replicates[r] == replicate) return lines.pairs[r];
    lines.replicates.push_back(replicate);
    return lines.pairs.emplace_back();
}

// A firm without a value at the end is gone there.
void add(const CsvTable& table, std::size_t row, const Columns& columns, FirmPair& pair)
{
    const double firm = columns.firm[row];
    if (!std::isfinite(firm) || !std::isfinite(columns.before[row]))
        throw OutputError(fmt::format("{}: line {}: a firm has a number, and a value before", table.path().string(),
                                      table.line_of(row)));
    if (!pair.before.emplace(firm, columns.before[row]).second)
        throw OutputError(fmt::format("{}: line {}: firm {} stands there twice", table.path().string(),
                                      table.line_of(row), table.texts("firm")[row]));
    if (std::isfinite(columns.base[row])) pair.base.emplace(firm, columns.base[row]);
    if (std::isfinite(columns.other[row])) pair.other.emplace(firm, columns.other[row]);
}

} // namespace

Comparison compare_firms(const CsvTable& table, const CompareOptions& options)
{
    table.require({"firm", "before", "base", "other"});
    const Columns columns{table.numbers("firm"), table.numbers("before"), table.numbers("base"),
                          table.numbers("other")};
    std::vector<FirmLines> all;
    for (std::size_t row = 0; row < table.rows(); ++row)
        add(table, row, columns, pair_of(lines_of(all, table, row), text_or(table, "replicate", row, "0")));
    Comparison comparison;
    comparison.base = "base";
    comparison.level = options.level;
    comparison.asked_for = true;
    for (const auto& lines : all) {
        ScenarioEffects effects;
        effects.scenario = lines.scenario;
        effects.pairs = keys_of(lines.replicates);
        effects.winners = tenths_of_firms(lines.pairs, lines.variable, options.level);
        comparison.scenarios.push_back(std::move(effects));
    }
    return comparison;
}

} // namespace rongtong
