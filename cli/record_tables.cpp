// What the records of a run are: names, units, meanings. record_rows.cpp fills them.
#include "cli/record_tables.hpp"

#include "cli/code_lists.hpp"
#include "models/indicators/indicator.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>

namespace rongtong::cli {

namespace {

// Records that are gathered before they are written: about a month's, in bounds.
constexpr std::uint64_t fewest_records = 1024, most_records = 65536;

std::size_t block_for(std::uint64_t firms) { return std::clamp(std::bit_ceil(firms), fewest_records, most_records); }

// What the numbers of a variable of the panel stand for; empty where they are measures.
std::vector<std::string> members(std::string_view variable, const Calibration& calibration)
{
    if (variable == "sector") return codes(calibration.sectors);
    if (variable == "region") return codes(calibration.regions);
    if (variable == "size") return texts(size_names);
    if (variable == "ownership") return texts(owner_names);
    if (variable == "tier") return texts(tier_names);
    return {};
}

// By using sector the inputs that are more or less critical for it than their sector's `critical_input` says.
nlohmann::ordered_json critical_pairs(const std::vector<SectorFigures>& sectors)
{
    auto pairs = nlohmann::ordered_json::object();
    for (const auto& user : sectors)
        for (std::size_t j = 0; j < user.critical_inputs.size(); ++j)
            if (user.critical_inputs[j] != sectors[j].critical_input)
                pairs[user.code][sectors[j].code] = user.critical_inputs[j];
    return pairs;
}

// Of each sector the field of technology whose pilot lines it shares; one without has its own.
nlohmann::ordered_json technology_fields(const std::vector<SectorFigures>& sectors)
{
    auto fields = nlohmann::ordered_json::object();
    for (const auto& s : sectors) fields[s.code] = s.rd_field.empty() ? s.code : s.rd_field;
    return fields;
}

Unlimited records(const std::string& path, std::size_t block, const std::string& long_name)
{
    return {path, block, false, {"1", long_name, "", {}}};
}

} // namespace

RecordTables::RecordTables(ResultsSink& sink, const OutputRequest& request, const Setup& setup)
    : sink_(sink), request_(request)
{
    if (request.panel) declare_panel(setup.firms, *setup.calibration);
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

void RecordTables::declare_panel(std::uint64_t firms, const Calibration& calibration)
{
    row_ = sink_.unlimited(records("/panel/row", block_for(firms), "firm and month"));
    panel_month_ = declare("/panel/month", "row", ValueType::int32, "month", "months since the start");
    panel_firm_ = declare("/panel/firm", "row", ValueType::uint64, "1", "permanent id of the firm");
    for (const auto& name : request_.panel->variables) {
        const auto& all = panel_variables();
        const auto source = std::ranges::find(all, name, &PanelVariable::name);
        Attributes words;
        if (const auto all_members = members(name, calibration); !all_members.empty())
            words.emplace_back("members", fmt::format("{}", fmt::join(all_members, " ")));
        panel_.push_back({&*source, declare(fmt::format("/panel/{}", name), "row", ValueType::float64,
                                            std::string(source->unit), std::string(source->long_name), "", words)});
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
    found_on_ = column("platform", ValueType::int8, "1", "trade platform on which the two found each other; 0: none");
    link_kind_ = declare("/network/kind", "edge", ValueType::int8, "1", "kind of link", "", flags({"supply"}));
    const auto sectors = flags(codes(calibration.sectors));
    buyer_sector_ = declare("/network/buyer_sector", "edge", ValueType::int8, "1", "sector of the buyer", "", sectors);
    supplier_sector_ = declare("/network/supplier_sector", "edge", ValueType::int8, "1", "sector of the supplier", "",
                               sectors);
    nlohmann::ordered_json critical;
    for (const auto& sector : calibration.sectors) critical[sector.code] = sector.critical_input;
    sink_.attribute("/network", "critical_input", critical.dump());
    sink_.attribute("/network", "critical_pairs", critical_pairs(calibration.sectors).dump());
    sink_.attribute("/network", "technology_fields", technology_fields(calibration.sectors).dump());
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
                      "bank of a loan loss (from 1), the other firm of a joint project; 0: none");
    investor_ = column("investor", ValueType::int8, "1", "of stakes: whose", flags(texts(investor_names)));
    paid_ = column("paid", ValueType::float64, "yuan", "of stakes: into the firm, price, or part of its last payout");
    share_ = column(
        "share", ValueType::float64, "1",
        "of stakes: of the firm, once the round is closed; of an innovation or joint success: rise of log output per "
        "worker; of a joint project begun: distance of the two in what they know");
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

} // namespace rongtong::cli
