#include "cli/export_start.hpp"

#include "analysis/new_folder.hpp"
#include "analysis/text_file.hpp"
#include "analysis/written_text.hpp"
#include "models/economy.hpp"
#include "models/own_data.hpp"
#include "models/start/given_firms.hpp"
#include "scenarios/start_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t bytes_at_once = std::size_t{1} << 20;

void write_when_long(TextFile& out, std::string& text)
{
    if (text.size() < bytes_at_once) return;
    out.write(text);
    text.clear();
}

// Firms that the scenario asked for. Founders of the month before sell nothing yet; another start has its own.
bool is_asked_for(const Economy& e, std::size_t row) { return e.firms.id[row] <= e.setup.firms; }

void write_firms(TextFile& out, const Economy& e)
{
    const auto& c = *e.setup.calibration;
    std::string text = "id,sector,region,workers,sales\n";
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (!is_asked_for(e, row)) continue;
        const Group& g = e.groups[e.firms.group[row]];
        fmt::format_to(std::back_inserter(text), "{},{},{},{},{}\n", e.firms.id[row], c.sectors[g.sector].code,
                       c.regions[g.region].code, e.firms.workers[row], a_year(e.firms.expected[row]));
        write_when_long(out, text);
    }
    out.write(text);
}

struct Purchase {
    std::uint32_t supplier;
    double goods; // a month
};

// Of a buyer, a supplier once. A link that found no supplier leads to the buyer itself.
std::vector<Purchase> purchases_of(const Economy& e, std::size_t row)
{
    std::vector<Purchase> purchases;
    for (auto edge : e.links.network.outgoing(row)) {
        const auto supplier = e.links.network.target[edge];
        if (supplier == row) continue;
        const auto before = std::find_if(purchases.begin(), purchases.end(),
                                         [&](const Purchase& p) { return p.supplier == supplier; });
        if (before == purchases.end()) purchases.push_back({supplier, e.links.flow[edge].ordered});
        else before->goods += e.links.flow[edge].ordered;
    }
    return purchases;
}

void write_links(TextFile& out, const Economy& e)
{
    std::string text = "buyer,supplier,value\n";
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (!is_asked_for(e, row)) continue;
        for (const auto& [supplier, goods] : purchases_of(e, row)) {
            if (12 * goods < least_value) continue;
            fmt::format_to(std::back_inserter(text), "{},{},{}\n", e.firms.id[row], e.firms.id[supplier],
                           a_year(goods));
            write_when_long(out, text);
        }
    }
    out.write(text);
}

// Which permanent id each given firm has.
fs::path write_ids(const fs::path& file, const Economy& e, bool force)
{
    TextFile out(file, force);
    std::string text = "id,firm\n";
    const auto rows = rows_of_given(e);
    for (std::size_t k = 0; k < rows.size(); ++k) {
        fmt::format_to(std::back_inserter(text), "{},{}\n", csv_text(e.setup.own->ids[k]), e.firms.id[rows[k]]);
        write_when_long(out, text);
    }
    out.write(text);
    out.finish();
    return file;
}

} // namespace

std::string a_year(double month)
{
    const auto fen = round_fen(1200 * month).fen;
    return fmt::format("{}.{:02}", fen / 100, fen % 100);
}

std::vector<fs::path> export_start_of(const Scenario& scenario, const fs::path& folder, const ExportOptions& options)
{
    const Economy economy = start_economy(scenario.setup);
    const NewFolder made(folder);
    TextFile firms(folder / "firms.csv", options.force), links(folder / "links.csv", options.force);
    write_firms(firms, economy);
    write_links(links, economy);
    firms.close(), links.close();
    std::vector<fs::path> written{folder / "firms.csv", folder / "links.csv"};
    if (economy.setup.own) written.push_back(write_ids(folder / "ids.csv", economy, options.force));
    firms.finish(), links.finish();
    return written;
}

} // namespace rongtong::cli
