// The columns that a firm panel can hold.
#include "models/capital/merger.hpp"
#include "models/capital/payout.hpp"
#include "models/capital/scoring.hpp"
#include "models/economy.hpp"
#include "models/indicators/indicator.hpp"
#include "models/population/leaders.hpp"

namespace rongtong {

namespace {

double cash_wanted(const Economy& e, std::size_t row)
{
    const auto& f = e.firms;
    const double months = buffer_months(e.setup.parameters.accounting, e.groups[f.group[row]].size);
    return months * f.prudence[row] * f.unit_cost[row] * f.expected[row];
}

} // namespace

const std::vector<PanelVariable>& panel_variables()
{
    using E = const Economy&;
    static const std::vector<PanelVariable> list{
        {"sector", "1", "number of the sector, from 0 in the order of the calibration",
         [](E e, std::size_t r) { return double(e.groups[e.firms.group[r]].sector); }},
        {"region", "1", "number of the region, from 0 in the order of the calibration",
         [](E e, std::size_t r) { return double(e.groups[e.firms.group[r]].region); }},
        {"size", "1", "size class: 0 micro, 1 small, 2 medium, 3 large",
         [](E e, std::size_t r) { return double(e.groups[e.firms.group[r]].size); }},
        {"ownership", "1", "0 private, 1 state",
         [](E e, std::size_t r) { return double(e.groups[e.firms.group[r]].owner); }},
        {"chain_leader", "1", "1: the largest buyer of its sector",
         [](E e, std::size_t r) { return double(is_leader(e, r)); }},
        {"age", "month", "months since entry", [](E e, std::size_t r) { return double(e.month - e.firms.born[r]); }},
        {"workers", "person", "workers", [](E e, std::size_t r) { return double(e.firms.workers[r]); }},
        {"productivity", "yuan", "output per worker and month in normal hours",
         [](E e, std::size_t r) { return e.firms.productivity[r]; }},
        {"capital", "yuan", "capital at starting prices", [](E e, std::size_t r) { return e.firms.capital[r]; }},
        {"expected_demand", "yuan", "expected demand at starting prices",
         [](E e, std::size_t r) { return e.firms.expected[r]; }},
        {"orders", "yuan", "orders of the month at starting prices",
         [](E e, std::size_t r) { return e.firms.orders[r]; }},
        {"output", "yuan", "goods made in the month at starting prices",
         [](E e, std::size_t r) { return e.firms.made[r]; }},
        {"finished", "yuan", "finished goods at starting prices",
         [](E e, std::size_t r) { return e.firms.finished[r]; }},
        {"price", "1", "price over the start", [](E e, std::size_t r) { return e.firms.price[r]; }},
        {"unit_cost", "1", "unit cost without tax and capital",
         [](E e, std::size_t r) { return e.firms.unit_cost[r]; }},
        {"market_share", "1", "share of the market of sector and region",
         [](E e, std::size_t r) { return e.firms.share[r]; }},
        {"reliability", "1", "smoothed share of orders delivered",
         [](E e, std::size_t r) { return double(e.firms.reliability[r]); }},
        {"quality", "1", "quality", [](E e, std::size_t r) { return double(e.firms.quality[r]); }},
        {"margin", "1", "smoothed profit over sales", [](E e, std::size_t r) { return double(e.firms.margin[r]); }},
        {"revenue", "yuan", "sales of the month", [](E e, std::size_t r) { return e.firms.revenue[r].yuan(); }},
        {"cash", "yuan", "deposits", [](E e, std::size_t r) { return e.firms.cash[r].yuan(); }},
        {"cash_wanted", "yuan", "cash that it wants to hold", cash_wanted},
        {"receivable", "yuan", "owed by known customers",
         [](E e, std::size_t r) { return e.firms.receivable[r].yuan(); }},
        {"payable", "yuan", "owed to known suppliers", [](E e, std::size_t r) { return e.firms.payable[r].yuan(); }},
        {"overdue", "yuan", "part of payables past its due month",
         [](E e, std::size_t r) { return e.firms.overdue[r].yuan(); }},
        {"loans", "yuan", "owed to its bank", [](E e, std::size_t r) { return e.firms.loans(r).yuan(); }},
        {"loan_rate", "1/year", "interest on its loans",
         [](E e, std::size_t r) { return double(e.firms.loan_rate[r]); }},
        {"arrears", "month", "months since it last paid its bank in full",
         [](E e, std::size_t r) { return double(e.firms.arrears[r]); }},
        {"behind", "1", "1: its suppliers wait for money past their due month and its habit",
         [](E e, std::size_t r) { return double(e.firms.behind[r]); }},
        {"default_risk", "1/year", "probability of default that its bank counted on when it last asked for credit",
         [](E e, std::size_t r) { return odds_to_share(e.firms.risk[r]); }},
        {"bank", "1", "number of its bank, from 1", [](E e, std::size_t r) { return double(e.firms.bank[r] + 1); }},
        {"net_worth", "yuan", "net asset value at present prices",
         [](E e, std::size_t r) { return net_asset_value(e, r).yuan(); }},
        {"investor_share", "1", "share of the firm that outside investors hold",
         [](E e, std::size_t r) { return double(e.firms.investor_share[r]); }},
        {"suppliers", "1", "supply links", [](E e, std::size_t r) { return double(e.links.network.count[r]); }},
        {"customers", "1", "links to known customers",
         [](E e, std::size_t r) { return double(e.links.network.incoming(r).size()); }},
        {"largest_buyer", "1", "largest known customer's share in orders",
         [](E e, std::size_t r) { return double(e.firms.largest_buyer[r]); }},
    };
    return list;
}

} // namespace rongtong
