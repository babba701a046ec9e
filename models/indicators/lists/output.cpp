// Indicators of output, prices and demand.
#include "models/indicators/arithmetic.hpp"
#include "models/indicators/indicator.hpp"

namespace rongtong {

namespace {

double pool_shipped(const Economy& e)
{
    double sum = 0;
    for (double x : e.pools.shipped) sum += x;
    return sum;
}

Money pool_value_added(const Economy& e)
{
    Money sum;
    for (std::size_t k = 0; k < e.pools.revenue.size(); ++k)
        sum += e.pools.revenue[k] - e.pools.inputs_paid[k] - e.pools.imports_paid[k];
    return sum;
}

double output_of(const FirmSums& s) { return from_fixed_goods(s.made); }
double left_by_inputs(const Economy& e, std::size_t sector)
{
    const Sector& s = e.technology.sectors[sector];
    return 1 - s.domestic - s.imports;
}
double value_added_of(const FirmSums& s)
{
    return yuan(s.link_revenue + s.market_revenue - s.invoiced - s.paid(Flow::market_inputs) - s.imports_paid);
}
double price_of(const FirmSums& s)
{
    return ratio(yuan(s.link_revenue + s.market_revenue), from_fixed_goods(s.shipped));
}

// Of firms and pools, by what the start's inputs leave of output, with what is saved of trade services.
double real_value_added(const Economy& e)
{
    double sum = e.market.services_saved;
    for (std::size_t g = 0; g < e.groups.size(); ++g)
        sum += left_by_inputs(e, e.groups[g].sector) * output_of(e.sums[g]);
    for (Cell k : e.groups.each<Cell>()) sum += left_by_inputs(e, e.groups.sector_of(k)) * e.pools.shipped[k];
    return sum;
}

double value_added(const Economy& e) { return value_added_of(e.total) + pool_value_added(e).yuan(); }

double consumption(const Economy& e)
{
    double sum = 0;
    for (const auto& h : e.households) sum += h.consumption_real;
    return sum;
}

double consumer_price(const Economy& e)
{
    double paid = 0;
    for (std::size_t r = 0; r < e.households.size(); ++r)
        paid += (e.ledger.households[r].paid(Flow::consumption) + e.households[r].consumption_imports).yuan();
    return ratio(paid, consumption(e));
}

double trade_across_regions(const Economy& e)
{
    const auto& m = e.market;
    double all = 0, across = 0;
    for (Product j : e.groups.each<Product>())
        for (UseRegion r : e.groups.each<UseRegion>())
            for (OriginRegion q : e.groups.each<OriginRegion>()) {
                const double goods = m.trade(j, r, q) * m.wanted(j, r);
                all += goods;
                if (q != r) across += goods;
            }
    return ratio(across, all);
}

double trade_services(const Economy& e)
{
    double sum = 0;
    for (Product j : e.groups.each<Product>())
        for (UseRegion r : e.groups.each<UseRegion>())
            if (e.technology.sectors[j].is_trade) sum += e.market.wanted(j, r) * e.market.fill(j, r);
    return sum;
}

} // namespace

extern const std::vector<Indicator> indicators_output{
    {"output", "yuan", "gross output in a month at starting prices",
     "goods made by firms, and sold by pools in the total",
     [](const Economy& e) { return output_of(e.total) + pool_shipped(e); }, output_of},
    {"value_added", "yuan", "value added in a month at current prices",
     "sales less domestic and imported inputs bought in the month; pools in the total", value_added, value_added_of},
    {"real_value_added", "yuan", "value added in a month at starting prices",
     "output less inputs per unit of output at the start, and trade services saved by lower border fees",
     real_value_added, nullptr},
    {"value_added_deflator", "1", "price of value added over the start", "value_added / real_value_added",
     [](const Economy& e) { return ratio(value_added(e), real_value_added(e)); }, nullptr},
    {"revenue", "yuan", "sales of firms in a month", "invoices to known customers and market sales", nullptr,
     [](const FirmSums& s) { return yuan(s.link_revenue + s.market_revenue); }},
    {"price_level", "1", "price of firms' sales over the start", "sales at current prices / sales at starting prices",
     nullptr, price_of},
    {"consumer_price", "1", "price of consumption over the start", "consumption paid / consumption at starting prices",
     consumer_price, nullptr},
    {"consumption", "yuan", "household consumption in a month at starting prices",
     "delivered domestic goods and imports", consumption, nullptr},
    {"government_demand", "yuan", "government demand in a month at starting prices", "delivered domestic goods",
     [](const Economy& e) { return e.government.demand_real; }, nullptr},
    {"exports", "yuan", "exports in a month at starting prices", "delivered to the rest of the world",
     [](const Economy& e) { return e.world.exports_real; }, nullptr},
    {"imports", "yuan", "imports in a month", "paid to the rest of the world",
     [](const Economy& e) { return e.ledger.world.received(Flow::imports).yuan(); }, nullptr},
    {"investment", "yuan", "capital goods delivered to firms in a month at starting prices", "with upgrades of quality",
     nullptr, [](const FirmSums& s) { return from_fixed_goods(s.investment_received); }},
    {"capital", "yuan", "capital stock of firms at starting prices, end of month", "sum over firms", nullptr,
     [](const FirmSums& s) { return from_fixed_goods(s.capital); }},
    {"capacity_use", "1", "output over what capital can make", "made / capacity", nullptr,
     [](const FirmSums& s) { return ratio(s.made, s.capacity); }},
    {"orders", "yuan", "orders received in a month at starting prices", "from known customers and the market", nullptr,
     [](const FirmSums& s) { return from_fixed_goods(s.orders); }},
    {"unfilled_share", "1", "share of orders that could not be delivered", "1 - shipped / orders", nullptr,
     [](const FirmSums& s) { return 1 - ratio(s.shipped, s.orders); }},
    {"finished_months", "month", "finished goods at hand over a month's output", "finished / made", nullptr,
     [](const FirmSums& s) { return ratio(s.finished, s.made); }},
    {"quality", "1", "mean quality of goods made", "quality weighted by output", nullptr,
     [](const FirmSums& s) { return ratio(s.quality_share, s.made); }},
    {"link_share", "1", "share of firms' sales that goes to known customers", "invoices / sales", nullptr,
     [](const FirmSums& s) { return ratio(s.link_revenue, s.link_revenue + s.market_revenue); }},
    {"trade_across_regions", "1", "share of market orders that cross a border between regions",
     "over all products and regions of use", trade_across_regions, nullptr},
    {"trade_services", "yuan", "trade and transport services bought on the market in a month at starting prices",
     "delivered", trade_services, nullptr},
};

} // namespace rongtong
