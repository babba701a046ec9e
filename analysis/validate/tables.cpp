#include "analysis/validate/tables.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "analysis/periods/periods.hpp"
#include "analysis/statistics/csv_table.hpp"
#include "analysis/validate/records.hpp"
#include "sim/error.hpp"

namespace rongtong::validation {

namespace {

using RunName = std::pair<std::string, std::string>; // scenario, replicate
using ByRun = std::vector<std::pair<RunName, RecordTables>>;

std::string text_or(const CsvTable& table, const char* column, std::size_t row, const std::string& otherwise)
{
    return table.has(column) ? table.texts(column)[row] : otherwise;
}

RecordTables& tables_of(ByRun& all, const RunName& name)
{
    for (auto& [known, tables] : all)
        if (known == name) return tables;
    return all.emplace_back(name, RecordTables{}).second;
}

std::uint64_t whole_at(const CsvTable& table, std::size_t row, const char* column, double value)
{
    if (!(value >= 0 && value < 1e15 && value == std::floor(value)))
        throw OutputError(fmt::format("{}: line {}: {} is '{}', expected a whole number", table.path().string(),
                                      table.line_of(row), column, table.texts(column)[row]));
    return static_cast<std::uint64_t>(value);
}

// Rows of a table by run, each by month and then by id.
struct Row {
    std::uint64_t month, id;
    std::size_t row;
    auto operator<=>(const Row&) const = default;
};

std::vector<std::pair<RunName, std::vector<Row>>> sorted_rows(const CsvTable& table, const char* id)
{
    const auto months = table.numbers("month"), ids = table.numbers(id);
    std::vector<std::pair<RunName, std::vector<Row>>> all;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const RunName name{text_or(table, "scenario", row, "table"), text_or(table, "replicate", row, "0")};
        auto at = std::ranges::find_if(all, [&](const auto& of_run) { return of_run.first == name; });
        if (at == all.end()) at = all.insert(at, {name, {}});
        at->second.push_back({whole_at(table, row, "month", months[row]), whole_at(table, row, id, ids[row]), row});
    }
    for (auto& [name, rows] : all) std::ranges::sort(rows);
    return all;
}

void check_once(const CsvTable& table, const std::vector<Row>& rows)
{
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (rows[i].month == rows[i - 1].month && rows[i].id == rows[i - 1].id)
            throw OutputError(fmt::format("{}: line {}: firm {} stands there twice in month {}", table.path().string(),
                                          table.line_of(rows[i].row), rows[i].id, rows[i].month));
}

void read_firms(const std::filesystem::path& csv, ByRun& all)
{
    const CsvTable table(csv);
    table.require({"month", "firm"});
    std::map<std::string, std::vector<double>> columns;
    for (const auto& name : table.columns())
        if (name != "month" && name != "firm" && name != "scenario" && name != "replicate" && table.is_number(name))
            columns[name] = table.numbers(name);
    for (const auto& [name, rows] : sorted_rows(table, "firm")) {
        check_once(table, rows);
        auto& records = tables_of(all, name);
        for (const auto& row : rows) {
            records.panel_months.push_back(static_cast<std::int64_t>(row.month));
            records.firms.push_back(row.id);
            for (const auto& [column, values] : columns) records.panel[column].push_back(values[row.row]);
        }
    }
}

void read_links(const std::filesystem::path& csv, ByRun& all)
{
    const CsvTable table(csv);
    table.require({"month", "supplier", "buyer", "value"});
    const auto suppliers = table.numbers("supplier"), values = table.numbers("value");
    for (const auto& [name, rows] : sorted_rows(table, "buyer")) {
        auto& records = tables_of(all, name);
        for (const auto& row : rows) {
            records.network_months.push_back(static_cast<std::int64_t>(row.month));
            records.buyers.push_back(row.id);
            records.suppliers.push_back(whole_at(table, row.row, "supplier", suppliers[row.row]));
            records.values.push_back(values[row.row]);
        }
    }
}

void check_months(const std::filesystem::path& csv, const Run& run)
{
    for (std::size_t m = 0; m < run.months.size(); ++m)
        if (run.months[m] != static_cast<int>(m) + 1)
            throw OutputError(fmt::format("{}: {} has no month {}; validating takes each month from 1 on", csv.string(),
                                          run.path.string(), m + 1));
}

// A run of which there are records alone: its months, without indicators.
Run without_series(const RunName& name, const RecordTables& records)
{
    Run run;
    run.scenario = name.first;
    std::int64_t last = 1;
    for (const auto* months : {&records.panel_months, &records.network_months})
        if (!months->empty()) last = std::max(last, months->back());
    run.months.resize(static_cast<std::size_t>(last));
    std::iota(run.months.begin(), run.months.end(), 1);
    return run;
}

ObservedRun observed(Run run, const RecordTables* records, std::uint64_t number, const ReadOptions& options)
{
    ObservedRun seen;
    seen.run = std::move(run);
    seen.run.replicate = number;
    seen.growth = options.fixed_growth ? options.growth : path_growth(seen.run, nullptr, options.growth);
    seen.economy = seen.run.scenario;
    if (!records) return seen;
    seen.records = figures_of(Records(*records));
    if (const auto& months = records->panel_months; !months.empty())
        seen.run.firms = static_cast<std::uint64_t>(std::ranges::count(months, months.front()));
    return seen;
}

} // namespace

Material material_of_tables(const TableInputs& inputs, const ReadOptions& options)
{
    ByRun records;
    if (!inputs.firms.empty()) read_firms(inputs.firms, records);
    if (!inputs.links.empty()) read_links(inputs.links, records);
    Material material;
    std::vector<RunName> done;
    const auto records_of = [&](const RunName& name) -> const RecordTables* {
        const auto at = std::ranges::find_if(records, [&](const auto& of_run) { return of_run.first == name; });
        return at == records.end() ? nullptr : &at->second;
    };
    if (!inputs.months.empty())
        for (auto& [name, run] : named_runs_of_csv(inputs.months)) {
            check_months(inputs.months, run);
            done.push_back(name);
            material.runs.push_back(observed(std::move(run), records_of(name), material.runs.size(), options));
        }
    for (const auto& [name, tables] : records)
        if (std::ranges::find(done, name) == done.end())
            material.runs.push_back(observed(without_series(name, tables), &tables, material.runs.size(), options));
    sort_material(material);
    return material;
}

} // namespace rongtong::validation
