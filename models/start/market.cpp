// The market of the start: what links leave over, who buys it where, and from where.
//
//   sellers: origin total of a cell  = output of its firms and pool - linked sales
//   buyers:  use by region of use    = baskets of firms, inputs of pools, households, government, capital goods
//   trade shares                     = gravity, fitted to both totals (trade.cpp)
//   market share of a firm           = (output - linked sales) / worth / origin total: the rest point of market.cpp
// Exports leave a cell in proportion to what it sells. Test: tests/models/start.cpp.
#include "models/start/growth.hpp"
#include "models/start/start.hpp"
#include "models/start/table.hpp"
#include "models/start/trade.hpp"
#include "sim/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rongtong {

namespace {

using Bought = Grid<double, Cell, Product>; // goods that a cell's firms need and buy over links

// Linked purchases at the start, from the same 32-bit orders that the month will make; and what of them crosses borders.
Bought sum_links(Economy& e)
{
    const StartGrowth growth(e.setup.parameters);
    Bought bought;
    bought.shape(e.groups);
    e.market.cross_links.fill(0);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const auto& g = e.groups[e.firms.group[row]];
        const auto& net = e.links.network;
        for (auto edge : net.outgoing(row)) {
            const double goods = e.links.flow[edge].ordered;
            const OriginRegion from(e.groups[e.firms.group[net.target[edge]]].region);
            bought(e.groups.cell(e.firms.group[row]),
                   Product(e.links.sector[edge])) += goods / growth.ordered(e.technology.sectors[e.links.sector[edge]]);
            e.market.cross_links(UseRegion(g.region), from) += goods;
        }
    }
    return bought;
}

std::vector<double> linked_sales(const Economy& e)
{
    std::vector<double> sales(e.firms.rows());
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t row = begin; row < end; ++row)
            for (auto edge : e.links.network.incoming(row)) sales[row] += e.links.flow[edge].ordered;
    });
    return sales;
}

// What the firms of each cell make.
ByCell firms_output(const Economy& e)
{
    ByCell output;
    output.shape(e.groups);
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        output[e.groups.cell(e.firms.group[row])] += e.firms.planned[row];
    return output;
}

void set_compositions(Economy& e, const Bought& bought, const ByCell& output)
{
    Market& m = e.market;
    const auto products = e.groups.each<Product>();
    for (BuyingSector s : e.groups.each<BuyingSector>())
        for (Product j : products) m.pool_basket(s, j) = e.technology.input(j, s);
    for (Cell k : e.groups.each<Cell>()) {
        double total = 0;
        for (Product j : products) {
            const double per_output = e.technology.input(j, e.groups.sector_of(k));
            const double part = output[k] > 0 ? per_output * output[k] - bought(k, j) : per_output;
            m.basket(k, j) = std::max(0.0, part);
            total += m.basket(k, j);
        }
        for (Product j : products) m.basket(k, j) /= std::max(total, 1e-30);
    }
}

// Capital goods and R&D that firms buy, where they differ in what part of their formation is R&D.
void add_formation(const Economy& e, ByUseRegion& capital_goods, ByUseRegion& research)
{
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const UseRegion r(e.groups[e.firms.group[row]].region);
        capital_goods[r] += e.firms.investment[row];
        research[r] += e.firms.research_usual[row] * e.firms.expected[row];
    }
}

// Real use by sector and region of use; the same terms as final_demand.cpp orders each month.
ByUse use_at_start(const Economy& e, const Bought& bought, const ByCell& output)
{
    const auto& t = e.technology;
    const auto& c = *e.setup.calibration;
    const StartGrowth growth(e.setup.parameters);
    ByUse use;
    use.shape(e.groups);
    std::vector<double> population(e.groups.regions());
    ByUseRegion capital_goods;
    capital_goods.shape(e.groups);
    double people = 0;
    for (const auto& r : c.regions) people += r.population;
    for (UseRegion r : e.groups.each<UseRegion>()) {
        population[r] = c.regions[r].population / people;
        capital_goods[r] = t.housing_total * e.households[r].income_share + t.public_investment_total * population[r];
    }
    ByUseRegion research;
    research.shape(e.groups);
    if (t.research_total > 0) add_formation(e, capital_goods, research);
    for (Cell k : e.groups.each<Cell>()) {
        const std::size_t s = e.groups.sector_of(k);
        const UseRegion r = e.groups.use_of(k);
        const double pool = e.pools.output_at_start[k];
        if (t.research_total > 0) capital_goods[r] += t.sectors[s].investment * pool;
        else capital_goods[r] += t.sectors[s].investment * (output[k] / growth.made(t.sectors[s]) + pool);
        for (Product j : e.groups.each<Product>())
            use(j, r) += growth.basket() * (t.input(j, s) * output[k] - bought(k, j)) + t.input(j, s) * pool;
    }
    if (e.platforms.any() || e.digital.any()) add_host_orders(e, population, use);
    for (Product j : e.groups.each<Product>())
        for (UseRegion r : e.groups.each<UseRegion>())
            use(j, r) += t.consumption.domestic[j] * t.consumption_total * e.households[r].income_share +
                         t.government.domestic[j] * t.government_total * population[r] +
                         t.capital_goods.domestic[j] * capital_goods[r] + t.research_goods.domestic[j] * research[r];
    return use;
}

