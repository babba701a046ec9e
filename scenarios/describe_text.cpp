// The catalogue as plain text.
#include "scenarios/describe.hpp"

#include "scenarios/node.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rongtong {

namespace {

using json = nlohmann::ordered_json;
using Row = std::vector<std::string>;

std::string text_of(const json& v)
{
    if (v.is_string()) return v;
    if (v.is_number()) return plain(v);
    if (v.is_boolean()) return v ? "yes" : "no";
    if (v.is_array()) return fmt::format("{}", fmt::join(v.get<std::vector<std::string>>(), ", "));
    return v.dump();
}

// Columns on a terminal: a Chinese character is two wide (East Asian Width), its UTF-8 three bytes long.
std::size_t width(const std::string& s)
{
    std::size_t columns = 0;
    for (const unsigned char c : s)
        if ((c & 0xC0) != 0x80) columns += c >= 0xE3 ? 2 : 1;
    return columns;
}

std::string table(const std::vector<Row>& rows)
{
    std::vector<std::size_t> widths(rows.front().size(), 0);
    for (const auto& row : rows)
        for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], width(row[c]));
    std::string out;
    for (const auto& row : rows) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            out += row[c];
            if (c + 1 < row.size()) out.append(widths[c] - width(row[c]) + 2, ' ');
        }
        out += "\n";
    }
    return out;
}

std::string parameter_table(const json& list)
{
    std::vector<Row> rows{{"parameter", "default", "range", "unit", "meaning"}};
    for (const auto& p : list)
        rows.push_back({(p.contains("group") ? text_of(p["group"]) + "/" : "") + text_of(p["name"]),
                        text_of(p["default"]),
                        text_of(p["minimum"]) + " to " + text_of(p["maximum"]) + (p["whole"] ? ", whole" : ""),
                        text_of(p["unit"]), text_of(p["meaning"])});
    return table(rows);
}

std::string section_table(const std::string& section, const json& list)
{
    if (section == "parameters") return parameter_table(list);
    const bool indicator = section == "indicators";
    std::vector<Row> rows{indicator ? Row{"indicator", "unit", "given for", "meaning"}
                                    : Row{"name", "中文", "title", "acts on"}};
    for (const auto& e : list)
        rows.push_back(indicator ? Row{e["name"], e["unit"], e["given_for"], e["long_name"]}
                                 : Row{e["name"], e["title_zh"], e["title_en"], e["acts_on"]});
    return table(rows);
}

// Everything about one entry.
std::string sheet(const json& entry)
{
    std::vector<Row> rows;
    std::string tail;
    for (const auto& [key, v] : entry.items()) {
        if (v.is_string() && v.empty()) continue;
        if (key != "parameters") {
            rows.push_back({key, text_of(v)});
            continue;
        }
        if (!v.empty()) tail.append("\n").append(parameter_table(v)).append("\n");
        for (const auto& p : v) tail += fmt::format("source of {}: {}\n", text_of(p["name"]), text_of(p["source"]));
    }
    return table(rows) + tail;
}

} // namespace

std::string describe_text(const std::string& section, const std::string& name)
{
    std::string out;
    const json catalogue = describe(section, name);
    const bool whole = name.empty() && (section.empty() || catalogue.contains(section)); // tables, not single entries
    for (const auto& [title, list] : catalogue.items()) {
        if (!out.empty()) out += '\n';
        if (!catalogue.contains(section)) out.append(title).append("\n\n");
        if (whole || (title == "parameters" && list.size() > 1)) {
            out += section_table(title, list);
            continue;
        }
        for (const auto& entry : list) {
            if (&entry != &list.front()) out += '\n';
            out += sheet(entry);
        }
    }
    return out;
}

} // namespace rongtong
