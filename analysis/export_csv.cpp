#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include <fmt/format.h>

#include "analysis/cells.hpp"
#include "analysis/export.hpp"
#include "analysis/new_folder.hpp"
#include "analysis/text_file.hpp"
#include "analysis/written_text.hpp"
#include "sim/planted.hpp"

namespace rongtong {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t rows_at_once = 65536;

// Variables over the same dimensions are the columns of one table.
struct Table {
    std::string name;
    std::vector<DimensionInfo> dimensions;
    std::vector<std::vector<std::string>> labels; // per dimension; empty for one that gets no column
    std::vector<VariableInfo> variables;
};

// Records need no column that counts them; every other dimension has one.
bool has_column(const DimensionInfo& dimension) { return !dimension.unlimited || dimension.has_values; }

Table make_table(const ResultsReader& file, std::vector<VariableInfo> variables)
{
    for (auto& variable : variables) variable = Cells(file, variable).variable(); // as it is shown
    Table table{"", {}, {}, std::move(variables)};
    for (const auto& path : table.variables.front().dimensions) {
        table.dimensions.push_back(file.dimension(path));
        table.labels.push_back(has_column(table.dimensions.back()) ? file.labels(path) : std::vector<std::string>{});
    }
    return table;
}

std::string name_for(const Table& table, const std::string& group, bool alone)
{
    const auto& dimensions = table.variables.front().dimensions;
    if (group == "/" && dimensions.empty()) return "constants";
    if (group == "/" && dimensions == std::vector<std::string>{"/month"}) return "indicators";
    if (group != "/" && alone) return group.substr(group.rfind('/') + 1);
    if (table.variables.size() == 1) return table.variables.front().name;
    std::string name = group == "/" ? "by" : group.substr(1);
    for (const auto& dimension : table.dimensions) name += "_" + dimension.name;
    return name;
}

std::vector<Table> tables_of(const ResultsReader& file, const std::string& group)
{
    std::vector<std::vector<std::string>> order;
    std::map<std::vector<std::string>, std::vector<VariableInfo>> by_dimensions;
    for (auto& variable : file.variables(group)) {
        auto& columns = by_dimensions[variable.dimensions];
        if (columns.empty()) order.push_back(variable.dimensions);
        columns.push_back(std::move(variable));
    }
    std::vector<Table> tables;
    for (const auto& dimensions : order) {
        tables.push_back(make_table(file, std::move(by_dimensions[dimensions])));
        tables.back().name = name_for(tables.back(), group, order.size() == 1);
    }
    return tables;
}

std::string header_of(const Table& table)
{
    std::vector<std::string> names;
    for (const auto& dimension : table.dimensions)
        if (has_column(dimension)) names.push_back(csv_text(dimension.name));
    for (const auto& variable : table.variables) names.push_back(csv_text(variable.name));
    return fmt::format("{}\n", fmt::join(names, ","));
}

// The labels of one row, which counts through all dimensions, the last one fastest.
std::string labels_of(const Table& table, std::size_t row)
{
    std::string line;
    for (std::size_t i = table.dimensions.size(); i-- > 0;) {
        const std::size_t length = table.dimensions[i].length;
        if (has_column(table.dimensions[i])) line.insert(0, csv_text(table.labels[i][row % length]) + ",");
        row /= length;
    }
    return line;
}

void write_rows(TextFile& out, const Table& table, const std::vector<Cells>& columns, std::size_t first,
                std::size_t steps, std::size_t rows_per_step)
{
    std::vector<std::vector<std::string>> cells;
    for (const auto& column : columns) cells.push_back(column.read(first, steps));
    std::string text;
    for (std::size_t row = 0; row < steps * rows_per_step; ++row) {
        text += labels_of(table, first * rows_per_step + row);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) text += ',';
            text += columns[i].is_text() ? csv_text(cells[i][row]) : csv_field(cells[i][row]);
        }
        text += '\n';
    }
    out.write(text);
}

std::string attribute_or_none(const ResultsReader& file, const std::string& path, const char* name)
{
    return file.has_attribute(path, name) ? file.text_attribute(path, name) : "";
}

// What the columns of all tables mean: the tables themselves have room for names alone.
std::string units_of(const ResultsReader& file, const std::vector<Table>& tables)
{
    std::string text = "table,name,unit,long_name,comment\n";
    const auto add = [&](const Table& table, const std::string& name, const std::string& unit,
                         const std::string& long_name, std::string comment) {
        for (auto at = comment.find('\n'); at != comment.npos; at = comment.find('\n')) comment.replace(at, 1, "; ");
        text += fmt::format("{},{},{},{},{}\n", csv_text(table.name), csv_text(name), csv_text(unit),
                            csv_text(long_name), csv_text(comment));
    };
    for (const auto& table : tables) {
        for (const auto& d : table.dimensions)
            if (has_column(d))
                add(table, d.name, attribute_or_none(file, d.path, "units"),
                    attribute_or_none(file, d.path, "long_name"), attribute_or_none(file, d.path, "comment"));
        for (const auto& v : table.variables) add(table, v.name, v.units, v.long_name, v.comment);
    }
    return text;
}

void write_table(TextFile& out, const ResultsReader& file, const Table& table)
{
    out.write(header_of(table));
    std::vector<Cells> columns;
    for (const auto& variable : table.variables) columns.emplace_back(file, variable);
    const auto& shape = table.variables.front().shape;
    std::size_t rows_per_step = 1;
    for (std::size_t i = 1; i < shape.size(); ++i) rows_per_step *= shape[i];
    const std::size_t steps = shape.empty() ? 1 : shape[0];
    const std::size_t at_once = std::max<std::size_t>(1, rows_at_once / std::max<std::size_t>(1, rows_per_step));
    for (std::size_t first = 0; first < steps; first += at_once)
        write_rows(out, table, columns, first, std::min(at_once, steps - first), rows_per_step);
}

void without_folders(std::string& name)
{
    if (!planted("names")) std::ranges::replace(name, '/', '_');
}

// All tables of the file. Their names become names of files, each once.
std::vector<Table> all_tables(const ResultsReader& file)
{
    std::vector<Table> tables;
    std::set<std::string> names{"units"};
    for (const auto& group : file.groups())
        for (auto& table : tables_of(file, group)) {
            without_folders(table.name);
            if (names.contains(table.name)) {
                table.name = group.substr(1) + "_" + table.name;
                without_folders(table.name);
            }
            while (!names.insert(table.name).second) table.name += "_";
            tables.push_back(std::move(table));
        }
    return tables;
}

} // namespace

std::vector<fs::path> export_csv(const fs::path& results, const fs::path& folder, const ExportOptions& options)
{
    const ResultsReader file(results);
    const auto tables = all_tables(file);
    const NewFolder made(folder);
    std::vector<fs::path> paths;
    for (const auto& table : tables) paths.push_back(folder / (table.name + ".csv"));
    paths.push_back(folder / "units.csv");
    for (const auto& path : paths) check_output_path(path, options.force);
    std::vector<std::unique_ptr<TextFile>> files; // all whole before the first gets its name
    for (const auto& path : paths) files.push_back(std::make_unique<TextFile>(path, options.force));
    for (std::size_t i = 0; i < tables.size(); ++i) write_table(*files[i], file, tables[i]);
    files.back()->write(units_of(file, tables));
    for (const auto& written : files) written->close();
    for (const auto& written : files) written->finish();
    return paths;
}

} // namespace rongtong