ByCell market_sales(const Economy& e, const std::vector<double>& linked)
{
    ByCell sales;
    sales.shape(e.groups);
    sales.all = e.pools.output_at_start;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        sales[e.groups.cell(e.firms.group[row])] += e.firms.expected[row] - linked[row];
    return sales;
}

// Exports leave a cell in proportion to what it sells; the rest stays, and is what trade shares are fitted to.
void split_sales(Economy& e, const ByCell& sales, const ByUse& use)
{
    Market& m = e.market;
    for (Product j : e.groups.each<Product>()) {
        double total = 0;
        for (OriginRegion q : e.groups.each<OriginRegion>()) total += sales[e.groups.cell(j, q)];
        ByOrigin home;
        home.shape(e.groups);
        for (OriginRegion q : e.groups.each<OriginRegion>()) {
            const Cell k = e.groups.cell(j, q);
            m.export_start[k] = total > 0 ? e.technology.exports[j] * sales[k] / total : 0;
            home[q] = std::max(0.0, sales[k] - m.export_start[k]);
        }
        fit_trade(e, j, home, use);
    }
}

// What arrives at each origin under these shares is the base of market shares, so that the start is a rest point.
ByCell orders_at_start(const Economy& e, const ByUse& use)
{
    ByCell ordered = e.market.export_start;
    for (Product j : e.groups.each<Product>())
        for (OriginRegion q : e.groups.each<OriginRegion>())
            for (UseRegion r : e.groups.each<UseRegion>())
                ordered[e.groups.cell(j, q)] += e.market.trade_start(j, r, q) * use(j, r);
    return ordered;
}

// Prices of a market's firms are such that their mean over comparable goods sold there is 1.
void scale_worth(Economy& e, const std::vector<double>& linked)
{
    auto& scale = e.cell_costs.worth_scale;
    std::vector<double> sales(scale.size()), goods(scale.size());
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const double sold = std::max(0.0, e.firms.expected[row] - linked[row]);
        const Cell k = e.groups.cell(e.firms.group[row]);
        sales[k] += sold, goods[k] += sold / e.firms.worth[row];
    }
    for (std::size_t k = 0; k < scale.size(); ++k) scale[k] = sales[k] > 0 ? goods[k] / sales[k] : 1;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        float& worth = e.firms.worth[row];
        worth = static_cast<float>(worth * scale[e.groups.cell(e.firms.group[row])]);
    }
}

void open_mean_costs(Economy& e)
{
    std::vector<double> share(e.cell_costs.start.size()), cost(e.cell_costs.start.size());
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const Cell k = e.groups.cell(e.firms.group[row]);
        share[k] += e.firms.share[row];
        cost[k] += e.firms.share[row] * e.firms.worth[row] * e.firms.unit_cost[row];
    }
    for (std::size_t k = 0; k < share.size(); ++k)
        if (share[k] > 0) e.cell_costs.start[k] = e.cell_costs.now[k] = cost[k] / share[k];
}

void share_market(Economy& e, const std::vector<double>& linked, const ByCell& ordered)
{
    auto& p = e.pools;
    for (Cell k : e.groups.each<Cell>())
        p.appeal[k] = p.share[k] = p.pull[k] = ordered[k] > 0 ? p.output_at_start[k] / ordered[k] : 0;
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t row = begin; row < end; ++row) {
            const double sales = std::max(0.0, e.firms.expected[row] - linked[row]);
            const double comparable = sales / e.firms.worth[row];
            e.firms.appeal[row] = e.firms.share[row] = e.firms.pull[row] = comparable /
                                                                           ordered[e.groups.cell(e.firms.group[row])];
            float largest = 0;
            for (auto edge : e.links.network.incoming(row)) largest = std::max(largest, e.links.flow[edge].ordered);
            e.firms.largest_buyer[row] = e.firms.largest_buyer_at_start[row] = static_cast<float>(
                largest / e.firms.expected[row]);
        }
    });
}

} // namespace

void make_market(Economy& e)
{
    Market& m = e.market;
    m.shape(e.groups);
    auto bought = sum_links(e);
    count_replaced(e, bought);
    const auto linked = linked_sales(e);
    const auto output = firms_output(e);
    set_compositions(e, bought, output);
    const auto use = use_at_start(e, bought, output);
    split_sales(e, market_sales(e, linked), use);
    m.ordered = orders_at_start(e, use);
    scale_worth(e, linked);
    share_market(e, linked, m.ordered);
    open_mean_costs(e);
    m.trade = m.trade_start;
    m.administration_sector = administration_sector(e.technology);
}

} // namespace rongtong
