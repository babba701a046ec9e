#include "cli/record_tables.hpp"

#include "models/indicators/indicator.hpp"
#include "sim/parallel.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>

namespace rongtong::cli {

namespace {

// Records that are gathered before they are written: about a month's, in bounds.
constexpr std::uint64_t fewest_records = 1024, most_records = 65536;

std::size_t block_for(std::uint64_t firms) { return std::clamp(std::bit_ceil(firms), fewest_records, most_records); }

template <class Names>
std::vector<std::string> texts(const Names& names)
{
    return {names.begin(), names.end()};
}

template <class Figures>
std::vector<std::string> codes(const Figures& figures)
{
    std::vector<std::string> all;
    for (const auto& f : figures) all.push_back(f.code);
    return all;
}

Unlimited records(const std::string& path, std::size_t block, const std::string& long_name)
{
    return {path, block, false, {"1", long_name, "", {}}};
}

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

// Links between firms that are there, by buyer and supplier.
std::vector<Edge> living_edges(const Economy& e)
{
    const Network& network = e.links.network;
    std::vector<Edge> edges;
    edges.reserve(network.edges());
    for (std::uint32_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] == FirmState::gone) continue;
        const auto begin = edges.size();
        for (std::uint32_t link = network.first[row]; link < network.first[row] + network.count[row]; ++link)
            if (e.firms.state[network.target[link]] != FirmState::gone) edges.push_back({row, link});
        std::sort(edges.begin() + static_cast<std::ptrdiff_t>(begin), edges.end(), [&](const Edge& a, const Edge& b) {
            const auto s = network.target[a.link], t = network.target[b.link];
            return s != t ? s < t : a.link < b.link;
        });
    }
    return edges;
}

} // namespace

RecordTables::RecordTables(ResultsSink& sink, const OutputRequest& request, const Setup& setup)
    : sink_(sink), request_(request)
{
    if (request.panel) declare_panel(setup.firms);
    if (request.panel) seen_.assign(request.panel->firms.list.size(), 0);
    if (request.network) declare_network(setup.firms, *setup.calibration);
    if (request.events) declare_events(*setup.calibration);
}

VariableId RecordTables::declare(const std::string& path, const std::string& axis, ValueType type,
                                 const std::string& units, const std::string& long_name, const std::string& comment,
                                 Attributes further)
{
    return sink_.variable({path, type, {axis}, {units, long_name, comment, std::move(further)}});
}

void RecordTables::declare_panel(std::uint64_t firms)
{
    row_ = sink_.unlimited(records("/panel/row", block_for(firms), "firm and month"));
    panel_month_ = declare("/panel/month", "row", ValueType::int32, "month", "months since the start");
    panel_firm_ = declare("/panel/firm", "row", ValueType::uint64, "1", "permanent id of the firm");
    for (const auto& name : request_.panel->variables) {
        const auto& all = panel_variables();
        const auto source = std::ranges::find(all, name, &PanelVariable::name);
        panel_.push_back({&*source, declare(fmt::format("/panel/{}", name), "row", ValueType::float64,
                                            std::string(source->unit), std::string(source->long_name))});
    }
}

void RecordTables::declare_network(std::uint64_t firms, const Calibration& calibration)
{
    const auto column = [&](const char* name, ValueType type, const char* units, const char* long_name,
                            const char* comment = "") {
        return declare(std::string("/network/") + name, "edge", type, units, long_name, comment);
    };
    edge_ = sink_.unlimited(records("/network/edge", block_for(firms), "supply link and month"));
    edge_month_ = column("month", ValueType::int32, "month", "months since the start");
    buyer_ = column("buyer", ValueType::uint64, "1", "permanent id of the buyer");
    supplier_ = column("supplier", ValueType::uint64, "1", "permanent id of the supplier");
    value_ = column("value", ValueType::float64, "yuan", "orders of the month over the link",
                    "goods ordered times the supplier's price at the month's end");
    owed_ = column("owed", ValueType::float64, "yuan", "invoices that the buyer has not paid, end of month",
                   "sum over due months");
    term_ = column("payment_term", ValueType::int32, "d", "payment term agreed");
    age_ = column("age", ValueType::int32, "month", "months since the two became partners",
                  "links of the start count from month 0");
    link_kind_ = declare("/network/kind", "edge", ValueType::int8, "1", "kind of link", "", flags({"supply"}));
    const auto sectors = flags(codes(calibration.sectors));
    buyer_sector_ = declare("/network/buyer_sector", "edge", ValueType::int8, "1", "sector of the buyer", "", sectors);
    supplier_sector_ = declare("/network/supplier_sector", "edge", ValueType::int8, "1", "sector of the supplier", "",
                               sectors);
    // In this model an input is as critical for one buyer as for another.
    nlohmann::ordered_json critical;
    for (const auto& sector : calibration.sectors) critical[sector.code] = sector.critical_input;
    sink_.attribute("/network", "critical_input", critical.dump());
}

void RecordTables::declare_events(const Calibration& calibration)
{
    const auto column = [&](const char* name, ValueType type, const char* units, const char* long_name,
                            Attributes further = {}) {
        return declare(std::string("/events/") + name, "event", type, units, long_name, "", std::move(further));
    };
    event_ = sink_.unlimited(records("/events/event", fewest_records, "event"));
    event_month_ = column("month", ValueType::int32, "month", "months since the start");
    kind_ = column("kind", ValueType::int8, "1", "what happened", flags(texts(event_names)));
    firm_ = column("firm", ValueType::uint64, "1", "permanent id of the firm");
    sector_ = column("sector", ValueType::int8, "1", "sector of the firm", flags(codes(calibration.sectors)));
    region_ = column("region", ValueType::int8, "1", "region of the firm", flags(codes(calibration.regions)));
    size_ = column("size", ValueType::int8, "1", "size class of the firm", flags(texts(size_names)));
    workers_ = column("workers", ValueType::int32, "person",
                      "workers at entry, or before exit or reorganisation; 0 in losses");
    event_owed_ = column("owed", ValueType::float64, "yuan",
                         "owed to suppliers before exit or reorganisation; in losses: on the link, or to the bank");
    lost_ = column("lost", ValueType::float64, "yuan",
                   "lost by its suppliers, or by the creditor; of a stake that was sold or ended, by its holder");
    partner_ = column("partner", ValueType::uint64, "1",
                      "the other party: buyer of a merger, debtor of a trade loss, corporate investor (ids), "
                      "bank of a loan loss (from 1); 0: none");
    investor_ = column("investor", ValueType::int8, "1", "of stakes: whose", flags(texts(investor_names)));
    paid_ = column("paid", ValueType::float64, "yuan", "of stakes: into the firm, price, or part of its last payout");
    share_ = column("share", ValueType::float64, "1", "of stakes: of the firm, once the round is closed");
}

void RecordTables::write(const Economy& economy)
{
    if (request_.panel && request_.panel->takes(economy.month, economy.setup.months)) write_panel(economy);
    if (request_.network && request_.network->takes(economy.month, economy.setup.months)) write_network(economy);
    if (request_.events) write_events(economy);
}

std::vector<std::uint64_t> RecordTables::never_seen() const
{
    std::vector<std::uint64_t> missing;
    for (std::size_t i = 0; i < seen_.size(); ++i)
        if (!seen_[i]) missing.push_back(request_.panel->firms.list[i]);
    return missing;
}

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
