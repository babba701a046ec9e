// The catalogue as plain text.
#include "scenarios/describe.hpp"

#include "scenarios/node.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace rongtong {

namespace {

using nlohmann::ordered_json;
using Row = std::vector<std::string>;

std::string text_of(const ordered_json& v)
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

std::string parameter_table(const ordered_json& list)
{
    std::vector<Row> rows{{"parameter", "default", "range", "unit", "meaning"}};
    for (const auto& p : list)
        rows.push_back({(p.contains("group") ? text_of(p["group"]) + "/" : "") + text_of(p["name"]),
                        text_of(p["default"]),
                        text_of(p["minimum"]) + " to " + text_of(p["maximum"]) + (p["whole"] ? ", whole" : ""),
                        text_of(p["unit"]), text_of(p["meaning"])});
    return table(rows);
}

// Titles of the columns and the entries' keys in them.
struct Columns {
    Row titles, keys;
};

const Columns& columns_of(const std::string& section)
{
    static const std::map<std::string, Columns> of{
        {"indicators", {{"indicator", "unit", "given for", "meaning"}, {"name", "unit", "given_for", "long_name"}}},
        {"targets", {{"part", "meaning", "names"}, {"name", "meaning", "values"}}},
        {"output", {{"key", "meaning"}, {"name", "meaning"}}},
        {"sectors",
         {{"code", "firms", "official", "中文", "name"}, {"name", "firms", "official_codes", "name_zh", "name_en"}}},
        {"regions",
         {{"code", "firms", "official", "中文", "name"}, {"name", "firms", "official_codes", "name_zh", "name_en"}}},
        {"sizes", {{"code", "firms", "中文"}, {"name", "firms", "name_zh"}}}};
    static const Columns instruments{{"name", "中文", "title", "acts on"}, {"name", "title_zh", "title_en", "acts_on"}};
    const auto it = of.find(section);
    return it == of.end() ? instruments : it->second;
}

std::string section_table(const std::string& section, const ordered_json& list)
{
    if (section == "parameters") return parameter_table(list);
    const Columns& columns = columns_of(section);
    std::vector<Row> rows{columns.titles};
    for (const auto& e : list) {
        Row row;
        for (const auto& key : columns.keys) row.push_back(text_of(e[key]));
        rows.push_back(std::move(row));
    }
    if (list.empty() || !list[0].contains("of_firms")) return table(rows);
    return table(rows) + fmt::format("\nFirms of an economy of {}; --firms gives another size.\n",
                                     list[0]["of_firms"].get<std::uint64_t>());
}

// Everything about one entry.
std::string sheet(const ordered_json& entry)
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

// Single entries where `tables` says no and the section has a few.
std::string text_of_catalogue(const ordered_json& catalogue, const std::string& section, bool tables)
{
    std::string out;
    for (const auto& [title, list] : catalogue.items()) {
        if (!out.empty()) out += '\n';
        if (!catalogue.contains(section)) out.append(title).append("\n\n");
        if (tables || (title == "parameters" && list.size() > 1)) {
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

} // namespace

std::string describe_text(const std::string& section, const std::string& name, const PlaceFigures* figures)
{
    const ordered_json catalogue = describe(section, name, figures);
    return text_of_catalogue(catalogue, section, name.empty() && (section.empty() || catalogue.contains(section)));
}

std::string found_text(const std::string& section, const std::string& words, const PlaceFigures* figures)
{
    return text_of_catalogue(find_described(section, words, figures), section, true);
}

} // namespace rongtong
