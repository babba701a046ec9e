// The supply network out of a run's results file.
#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/resilience/supply_network.hpp"
#include "output/results_reader.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

void need(const ResultsReader& file)
{
    if (!file.has("/network") || !file.has("/network/buyer"))
        throw OutputError(file.path().string() + ": has no supply network; run the scenario with --set "
                                                 "'/output={\"network\":{\"every_months\":12}}'");
    if (!file.has("/network/supplier_sector") || !file.has_attribute("/network", "critical_input"))
        throw OutputError(file.path().string() + ": its network says nothing of sectors and critical inputs, as an "
                                                 "older program wrote it; run the scenario again");
}

int month_of(const ResultsReader& file, const std::vector<std::int64_t>& months, std::optional<int> asked)
{
    std::vector<int> there;
    for (const auto m : months)
        if (there.empty() || there.back() != m) there.push_back(static_cast<int>(m));
    if (there.empty()) throw OutputError(file.path().string() + ": its network holds no month");
    if (!asked) return there.back();
    if (std::find(there.begin(), there.end(), *asked) == there.end())
        throw OutputError(fmt::format("{}: has no network of month {}; it has {}", file.path().string(), *asked,
                                      fmt::join(there, ", ")));
    return *asked;
}

nlohmann::json object_of(const ResultsReader& file, const char* attribute)
{
    auto object = nlohmann::json::parse(file.text_attribute("/network", attribute), nullptr, false);
    if (!object.is_object())
        throw OutputError(fmt::format("{}: /network: {} is damaged", file.path().string(), attribute));
    return object;
}

// A number between 0 and 1 under this key; otherwise what holds without it.
double criticality(const nlohmann::json& of_inputs, const std::string& input, double otherwise)
{
    if (!of_inputs.is_object()) return otherwise;
    const auto value = of_inputs.find(input);
    return value != of_inputs.end() && value->is_number() ? value->get<double>() : otherwise;
}

// Which inputs are essential to whom: the criticality of each pair of sectors, as the run's calibration has it.
void set_essential(const ResultsReader& file, double threshold, SupplyNetwork& network)
{
    const auto critical = object_of(file, "critical_input");
    nlohmann::json pairs;
    if (file.has_attribute("/network", "critical_pairs")) pairs = object_of(file, "critical_pairs");
    else
        network.notes.emplace_back("an older program wrote the network: an input counts as equally critical for buyers "
                                   "of all sectors");
    network.essential_from = threshold;
    network.sectors = file.labels("/sector");
    const std::size_t n = network.sectors.size();
    network.essential.assign(n * n, false);
    for (std::size_t buyer = 0; buyer < n; ++buyer) {
        const auto inputs = pairs.is_object() && pairs.contains(network.sectors[buyer]) ? pairs[network.sectors[buyer]]
                                                                                        : nlohmann::json();
        for (std::size_t supplier = 0; supplier < n; ++supplier) {
            const auto& name = network.sectors[supplier];
            network.essential[supplier * n + buyer] = criticality(inputs, name, criticality(critical, name, -1)) >=
                                                      threshold;
        }
    }
}

struct Rows {
    std::size_t first = 0, count = 0;
};

// Months follow one another in the table.
Rows rows_of(const std::vector<std::int64_t>& months, int month)
{
    const auto [begin, end] = std::equal_range(months.begin(), months.end(), month);
    return {static_cast<std::size_t>(begin - months.begin()), static_cast<std::size_t>(end - begin)};
}

// Row of the month in what the file keeps over months; nothing where it does not keep that month.
std::optional<std::size_t> row_of(const ResultsReader& file, int month)
{
    const auto all = file.integers("/month");
    const auto at = std::find(all.begin(), all.end(), month);
    if (at == all.end()) return std::nullopt;
    return static_cast<std::size_t>(at - all.begin());
}

// Indicators by sector in this row; empty where the file has not all of them.
std::vector<std::vector<double>> by_sector(const ResultsReader& file, std::size_t row, std::size_t sectors,
                                           const std::vector<const char*>& names)
{
    std::vector<std::vector<double>> columns;
    for (const char* name : names) {
        const auto path = std::string("/by_sector/") + name;
        if (!file.has(path)) return {};
        columns.push_back(file.doubles(path, row, 1));
        if (columns.back().size() != sectors) return {};
    }
    return columns;
}

void set_sides(const ResultsReader& file, std::size_t row, SupplyNetwork& network)
{
    const std::size_t n = network.sectors.size();
    if (const auto c = by_sector(file, row, n, {"output", "capacity_use", "orders", "unfilled_share"}); !c.empty())
        for (std::size_t s = 0; s < n; ++s) network.sides.push_back({c[0][s] / c[1][s], c[2][s], c[3][s]});
    if (const auto c = by_sector(file, row, n,
                                 {"performers", "research", "output", "projects_waiting", "projects_on_lines"});
        !c.empty())
        for (std::size_t s = 0; s < n; ++s) network.labs.push_back({c[0][s], c[1][s], c[2][s], c[3][s], c[4][s]});
}

// Fields of technology, where the file names that of each sector.
void set_fields(const ResultsReader& file, SupplyNetwork& network)
{
    if (!file.has_attribute("/network", "technology_fields")) return;
    const auto names = object_of(file, "technology_fields");
    for (const auto& sector : network.sectors) {
        const auto at = names.find(sector);
        network.fields.push_back(at != names.end() && at->is_string() ? at->get<std::string>() : sector);
    }
}

} // namespace

SupplyNetwork network_of_run(const std::filesystem::path& results, std::optional<int> asked, double threshold)
{
    const ResultsReader file(results);
    need(file);
    const auto months = file.integers("/network/month");
    SupplyNetwork network;
    network.month = month_of(file, months, asked);
    set_essential(file, threshold, network);
    const auto [first, count] = rows_of(months, network.month);
    const auto buyers = file.unsigned_integers("/network/buyer", first, count),
               suppliers = file.unsigned_integers("/network/supplier", first, count);
    const auto buyer_sectors = file.integers("/network/buyer_sector", first, count),
               supplier_sectors = file.integers("/network/supplier_sector", first, count);
    const auto values = file.doubles("/network/value", first, count);
    std::map<std::uint64_t, std::uint32_t> sector_of; // by id, so that firms are numbered in the order of their ids
    for (std::size_t i = 0; i < count; ++i)
        for (const auto& [id, sector] :
             {std::pair(buyers[i], buyer_sectors[i]), std::pair(suppliers[i], supplier_sectors[i])}) {
            if (sector < 0 || static_cast<std::size_t>(sector) >= network.sectors.size())
                throw OutputError(
                    fmt::format("{}: /network: link {}: there is no sector {}", results.string(), first + i, sector));
            sector_of[id] = static_cast<std::uint32_t>(sector);
        }
    std::map<std::uint64_t, std::uint32_t> number;
    for (const auto& [id, sector] : sector_of) {
        number[id] = static_cast<std::uint32_t>(network.firms.size());
        network.firms.push_back(fmt::to_string(id));
        network.sector.push_back(sector);
    }
    for (std::size_t i = 0; i < count; ++i)
        network.links.push_back({number.at(suppliers[i]), number.at(buyers[i]), values[i]});
    order_links(network);
    const auto row = row_of(file, network.month);
    if (row && file.has("/link_share")) network.sales_outside = 1 - file.doubles("/link_share", *row, 1).at(0);
    if (row) set_sides(file, *row, network);
    set_fields(file, network);
    return network;
}

} // namespace rongtong
