// The rows of a month: panel, supply links, events.
#include "cli/record_tables.hpp"
#include "models/indicators/indicator.hpp"
#include "sim/parallel.hpp"

#include <algorithm>

namespace rongtong::cli {

namespace {

// Every column of a table of records is made in parallel, block by block.
template <class T, class Value>
void put_column(ResultsSink& sink, VariableId variable, std::size_t rows, const Value& value)
{
    std::vector<T> column(rows);
    for_blocks(rows, [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t i = begin; i < end; ++i) column[i] = static_cast<T>(value(i));
    });
    sink.put(variable, std::span<const T>(column));
}

struct Edge {
    std::uint32_t buyer, link; // row, edge
};

// Links between firms that are there, by buyer and supplier; no places for trials.
std::vector<Edge> living_edges(const Economy& e)
{
    const Network& network = e.links.network;
    std::vector<Edge> edges;
    edges.reserve(network.edges());
    for (std::uint32_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] == FirmState::gone) continue;
        const auto begin = edges.size();
        for (std::uint32_t link = network.first[row]; link < network.first[row] + network.count[row]; ++link)
            if (e.links.stage[link] != LinkStage::place && e.firms.state[network.target[link]] != FirmState::gone)
                edges.push_back({row, link});
        std::sort(edges.begin() + static_cast<std::ptrdiff_t>(begin), edges.end(), [&](const Edge& a, const Edge& b) {
            const auto s = network.target[a.link], t = network.target[b.link];
            return s != t ? s < t : a.link < b.link;
        });
    }
    return edges;
}

} // namespace

void RecordTables::put_month(VariableId variable, const Economy& economy, std::size_t rows)
{
    put_column<std::int32_t>(sink_, variable, rows, [&](std::size_t) { return economy.month; });
}

void RecordTables::write_panel(const Economy& economy)
{
    const auto& firms = economy.firms;
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < firms.rows(); ++row)
        if (firms.state[row] != FirmState::gone && request_.panel->firms.takes(firms.id[row], economy.setup.firms))
            rows.push_back(row);
    const auto& list = request_.panel->firms.list;
    for (std::size_t i = 0; !list.empty() && i < rows.size(); ++i)
        seen_[static_cast<std::size_t>(std::ranges::lower_bound(list, firms.id[rows[i]]) - list.begin())] = 1;
    put_month(panel_month_, economy, rows.size());
    put_column<std::uint64_t>(sink_, panel_firm_, rows.size(), [&](std::size_t i) { return firms.id[rows[i]]; });
    for (const auto& [source, variable] : panel_)
        put_column<double>(sink_, variable, rows.size(),
                           [&, of = source->of_firm](std::size_t i) { return of(economy, rows[i]); });
    sink_.advance_rows(row_, rows.size());
}

void RecordTables::write_network(const Economy& economy)
{
    const auto edges = living_edges(economy);
    const auto& firms = economy.firms;
    const auto& links = economy.links;
    const auto supplier = [&](std::size_t i) { return links.network.target[edges[i].link]; };
    const auto ordered = [&](std::size_t i) { return std::max(0.0f, links.flow[edges[i].link].ordered); };
    put_month(edge_month_, economy, edges.size());
    put_column<std::uint64_t>(sink_, buyer_, edges.size(), [&](std::size_t i) { return firms.id[edges[i].buyer]; });
    put_column<std::uint64_t>(sink_, supplier_, edges.size(), [&](std::size_t i) { return firms.id[supplier(i)]; });
    put_column<double>(sink_, value_, edges.size(),
                       [&](std::size_t i) { return static_cast<double>(ordered(i)) * firms.price[supplier(i)]; });
    put_column<double>(sink_, owed_, edges.size(), [&](std::size_t i) { return links.owed(edges[i].link).yuan(); });
    put_column<std::int32_t>(sink_, term_, edges.size(), [&](std::size_t i) { return links.days[edges[i].link]; });
    put_column<std::int32_t>(sink_, age_, edges.size(),
                             [&](std::size_t i) { return economy.month - links.since[edges[i].link]; });
    put_column<std::int8_t>(sink_, found_on_, edges.size(),
                            [&](std::size_t i) { return static_cast<std::int8_t>(links.platform[edges[i].link]); });
    put_column<std::int8_t>(sink_, link_kind_, edges.size(), [](std::size_t) { return 0; });
    const auto sector = [&](std::size_t row) { return economy.groups[firms.group[row]].sector; };
    put_column<std::int8_t>(sink_, buyer_sector_, edges.size(), [&](std::size_t i) { return sector(edges[i].buyer); });
    put_column<std::int8_t>(sink_, supplier_sector_, edges.size(), [&](std::size_t i) { return sector(supplier(i)); });
    sink_.advance_rows(edge_, edges.size());
}

void RecordTables::write_events(const Economy& economy)
{
    const auto& records = economy.records;
    std::vector<Event> events = records.events;
    events.insert(events.end(), records.losses.begin(), records.losses.end());
    events.insert(events.end(), records.stakes.begin(), records.stakes.end());
    std::ranges::stable_sort(events, {}, &Event::firm);
    const auto put = [&]<class T>(VariableId variable, T, const auto& value) {
        put_column<T>(sink_, variable, events.size(), [&](std::size_t i) { return value(events[i]); });
    };
    const auto group = [&](const Event& event) -> const Group& { return economy.groups[event.group]; };
    put_month(event_month_, economy, events.size());
    put(kind_, std::int8_t{}, [](const Event& event) { return event.kind; });
    put(firm_, std::uint64_t{}, [](const Event& event) { return event.firm; });
    put(sector_, std::int8_t{}, [&](const Event& event) { return group(event).sector; });
    put(region_, std::int8_t{}, [&](const Event& event) { return group(event).region; });
    put(size_, std::int8_t{}, [&](const Event& event) { return group(event).size; });
    put(workers_, std::int32_t{}, [](const Event& event) { return event.workers; });
    put(event_owed_, double{}, [](const Event& event) { return event.owed.yuan(); });
    put(lost_, double{}, [](const Event& event) { return event.lost.yuan(); });
    put(partner_, std::uint64_t{}, [](const Event& event) { return event.partner; });
    put(investor_, std::int8_t{}, [](const Event& event) { return event.investor; });
    put(paid_, double{}, [](const Event& event) { return event.paid.yuan(); });
    put(share_, double{}, [](const Event& event) { return event.share; });
    sink_.advance_rows(event_, events.size());
}

} // namespace rongtong::cli
