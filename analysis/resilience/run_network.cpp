// The supply network of a run: out of its results file, which may lie in a pack, or out of a collected file, where the links of all runs
// follow one another.
#include <algorithm>
#include <iterator>
#include <map>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/resilience/supply_network.hpp"
#include "analysis/runs.hpp"
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
        throw OutputError(file.path().string() + ": its network says nothing of sectors and critical inputs: an older "
                                                 "program wrote or collected it, or its runs are of several "
                                                 "calibrations; run the scenario again, or name the sweep's folder");
}

// Sectors by number, as the links name them.
std::vector<std::string> sectors_of(const ResultsReader& file)
{
    std::istringstream words(file.text_attribute("/network/supplier_sector", "flag_meanings"));
    return {std::istream_iterator<std::string>(words), {}};
}

int month_of(const Run& run, const std::vector<std::int64_t>& months, std::optional<int> asked)
{
    std::vector<int> there;
    for (const auto m : months)
        if (there.empty() || there.back() != m) there.push_back(static_cast<int>(m));
    if (there.empty()) throw OutputError(run.path.string() + ": its network holds no month");
    if (!asked) return there.back();
    if (std::find(there.begin(), there.end(), *asked) == there.end())
        throw OutputError(fmt::format("{}: has no network of month {}; it has {}", run.path.string(), *asked,
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
    network.sectors = sectors_of(file);
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

struct RowRange {
    std::size_t first = 0, count = 0;
};

// Where this value stands among those of these rows, which ascend.
RowRange rows_of(const std::vector<std::int64_t>& values, RowRange within, std::int64_t value)
{
    const auto first = values.begin() + static_cast<std::ptrdiff_t>(within.first);
    const auto [begin, end] = std::equal_range(first, first + static_cast<std::ptrdiff_t>(within.count), value);
    return {static_cast<std::size_t>(begin - values.begin()), static_cast<std::size_t>(end - begin)};
}

// The links of the run in the month that was asked for, or its last; sets the network's month.
RowRange links_of(const Run& run, const ResultsReader& file, std::optional<int> asked, SupplyNetwork& network)
{
    const auto months = file.integers("/network/month");
    RowRange all{0, months.size()};
    if (run.collected) all = rows_of(file.integers("/network/run"), all, static_cast<std::int64_t>(*run.collected));
    const auto first = months.begin() + static_cast<std::ptrdiff_t>(all.first);
    network.month = month_of(run, {first, first + static_cast<std::ptrdiff_t>(all.count)}, asked);
    return rows_of(months, all, network.month);
}

// Indicators by sector in this month; empty where the run has not all of them.
std::vector<std::vector<double>> by_sector(const Run& run, std::size_t month, const std::vector<std::string>& sectors,
                                           const std::vector<const char*>& names)
{
    std::vector<std::vector<double>> columns;
    for (const char* name : names) {
        auto& column = columns.emplace_back();
        for (const auto& sector : sectors) {
            const auto* series = run.find(name, "sector", sector);
            if (!series) return {};
            column.push_back(series->values.at(month));
        }
    }
    return columns;
}

void set_sides(const Run& run, std::size_t month, SupplyNetwork& network)
{
    const std::size_t n = network.sectors.size();
    const auto of = [&](const std::vector<const char*>& names) {
        return by_sector(run, month, network.sectors, names);
    };
    if (const auto c = of({"output", "capacity_use", "orders", "unfilled_share"}); !c.empty())
        for (std::size_t s = 0; s < n; ++s) network.sides.push_back({c[0][s] / c[1][s], c[2][s], c[3][s]});
    if (const auto c = of({"performers", "research", "output", "projects_waiting", "projects_on_lines"}); !c.empty())
        for (std::size_t s = 0; s < n; ++s) network.labs.push_back({c[0][s], c[1][s], c[2][s], c[3][s], c[4][s]});
}

// What the run's indicators say of the network's month, where it keeps that one.
void set_month(const Run& run, SupplyNetwork& network)
{
    const auto at = std::find(run.months.begin(), run.months.end(), network.month);
    if (at == run.months.end()) return;
    const auto month = static_cast<std::size_t>(at - run.months.begin());
    if (const auto* share = run.find("link_share")) network.sales_outside = 1 - share->values.at(month);
    set_sides(run, month, network);
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

void set_links(const ResultsReader& file, RowRange rows, SupplyNetwork& network)
{
    const auto [first, count] = rows;
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
                throw OutputError(fmt::format("{}: /network: link {}: there is no sector {}", file.path().string(),
                                              first + i, sector));
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
}

} // namespace

RunParts network_parts()
{
    return {{"sector"},
            {"output", "capacity_use", "orders", "unfilled_share", "performers", "research", "projects_waiting",
             "projects_on_lines"}};
}

SupplyNetwork network_of_run(const Run& run, std::optional<int> month, double threshold)
{
    const ResultsReader file = run.open ? run.open() : ResultsReader(run.path.parent_path());
    need(file);
    SupplyNetwork network;
    const RowRange rows = links_of(run, file, month, network);
    set_essential(file, threshold, network);
    set_links(file, rows, network);
    set_month(run, network);
    set_fields(file, network);
    return network;
}

} // namespace rongtong
