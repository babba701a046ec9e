#include "analysis/resilience/supply_network.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "analysis/statistics/csv_table.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

constexpr std::size_t most_told = 20;

// Numbers of names, in the order in which they first occur.
class Numbers {
public:
    std::uint32_t number(const std::string& name)
    {
        const auto [at, fresh] = numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
        if (fresh) names_.push_back(name);
        return at->second;
    }
    bool has(const std::string& name) const { return numbers_.contains(name); }
    std::vector<std::string> names() && { return std::move(names_); }

private:
    std::map<std::string, std::uint32_t> numbers_;
    std::vector<std::string> names_;
};

void check(const std::vector<std::string>& problems)
{
    if (problems.empty()) return;
    std::string text = fmt::format(
        "{}", fmt::join(problems.begin(),
                        problems.begin() + static_cast<std::ptrdiff_t>(std::min(most_told, problems.size())), "\n"));
    if (problems.size() > most_told) text += fmt::format("\n(and {} more)", problems.size() - most_told);
    throw OutputError(text);
}

void read_firms(const CsvTable& table, Numbers& firms, Numbers& sectors, SupplyNetwork& network,
                std::vector<std::string>& problems)
{
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto& id = table.texts("id")[row];
        if (firms.has(id)) {
            problems.push_back(fmt::format("{}: line {}: firm '{}' stands there twice", table.path().string(),
                                           table.line_of(row), id));
            continue;
        }
        firms.number(id);
        network.sector.push_back(sectors.number(table.texts("sector")[row]));
    }
}

void read_edges(const CsvTable& table, Numbers& firms, SupplyNetwork& network, std::vector<std::string>& problems)
{
    const auto weights = table.numbers("weight");
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto place = [&] { return fmt::format("{}: line {}: ", table.path().string(), table.line_of(row)); };
        const auto &supplier = table.texts("supplier")[row], &buyer = table.texts("buyer")[row];
        const bool known = firms.has(supplier) && firms.has(buyer);
        for (const auto* id : {&supplier, &buyer})
            if (!firms.has(*id)) problems.push_back(place() + "there is no firm '" + *id + "'");
        if (!std::isfinite(weights[row]) || weights[row] < 0)
            problems.push_back(place() + "expected a weight of at least 0");
        else if (known) network.links.push_back({firms.number(supplier), firms.number(buyer), weights[row]});
    }
}

void read_essential(const CsvTable& table, Numbers& sectors, SupplyNetwork& network, std::vector<std::string>& problems)
{
    const auto values = table.numbers("essential");
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (values[row] != 0 && values[row] != 1)
            problems.push_back(
                fmt::format("{}: line {}: essential is 1 or 0", table.path().string(), table.line_of(row)));
        const auto supplier = sectors.number(table.texts("sector_supplier")[row]),
                   buyer = sectors.number(table.texts("sector_buyer")[row]);
        if (values[row] == 1) pairs.emplace_back(supplier, buyer);
    }
    network.sectors = std::move(sectors).names();
    network.essential.assign(network.sectors.size() * network.sectors.size(), false);
    for (const auto& [supplier, buyer] : pairs) network.essential[supplier * network.sectors.size() + buyer] = true;
}

} // namespace

void order_links(SupplyNetwork& network)
{
    auto& links = network.links;
    std::erase_if(links, [](const SupplyLink& l) { return !(l.value > 0); });
    const auto key = [&](const SupplyLink& l) { return std::tuple(l.buyer, network.sector[l.supplier], l.supplier); };
    std::stable_sort(links.begin(), links.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (kept > 0 && key(links[kept - 1]) == key(links[i])) links[kept - 1].value += links[i].value;
        else links[kept++] = links[i];
    }
    links.resize(kept);
}

SupplyNetwork network_of_csv(const std::filesystem::path& edges, const std::filesystem::path& firms,
                             const std::filesystem::path& essential)
{
    const CsvTable edge_table(edges), firm_table(firms), essential_table(essential);
    edge_table.require({"supplier", "buyer", "weight"});
    firm_table.require({"id", "sector"});
    essential_table.require({"sector_supplier", "sector_buyer", "essential"});
    SupplyNetwork network;
    Numbers ids, sectors;
    std::vector<std::string> problems;
    read_firms(firm_table, ids, sectors, network, problems);
    read_edges(edge_table, ids, network, problems);
    read_essential(essential_table, sectors, network, problems);
    check(problems);
    network.firms = std::move(ids).names();
    order_links(network);
    return network;
}

SupplyNetwork network_of_folder(const std::filesystem::path& folder)
{
    return network_of_csv(folder / "edges.csv", folder / "firms.csv", folder / "essential.csv");
}

} // namespace rongtong
