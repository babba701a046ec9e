// io_table.json: the input-output table and its balance.
#include "scenarios/calibration.hpp"
#include "scenarios/calibration_parts.hpp"
#include "scenarios/near_miss.hpp"
#include "scenarios/stability.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace rongtong {

namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity(),
                 unknown = std::numeric_limits<double>::quiet_NaN();
constexpr const char* unit = "million yuan a year";

// A column of the table that is a plain list by sector.
struct Column {
    const char* name;
    double SectorFigures::* member;
    double low;
};

constexpr std::array<Column, 11> columns{{
    {"labour", &SectorFigures::labour, 0},
    {"net_tax", &SectorFigures::net_tax, -unbounded}, // negative: a subsidy
    {"depreciation", &SectorFigures::depreciation, 0},
    {"surplus", &SectorFigures::surplus, -unbounded},
    {"household", &SectorFigures::household, 0},
    {"government", &SectorFigures::government, 0},
    {"fixed_capital", &SectorFigures::fixed_capital, 0},
    {"inventories", &SectorFigures::inventories, -unbounded},
    {"exports", &SectorFigures::exports, 0},
    {"imports", &SectorFigures::imports, 0},
    {"gross_output", &SectorFigures::gross_output, std::numeric_limits<double>::min()},
}};

// Is this a list with one entry for each sector?
bool fits(const Node& node, const Calibration& c, const char* what)
{
    if (!node || !node.is_array()) return false;
    if (node.json().size() == c.sectors.size()) return true;
    node.fail(fmt::format("there are {} {}", node.json().size(), what),
              fmt::format("{}, one a sector", c.sectors.size()), "the table must be square");
    return false;
}

void read_order(const Node& node, const Calibration& c)
{
    if (!fits(node, c, "sectors")) return;
    std::vector<std::string> codes;
    for (const auto& s : c.sectors) codes.push_back(s.code);
    const auto items = node.items();
    for (std::size_t s = 0; s < items.size(); ++s) {
        const auto code = items[s].choice(codes, "sector");
        if (code && *code != codes[s])
            items[s].fail(fmt::format("the sector \"{}\" is out of order", *code), fmt::format("\"{}\"", codes[s]),
                          "the same order as in sectors.json");
    }
}

void read_flows(const Node& node, Calibration& c)
{
    for (auto& s : c.sectors) s.inputs.assign(c.sectors.size(), unknown);
    if (!fits(node, c, "rows")) return;
    const auto rows = node.items();
    for (std::size_t from = 0; from < rows.size(); ++from) {
        if (!fits(rows[from], c, "columns")) continue;
        const auto cells = rows[from].items();
        for (std::size_t to = 0; to < cells.size(); ++to)
            c.sectors[to].inputs[from] = cells[to].number(0, unbounded, unit).value_or(unknown);
    }
}

void balance(const Node& place, const SectorFigures& s, double sum, const char* what)
{
    if (!(std::fabs(sum - s.gross_output) > balance_tolerance * s.gross_output)) return;
    place.fail(fmt::format("the {} of sector {} does not balance: it sums to {}", what, s.code, plain(sum)),
               fmt::format("{} within {}, its gross output", plain(s.gross_output), balance_tolerance),
               "row: flows + final uses - imports; column: flows + value added");
}

} // namespace

void read_table(const Node& root, Calibration& c)
{
    if (c.sectors.empty()) return; // said where sectors are read
    read_order(root.need("sectors"), c);
    read_flows(root.need("flows"), c);
    for (const Column& column : columns) {
        for (auto& s : c.sectors) s.*column.member = unknown;
        const Node node = root.need(column.name);
        if (!fits(node, c, "figures")) continue;
        const auto items = node.items();
        for (std::size_t s = 0; s < items.size(); ++s)
            c.sectors[s].*column.member = items[s].number(column.low, unbounded, unit).value_or(unknown);
    }
}

void name_sectors(const Node& root, Calibration& c)
{
    for (const Node& item : root["sectors"].items())
        if (item.json().is_string() && c.sectors.size() < most_sectors) {
            SectorFigures& s = c.sectors.emplace_back();
            s.code = item.json();
            s.enterprises = unknown;
        }
}

void check_table(const Node& root, const Calibration& c)
{
    const auto outputs = root["gross_output"].items(), exports = root["exports"].items();
    for (std::size_t s = 0; s < std::min({c.sectors.size(), outputs.size(), exports.size()}); ++s) {
        const SectorFigures& f = c.sectors[s];
        double row = f.household + f.government + f.fixed_capital + f.inventories + f.exports - f.imports;
        double column = f.labour + f.net_tax + f.depreciation + f.surplus;
        for (std::size_t o = 0; o < c.sectors.size(); ++o) {
            row += c.sectors[o].inputs[s];
            column += f.inputs[o];
        }
        balance(outputs[s], f, row, "row");
        balance(outputs[s], f, column, "column");
        if (f.gross_output + f.imports - f.exports <= 0)
            exports[s].fail(fmt::format("sector {} exports more than it has", f.code),
                            "less than gross output + imports");
    }
    const bool complete = std::ranges::all_of(c.sectors, [](const SectorFigures& s) {
        return std::ranges::none_of(s.inputs, [](double x) { return std::isnan(x); }) &&
               std::isfinite(s.gross_output + s.imports + s.exports);
    });
    if (!complete || c.sectors.empty()) return;
    if (const double rho = domestic_spectral_radius(c); !(rho < 1))
        root["flows"].fail(fmt::format("the domestic coefficients have spectral radius {:.4f}", rho), "below 1",
                           "the economy uses up more than it makes");
}

} // namespace rongtong
