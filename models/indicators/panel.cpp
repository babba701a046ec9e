// What a firm panel can hold: columns of Firms, by their declaration, and what is worked out from several.
#include "models/agents/firm_columns.hpp"
#include "models/capital/merger.hpp"
#include "models/capital/payout.hpp"
#include "models/capital/scoring.hpp"
#include "models/economy.hpp"
#include "models/indicators/indicator.hpp"
#include "models/network/leaders.hpp"

namespace rongtong {

namespace {

// Links that lead somewhere.
template <class Edges>
double in_use(const Economy& e, const Edges& edges)
{
    double n = 0;
    for (const auto edge : edges) n += e.links.stage[edge] != LinkStage::place;
    return n;
}

double cash_wanted(const Economy& e, std::size_t row)
{
    const auto& f = e.firms;
    const double months = buffer_months(e.setup.parameters.accounting, e.groups[f.group[row]].size);
    return months * f.prudence[row] * f.unit_cost[row] * f.expected[row];
}

double number_of(Money value) { return value.yuan(); }
template <class T>
double number_of(T value)
{
    return static_cast<double>(value);
}

// The value of the k-th column of Firms.
template <std::size_t k>
double column_of(const Economy& e, std::size_t row)
{
    return number_of((e.firms.*std::get<k>(Firms::columns()).member)[row]);
}

template <std::size_t... k>
void add_columns(std::vector<PanelVariable>& list, std::index_sequence<k...>)
{
    const auto add = [&](const auto& entry, auto value) {
        if (entry.fate.panel) list.push_back({entry.name, entry.unit, entry.meaning, value});
    };
    (add(std::get<k>(Firms::columns()), &column_of<k>), ...);
}

// What is worked out from more than one column.
std::vector<PanelVariable> derived_variables()
{
    using E = const Economy&;
    return {
        {"sector", "1", "number of the sector, from 0 in the order of the calibration",
         [](E e, std::size_t r) { return double(e.groups[e.firms.group[r]].sector); }},
        {"region", "1", "number of the region, from 0 in the order of the calibration",
         [](E e, std::size_t r) { return double(e.groups[e.firms.group[r]].region); }},
        {"size", "1", "size class: 0 micro, 1 small, 2 medium, 3 large",
         [](E e, std::size_t r) { return double(e.groups[e.firms.group[r]].size); }},
        {"ownership", "1", "0 private, 1 state",
         [](E e, std::size_t r) { return double(e.groups[e.firms.group[r]].owner); }},
        {"tier", "1", "0 none, 1 innovative, 2 specialised, 3 little giant, 4 single champion",
         [](E e, std::size_t r) { return double(e.groups[e.firms.group[r]].tier); }},
        {"chain_leader", "1", "1: the largest buyer of its sector",
         [](E e, std::size_t r) { return double(is_leader(e, r)); }},
        {"age", "month", "months since entry", [](E e, std::size_t r) { return double(e.month - e.firms.born[r]); }},
        {"cash_wanted", "yuan", "cash that it wants to hold", cash_wanted},
        {"loans", "yuan", "owed to its bank", [](E e, std::size_t r) { return e.firms.loans(r).yuan(); }},
        {"default_risk", "1/year", "probability of default that its bank counted on when it last asked for credit",
         [](E e, std::size_t r) { return odds_to_share(e.firms.risk[r]); }},
        {"bank", "1", "number of its bank, from 1", [](E e, std::size_t r) { return double(e.firms.bank[r] + 1); }},
        {"net_worth", "yuan", "net asset value at present prices",
         [](E e, std::size_t r) { return net_asset_value(e, r).yuan(); }},
        {"suppliers", "1", "supply links", [](E e, std::size_t r) { return in_use(e, e.links.network.outgoing(r)); }},
        {"customers", "1", "links to known customers",
         [](E e, std::size_t r) { return in_use(e, e.links.network.incoming(r)); }},
    };
}

} // namespace

const std::vector<PanelVariable>& panel_variables()
{
    static const std::vector<PanelVariable> list = [] {
        auto variables = derived_variables();
        add_columns(variables, std::make_index_sequence<std::tuple_size_v<decltype(Firms::columns())>>());
        return variables;
    }();
    return list;
}

} // namespace rongtong
