// Whether production varies more than sales, sector by sector.
//
//   ratio: variance of monthly changes of ln output over that of ln sales at starting prices (revenue over price level), industrial sectors
//   (borrowers.cpp says which), after the first year; figure: share of sectors whose ratio is above 1
// Cachon, Randall & Schmidt 2007 measure production against sales by industry, as orders placed are not known there either.
// Test: tests/analysis/validate/production.cpp.
#include "analysis/validate/production.hpp"
#include "analysis/validate/creditors.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace rongtong::validation {

namespace {

namespace production_family {

constexpr std::size_t settled = 12, least_months = 36;

// Month by month of one sector of values that are row-major over month and sector.
std::vector<double> of_sector(const std::vector<double>& values, std::size_t sector, std::size_t sectors)
{
    std::vector<double> own;
    for (std::size_t i = sector + settled * sectors; i < values.size(); i += sectors) own.push_back(values[i]);
    return own;
}

std::optional<RecordFigure> varies_more(const Records& records)
{
    if (!records.file()) return std::nullopt;
    const auto& file = *records.file();
    const auto [first, end] = industrial(file);
    for (const char* name : {"output", "revenue", "price_level"})
        if (!file.has(std::string("/by_sector/") + name)) return std::nullopt;
    const std::size_t sectors = file.dimension("/sector").length;
    const auto output = file.doubles("/by_sector/output"), revenue = file.doubles("/by_sector/revenue");
    const auto price = file.doubles("/by_sector/price_level");
    if (first == end || output.size() < least_months * sectors) return std::nullopt;
    std::vector<double> ratios;
    for (std::size_t s = first; s < end; ++s) {
        auto sales = of_sector(revenue, s, sectors);
        const auto prices = of_sector(price, s, sectors);
        for (std::size_t m = 0; m < sales.size(); ++m) sales[m] /= prices[m];
        const double ratio = amplification(of_sector(output, s, sectors), sales);
        if (std::isfinite(ratio)) ratios.push_back(ratio);
    }
    if (ratios.empty()) return std::nullopt;
    const auto above = std::ranges::count_if(ratios, [](double r) { return r > 1; });
    return RecordFigure{
        100 * static_cast<double>(above) / static_cast<double>(ratios.size()),
        fmt::format("median ratio {:.2f} of {} sectors in the first run", quantile(ratios, 0.5), ratios.size())};
}

const Regularity more{"production.varies_more",
                      "industrial sectors whose production varies more than their sales",
                      "%",
                      "variance of monthly log changes of output over that of real sales, share of sectors above 1",
                      "Cachon, Randall & Schmidt 2007",
                      {},
                      "",
                      "the group sector with output, revenue and price_level, 36 months and more (output.groups)"};

const RecordList& list()
{
    static const RecordList all{{more, varies_more}};
    return all;
}

std::vector<Finding> measure(const Material& material) { return measure_records(material, list()); }

} // namespace production_family

} // namespace

double amplification(const std::vector<double>& production, const std::vector<double>& sales)
{
    std::vector<double> made, sold;
    for (std::size_t m = 1; m < production.size(); ++m) {
        made.push_back(std::log(production[m] / production[m - 1]));
        sold.push_back(std::log(sales[m] / sales[m - 1]));
    }
    return variance(made) / variance(sold);
}

extern const Family family_production{"Production and sales", regularities_of(production_family::list()),
                                      production_family::measure, &production_family::list()};

} // namespace rongtong::validation
