// io_table.json: the input-output table and its balance.
#include "scenarios/calibration.hpp"
#include "scenarios/calibration_parts.hpp"
#include "scenarios/calibration_unit.hpp"
#include "scenarios/near_miss.hpp"
#include "scenarios/stability.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace rongtong {

namespace {

constexpr double no_bound = std::numeric_limits<double>::infinity(),
                 no_figure = std::numeric_limits<double>::quiet_NaN();
constexpr const char* unit = "in the table's unit";

// A column of the table that is a plain list by sector.
struct TableColumn {
    const char* name;
    double SectorFigures::* member;
    double low;
};

constexpr std::array<TableColumn, 11> columns{{
    {"labour", &SectorFigures::labour, 0},
    {"net_tax", &SectorFigures::net_tax, -no_bound}, // negative: a subsidy
    {"depreciation", &SectorFigures::depreciation, 0},
    {"surplus", &SectorFigures::surplus, -no_bound},
    {"household", &SectorFigures::household, 0},
    {"government", &SectorFigures::government, 0},
    {"fixed_capital", &SectorFigures::fixed_capital, 0},
    {"inventories", &SectorFigures::inventories, -no_bound},
    {"exports", &SectorFigures::exports, 0},
    {"imports", &SectorFigures::imports, 0},
    {"gross_output", &SectorFigures::gross_output, 0},
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
    for (auto& s : c.sectors) s.inputs.assign(c.sectors.size(), no_figure);
    if (!fits(node, c, "rows")) return;
    const auto rows = node.items();
    for (std::size_t from = 0; from < rows.size(); ++from) {
        if (!fits(rows[from], c, "columns")) continue;
        const auto cells = rows[from].items();
        for (std::size_t to = 0; to < cells.size(); ++to)
            c.sectors[to].inputs[from] = cells[to].number(0, no_bound, unit).value_or(no_figure);
    }
}

// Imports that are exported again, where the table knows them: neither bought nor made here.
void take_out_reexports(const Node& node, Calibration& c)
{
    if (!node || !fits(node, c, "figures")) return;
    const auto items = node.items();
    for (std::size_t s = 0; s < items.size(); ++s) {
        SectorFigures& f = c.sectors[s];
        const double through = items[s].number(0, no_bound, unit).value_or(0);
        if (through > std::min(f.exports, f.imports))
            items[s].fail(fmt::format("sector {} exports more of its imports than it has", f.code),
                          fmt::format("at most {}, its exports or imports", plain(std::min(f.exports, f.imports))));
        f.exports -= through;
        f.imports -= through;
    }
}

// Of a row also in relation to imports: a sector that makes little or nothing has them only. Silent where a figure is unknown.
void balance(const Node& place, const SectorFigures& s, double sum, double volume, const char* what)
{
    if (!(std::fabs(sum - s.gross_output) > balance_tolerance * volume)) return;
    place.fail(fmt::format("the {} of sector {} does not balance: it sums to {}", what, s.code, plain(sum)),
               fmt::format("{} within {}, its gross output", plain(s.gross_output), balance_tolerance),
               "row: flows + final uses - imports; column: flows + value added");
}

} // namespace

void read_table(const Node& root, Calibration& c)
{
    if (c.sectors.empty()) return; // said where sectors are read
    const TableUnit table_unit = read_unit(root["unit"]);
    read_order(root.need("sectors"), c);
    read_flows(root.need("flows"), c);
    for (const TableColumn& column : columns) {
        for (auto& s : c.sectors) s.*column.member = no_figure;
        const Node node = root.need(column.name);
        if (!fits(node, c, "figures")) continue;
        const auto items = node.items();
        for (std::size_t s = 0; s < items.size(); ++s)
            c.sectors[s].*column.member = items[s].number(column.low, no_bound, unit).value_or(no_figure);
    }
    take_out_reexports(root["reexports"], c);
    for (auto& s : c.sectors) {
        for (const TableColumn& column : columns) s.*column.member = table_unit.in_millions(s.*column.member);
        for (auto& cell : s.inputs) cell = table_unit.in_millions(cell);
    }
}

void name_sectors(const Node& root, Calibration& c)
{
    for (const Node& item : root["sectors"].items())
        if (item.json().is_string() && c.sectors.size() < most_sectors) {
            SectorFigures& s = c.sectors.emplace_back();
            s.code = item.json();
            s.enterprises = s.employees = s.self_employed = no_figure;
        }
}

namespace {

// What is sold of a sector's product, without inventories and imports.
double sold(const Calibration& c, std::size_t s)
{
    const SectorFigures& f = c.sectors[s];
    double sum = f.household + f.government + f.fixed_capital + f.exports;
    for (const auto& buyer : c.sectors) sum += buyer.inputs[s];
    return sum;
}

void check_balance(const Node& output, const Calibration& c, std::size_t s)
{
    const SectorFigures& f = c.sectors[s];
    double column = f.labour + f.net_tax + f.depreciation + f.surplus;
    for (double input : f.inputs) column += input;
    balance(output, f, sold(c, s) + f.inventories - f.imports, f.gross_output > 0 ? f.gross_output : f.imports, "row");
    balance(output, f, column, f.gross_output, "column");
}

void check_trade(const Node& output, const Node& exports, const Calibration& c, std::size_t s)
{
    const SectorFigures& f = c.sectors[s];
    if (f.exports - f.gross_output - f.imports > balance_tolerance * (f.gross_output + f.imports))
        exports.fail(fmt::format("sector {} exports more than it has", f.code), "at most gross output + imports");
    if (f.gross_output > 0 && sold(c, s) <= 0)
        output.fail(fmt::format("nobody buys from sector {}: all that it makes goes into inventories", f.code),
                    "a use beside inventories", "merge it with the sector that sells its product");
}

bool is_zero(const Calibration& c, double SectorFigures::* member)
{
    return std::ranges::all_of(c.sectors, [&](const auto& s) { return s.*member == 0; });
}

bool is_known(const SectorFigures& s)
{
    return std::ranges::none_of(s.inputs, [](double x) { return std::isnan(x); }) &&
           std::isfinite(s.gross_output + s.imports + s.exports);
}

} // namespace

void check_table(const Node& root, const Calibration& c)
{
    if (c.sectors.empty()) return;
    const auto outputs = root["gross_output"].items(), exports = root["exports"].items();
    for (std::size_t s = 0; s < std::min({c.sectors.size(), outputs.size(), exports.size()}); ++s) {
        check_balance(outputs[s], c, s);
        check_trade(outputs[s], exports[s], c, s);
    }
    if (is_zero(c, &SectorFigures::fixed_capital))
        root["fixed_capital"].fail("nobody invests: no sector sells capital goods", "a number above 0 somewhere",
                                   "firms' capital wears out and would not be replaced");
    if (!std::ranges::all_of(c.sectors, is_known)) return;
    if (const double rho = domestic_spectral_radius(c); !(rho < largest_radius))
        root["flows"].fail(fmt::format("the domestic coefficients have spectral radius {:.4f}", rho),
                           fmt::format("below {}", largest_radius), "the economy uses up more than it makes");
}

} // namespace rongtong
