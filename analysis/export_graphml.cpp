// GraphML: Brandes and others (2002), "GraphML progress report", DOI 10.1007/3-540-45848-4_59.
#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/cells.hpp"
#include "analysis/export.hpp"
#include "analysis/firm_columns.hpp"
#include "analysis/runs.hpp"
#include "analysis/text_file.hpp"
#include "analysis/written_text.hpp"

namespace rongtong {

namespace fs = std::filesystem;

namespace {

// Of the wanted month, or else of the last one.
MonthRows snapshot(const ResultsReader& file, const std::optional<int>& wanted)
{
    const auto months = file.integers("/network/month");
    if (months.empty()) throw OutputError(file.path().string() + ": /network holds no edge");
    const std::int64_t month = wanted ? *wanted : months.back();
    if (const auto rows = rows_of_month(months, month)) return *rows;
    const std::set<std::int64_t> there(months.begin(), months.end());
    throw OutputError(fmt::format("{}: /network has no snapshot of month {}; there {} of {} {}", file.path().string(),
                                  month, there.size() == 1 ? "is one" : "are those",
                                  there.size() == 1 ? "month" : "months", fmt::join(there, ", ")));
}

std::vector<std::uint64_t> ids_of(const ResultsReader& file, const std::string& path, const MonthRows& rows)
{
    return file.unsigned_integers(path, rows.first, rows.count);
}

ColumnType type_of(const Cells& cells)
{
    if (cells.is_text()) return ColumnType::text;
    return cells.is_integer() ? ColumnType::integer : ColumnType::real;
}

// Nodes and edges may have data of one name, ids of keys must differ: those of nodes begin with "node_".
std::string key_of(const char* element, const std::string& name, ColumnType type, const std::string& unit,
                   const std::string& long_name)
{
    static constexpr const char* types[] = {"string", "long", "double"};
    const std::string text = unit.empty() || unit == "1" ? long_name : fmt::format("{} [{}]", long_name, unit);
    return fmt::format("  <key id=\"{}{}\" for=\"{}\" attr.name=\"{}\" attr.type=\"{}\"><desc>{}</desc></key>\n",
                       element == std::string("node") ? "node_" : "", xml_text(name), element, xml_text(name),
                       types[static_cast<std::size_t>(type)], xml_text(text));
}

std::string head_of(const ResultsReader& file, const std::vector<Cells>& data, const std::vector<FirmColumn>& columns,
                    int month)
{
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
                       "  <key id=\"scenario\" for=\"graph\" attr.name=\"scenario\" attr.type=\"string\"/>\n"
                       "  <key id=\"month\" for=\"graph\" attr.name=\"month\" attr.type=\"int\"/>\n";
    for (const auto& column : columns) text += key_of("node", column.name, column.type, column.unit, column.long_name);
    for (const auto& cells : data) {
        const auto& variable = cells.variable();
        text += key_of("edge", variable.name, type_of(cells), variable.units, variable.long_name);
    }
    return text +
           fmt::format("  <graph edgedefault=\"directed\">\n    <desc>an edge leads from supplier to buyer; a node "
                       "is f and the firm's permanent id</desc>\n    <data key=\"scenario\">{}</data>\n    <data "
                       "key=\"month\">{}</data>\n",
                       xml_text(scenario_name(file)), month);
}

// All firms with a link, ascending.
std::vector<std::uint64_t> firms_of(std::vector<std::uint64_t> ids, const std::vector<std::uint64_t>& more)
{
    ids.insert(ids.end(), more.begin(), more.end());
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

void write_nodes(TextFile& out, const std::vector<std::uint64_t>& firms, const std::vector<FirmColumn>& columns)
{
    std::string text;
    for (std::size_t i = 0; i < firms.size(); ++i) {
        std::string data;
        for (const auto& column : columns)
            if (!column.values[i].empty())
                data += fmt::format("<data key=\"node_{}\">{}</data>", xml_text(column.name),
                                    xml_text(column.values[i]));
        text += data.empty() ? fmt::format("    <node id=\"f{}\"/>\n", firms[i])
                             : fmt::format("    <node id=\"f{}\">{}</node>\n", firms[i], data);
    }
    out.write(text);
}

std::vector<Cells> edge_data(const ResultsReader& file)
{
    std::vector<Cells> data;
    const auto edges = file.variable("/network/buyer").dimensions;
    for (const auto& variable : file.variables("/network"))
        if (variable.dimensions == edges && variable.name != "buyer" && variable.name != "supplier" &&
            variable.name != "month")
            data.emplace_back(file, variable);
    return data;
}

void write_edges(TextFile& out, const std::vector<std::uint64_t>& buyers, const std::vector<std::uint64_t>& suppliers,
                 const std::vector<Cells>& data, const MonthRows& rows)
{
    std::vector<std::vector<std::string>> values;
    for (const auto& cells : data) values.push_back(cells.read(rows.first, rows.count));
    std::string text;
    for (std::size_t i = 0; i < rows.count; ++i) {
        text += fmt::format("    <edge source=\"f{}\" target=\"f{}\">", suppliers[i], buyers[i]);
        for (std::size_t k = 0; k < data.size(); ++k)
            if (!values[k][i].empty())
                text += fmt::format("<data key=\"{}\">{}</data>", xml_text(data[k].variable().name),
                                    xml_text(values[k][i]));
        text += "</edge>\n";
    }
    out.write(text);
}

} // namespace

void export_graphml(const fs::path& results, const fs::path& path, const ExportOptions& options)
{
    const ResultsReader file(results);
    if (!file.has("/network/buyer"))
        throw OutputError(results.string() +
                          ": holds no supply network; ask for /network in the scenario's output and run again");
    const MonthRows rows = snapshot(file, options.month);
    const auto buyers = ids_of(file, "/network/buyer", rows);
    const auto suppliers = ids_of(file, "/network/supplier", rows);
    const auto data = edge_data(file);
    TextFile out(path, options.force);
    const auto firms = firms_of(buyers, suppliers);
    const auto columns = firm_columns(file, firms, rows.month);
    out.write(head_of(file, data, columns, rows.month));
    write_nodes(out, firms, columns);
    write_edges(out, buyers, suppliers, data, rows);
    out.write("  </graph>\n</graphml>\n");
    out.finish();
}

} // namespace rongtong
