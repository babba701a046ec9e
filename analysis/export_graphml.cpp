// GraphML: Brandes and others (2002), "GraphML progress report", DOI 10.1007/3-540-45848-4_59.
#include <algorithm>

#include <fmt/format.h>

#include "analysis/cells.hpp"
#include "analysis/export.hpp"
#include "analysis/runs.hpp"
#include "analysis/text_file.hpp"

namespace rongtong {

namespace fs = std::filesystem;

namespace {

std::string escaped(const std::string& text)
{
    std::string result;
    for (const char c : text) {
        if (c == '&') result += "&amp;";
        else if (c == '<') result += "&lt;";
        else if (c == '>') result += "&gt;";
        else if (c == '"') result += "&quot;";
        else result += c;
    }
    return result;
}

struct Rows {
    int month = 0;
    std::size_t first = 0, count = 0;
};

// Snapshots lie one after the other, in the order of months.
Rows rows_of_month(const ResultsReader& file, const std::optional<int>& wanted)
{
    const auto months = file.integers("/network/month");
    if (months.empty()) throw OutputError(file.path().string() + ": /network holds no edge");
    const std::int64_t month = wanted ? *wanted : months.back();
    const auto begin = std::find(months.begin(), months.end(), month);
    if (begin == months.end())
        throw OutputError(fmt::format("{}: /network has no snapshot of month {}; the last one is of month {}",
                                      file.path().string(), month, months.back()));
    const auto end = std::find_if(begin, months.end(), [&](auto other) { return other != month; });
    return {static_cast<int>(month), static_cast<std::size_t>(begin - months.begin()),
            static_cast<std::size_t>(end - begin)};
}

std::vector<std::uint64_t> ids_of(const ResultsReader& file, const std::string& path, const Rows& rows)
{
    return file.unsigned_integers(path, rows.first, rows.count);
}

const char* graphml_type(const Cells& cells)
{
    if (cells.is_text()) return "string";
    return cells.is_integer() ? "long" : "double";
}

std::string head_of(const ResultsReader& file, const std::vector<Cells>& data, int month)
{
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
                       "  <key id=\"scenario\" for=\"graph\" attr.name=\"scenario\" attr.type=\"string\"/>\n"
                       "  <key id=\"month\" for=\"graph\" attr.name=\"month\" attr.type=\"int\"/>\n";
    for (const auto& cells : data) {
        const auto name = escaped(cells.variable().name);
        text += fmt::format("  <key id=\"{0}\" for=\"edge\" attr.name=\"{0}\" attr.type=\"{1}\"/>\n", name,
                            graphml_type(cells));
    }
    return text + fmt::format("  <graph edgedefault=\"directed\">\n    <data key=\"scenario\">{}</data>\n    <data "
                              "key=\"month\">{}</data>\n",
                              escaped(scenario_name(file)), month);
}

void write_nodes(TextFile& out, std::vector<std::uint64_t> ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    std::string text;
    for (const auto id : ids) text += fmt::format("    <node id=\"f{}\"/>\n", id);
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
                 const std::vector<Cells>& data, const Rows& rows)
{
    std::vector<std::vector<std::string>> values;
    for (const auto& cells : data) values.push_back(cells.read(rows.first, rows.count));
    std::string text;
    for (std::size_t i = 0; i < rows.count; ++i) {
        text += fmt::format("    <edge source=\"f{}\" target=\"f{}\">", suppliers[i], buyers[i]);
        for (std::size_t k = 0; k < data.size(); ++k)
            if (!values[k][i].empty())
                text += fmt::format("<data key=\"{}\">{}</data>", escaped(data[k].variable().name),
                                    escaped(values[k][i]));
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
    const Rows rows = rows_of_month(file, options.month);
    const auto buyers = ids_of(file, "/network/buyer", rows);
    const auto suppliers = ids_of(file, "/network/supplier", rows);
    const auto data = edge_data(file);
    TextFile out(path, options.force);
    out.write(head_of(file, data, rows.month));
    auto nodes = buyers;
    nodes.insert(nodes.end(), suppliers.begin(), suppliers.end());
    write_nodes(out, std::move(nodes));
    write_edges(out, buyers, suppliers, data, rows);
    out.write("  </graph>\n</graphml>\n");
    out.finish();
}

} // namespace rongtong
