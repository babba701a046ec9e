#include "cli/export_start.hpp"

#include "analysis/cells.hpp"
#include "analysis/firm_columns.hpp"
#include "analysis/new_folder.hpp"
#include "analysis/text_file.hpp"
#include "output/results_reader.hpp"
#include "scenarios/start_tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;

void check_records(const ResultsReader& file)
{
    std::vector<std::string> missing;
    for (const char* path :
         {"/panel/firm", "/panel/sector", "/panel/region", "/panel/workers", "/panel/revenue", "/network/buyer"})
        if (!file.has(path)) missing.emplace_back(path);
    if (!missing.empty())
        throw OutputError(
            fmt::format("{}: has no {}; ask in the scenario's output for a panel of all firms with sector, region, "
                        "workers and revenue, and for the network, and run again",
                        file.path().string(), fmt::join(missing, ", ")));
}

struct Snapshot {
    MonthRows firms, links;
};

// Of the wanted month, or of the last one that both have.
Snapshot snapshot(const ResultsReader& file, const std::optional<int>& wanted)
{
    const auto of_firms = file.integers("/panel/month"), of_links = file.integers("/network/month");
    for (auto month = of_links.rbegin(); month != of_links.rend(); ++month) {
        if (wanted && *month != *wanted) continue;
        const auto firms = rows_of_month(of_firms, *month), links = rows_of_month(of_links, *month);
        if (firms && links) return {*firms, *links};
        while (std::next(month) != of_links.rend() && *std::next(month) == *month) ++month; // the rest of this month
    }
    throw OutputError(fmt::format("{}: panel and network have no month in common{}", file.path().string(),
                                  wanted ? fmt::format(" that is {}", *wanted) : std::string()));
}

// Ids of firms that are written, ascending. Sales that a start would refuse are left empty.
std::vector<std::uint64_t> write_firms(TextFile& out, const ResultsReader& file, const MonthRows& rows)
{
    const auto ids = file.unsigned_integers("/panel/firm", rows.first, rows.count);
    const auto sectors = Cells(file, file.variable("/panel/sector")).read(rows.first, rows.count);
    const auto regions = Cells(file, file.variable("/panel/region")).read(rows.first, rows.count);
    const auto workers = file.doubles("/panel/workers", rows.first, rows.count);
    const auto revenue = file.doubles("/panel/revenue", rows.first, rows.count);
    std::vector<std::uint64_t> written;
    std::string text = "id,sector,region,workers,sales\n";
    for (std::size_t k = 0; k < ids.size(); ++k) {
        if (!(workers[k] >= 1 && workers[k] <= most_workers)) continue; // it is leaving
        const bool sells = 12 * revenue[k] >= least_sales && 12 * revenue[k] <= most_money;
        fmt::format_to(std::back_inserter(text), "{},{},{},{:.0f},{}\n", ids[k], sectors[k], regions[k], workers[k],
                       sells ? a_year(revenue[k]) : std::string());
        written.push_back(ids[k]);
    }
    out.write(text);
    std::sort(written.begin(), written.end());
    return written;
}

void write_links(TextFile& out, const ResultsReader& file, const MonthRows& rows,
                 const std::vector<std::uint64_t>& firms)
{
    const auto buyers = file.unsigned_integers("/network/buyer", rows.first, rows.count);
    const auto suppliers = file.unsigned_integers("/network/supplier", rows.first, rows.count);
    const auto values = file.doubles("/network/value", rows.first, rows.count);
    const auto known = [&](std::uint64_t id) { return std::binary_search(firms.begin(), firms.end(), id); };
    std::vector<std::size_t> order;
    for (std::size_t k = 0; k < buyers.size(); ++k)
        if (buyers[k] != suppliers[k] && known(buyers[k]) && known(suppliers[k])) order.push_back(k);
    const auto same = [&](std::size_t a, std::size_t b) {
        return buyers[a] == buyers[b] && suppliers[a] == suppliers[b];
    };
    std::string text = "buyer,supplier,value\n";
    // Two links of one pair lie side by side.
    for (std::size_t k = 0; k < order.size();) {
        double value = 0;
        const std::size_t first = order[k];
        for (; k < order.size() && same(order[k], first); ++k) value += values[order[k]];
        if (12 * value < least_value || 12 * value > most_money) continue;
        fmt::format_to(std::back_inserter(text), "{},{},{}\n", buyers[first], suppliers[first], a_year(value));
    }
    out.write(text);
}

} // namespace

std::vector<fs::path> export_month_as_start(const fs::path& results, const fs::path& folder,
                                            const ExportOptions& options)
{
    const ResultsReader file(results);
    check_records(file);
    const Snapshot rows = snapshot(file, options.month);
    const NewFolder made(folder);
    TextFile firms(folder / "firms.csv", options.force), links(folder / "links.csv", options.force);
    const auto ids = write_firms(firms, file, rows.firms);
    write_links(links, file, rows.links, ids);
    firms.close(), links.close();
    firms.finish(), links.finish();
    return {folder / "firms.csv", folder / "links.csv"};
}

} // namespace rongtong::cli
