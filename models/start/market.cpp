// The market of the start: what links leave over, who buys it where, and from where.
//
//   sellers: origin total of a cell  = output of its firms and pool - linked sales
//   buyers:  use by region of use    = baskets of firms, inputs of pools, households, government, capital goods
//   trade shares                     = gravity kernel (distance ^ -decay), fitted to both totals by iterative proportional
//                                      fitting (Deming & Stephan 1940, doi 10.1214/aoms/1177731829)
//   market share of a firm           = (output - linked sales) / origin total: the rest point of market.cpp
// Exports leave a cell in proportion to what it sells. Test: tests/models/start.cpp.
#include "models/start/start.hpp"

#include "models/network/supplier_choice.hpp"
#include "models/start/table.hpp"
#include "sim/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rongtong {

namespace {

struct Layout {
    std::size_t sectors, regions, cells;
    std::size_t cell(std::size_t s, std::size_t r) const { return s * regions + r; }
};

// Linked purchases and sales at the start, all from the same 32-bit orders that the month will make.
void sum_links(const Economy& e, const Layout& n, std::vector<double>& bought, std::vector<double>& crossing)
{
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const auto& g = e.groups[e.firms.group[row]];
        const auto& net = e.links.network;
        for (auto edge : net.outgoing(row)) {
            const double goods = e.links.flow[edge].ordered;
            bought[n.cell(g.sector, g.region) * n.sectors + e.links.sector[edge]] += goods;
            crossing[g.region * n.regions + e.groups[e.firms.group[net.target[edge]]].region] += goods;
        }
    }
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

void make_pools(Economy& e, const Layout& n)
{
    const auto& c = *e.setup.calibration;
    Pools& p = e.pools;
    for (auto* v : {&p.persons, &p.persons_at_start, &p.output_at_start, &p.expected, &p.supply, &p.price, &p.appeal,
                    &p.share, &p.pull, &p.ordered, &p.shipped, &p.basket, &p.investment})
        v->assign(n.cells, 0);
    for (auto* v : {&p.revenue, &p.inputs_paid, &p.imports_paid}) v->assign(n.cells, Money());
    double population = 0;
    for (const auto& r : c.regions) population += r.population;
    for (std::size_t s = 0; s < n.sectors; ++s)
        for (std::size_t r = 0; r < n.regions; ++r) {
            const std::size_t k = n.cell(s, r);
            const auto& t = e.technology.sectors[s];
            const double part = c.regions[r].population / population;
            const double persons = t.has_firms ? c.sectors[s].self_employed : c.sectors[s].employees;
            p.output_at_start[k] = p.expected[k] = t.output * t.pool_share * part;
            p.persons[k] = p.persons_at_start[k] = persons * e.technology.scale * part;
            p.supply[k] = p.price[k] = 1;
        }
}

// Each region's share of household income at the start: wages, mixed income, private dividends.
std::vector<double> income_shares(const Economy& e, const Layout& n)
{
    const double after_tax = 1 - e.setup.parameters.accounting.profit_tax;
    std::vector<double> income(n.regions);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const auto& g = e.groups[e.firms.group[row]];
        const auto& s = e.technology.sectors[g.sector];
        const double dividends = g.owner == Owner::private_owner ? after_tax * s.margin : 0;
        income[g.region] += (s.labour + dividends) * e.firms.expected[row];
    }
    for (std::size_t k = 0; k < n.cells; ++k) {
        const auto& s = e.technology.sectors[k / n.regions];
        income[k % n.regions] += (s.labour + s.surplus - s.investment) * e.pools.output_at_start[k];
    }
    const double total = std::accumulate(income.begin(), income.end(), 0.0);
    for (auto& x : income) x /= total;
    return income;
}

void set_compositions(Economy& e, const Layout& n, const std::vector<double>& bought, std::vector<double>& activity)
{
    Market& m = e.market;
    activity.assign(n.cells, 0);
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        activity[e.groups.cell(e.firms.group[row])] += e.firms.expected[row];
    m.basket.assign(n.cells * n.sectors, 0);
    m.pool_basket.assign(n.sectors * n.sectors, 0);
    for (std::size_t s = 0; s < n.sectors; ++s)
        for (std::size_t j = 0; j < n.sectors; ++j) m.pool_basket[s * n.sectors + j] = e.technology.input(j, s);
    for (std::size_t k = 0; k < n.cells; ++k) {
        double total = 0;
        for (std::size_t j = 0; j < n.sectors; ++j) {
            auto& part = m.basket[k * n.sectors + j];
            part = activity[k] > 0 ? e.technology.input(j, k / n.regions) * activity[k] - bought[k * n.sectors + j]
                                   : e.technology.input(j, k / n.regions);
            part = std::max(0.0, part);
            total += part;
        }
        for (std::size_t j = 0; j < n.sectors; ++j) m.basket[k * n.sectors + j] /= std::max(total, 1e-30);
    }
}

// Real use by sector and region of use; the same terms as final_demand.cpp orders each month.
std::vector<double> use_at_start(const Economy& e, const Layout& n, const std::vector<double>& bought,
                                 const std::vector<double>& activity)
{
    const auto& t = e.technology;
    const auto& c = *e.setup.calibration;
    const auto income = income_shares(e, n);
    std::vector<double> use(n.cells), population(n.regions), capital_goods(n.regions);
    double people = 0;
    for (const auto& r : c.regions) people += r.population;
    for (std::size_t r = 0; r < n.regions; ++r) {
        population[r] = c.regions[r].population / people;
        capital_goods[r] = t.housing_total * income[r] + t.public_investment_total * population[r];
    }
    for (std::size_t k = 0; k < n.cells; ++k) {
        const auto& s = t.sectors[k / n.regions];
        capital_goods[k % n.regions] += s.investment * (activity[k] + e.pools.output_at_start[k]);
        for (std::size_t j = 0; j < n.sectors; ++j)
            use[n.cell(j, k % n.regions)] += t.input(j, k / n.regions) * (activity[k] + e.pools.output_at_start[k]) -
                                             bought[k * n.sectors + j];
    }
    for (std::size_t j = 0; j < n.sectors; ++j)
        for (std::size_t r = 0; r < n.regions; ++r)
            use[n.cell(j, r)] += t.consumption.domestic[j] * t.consumption_total * income[r] +
                                 t.government.domestic[j] * t.government_total * population[r] +
                                 t.capital_goods.domestic[j] * capital_goods[r];
    return use;
}

// Trade shares of one sector: kernel fitted to origin and use totals. share[r * regions + q].
void fit_trade(const Economy& e, const Layout& n, std::size_t s, std::vector<double> origin, const double* use,
               double* share)
{
    const auto& rules = e.setup.parameters.network;
    const double decay = e.technology.sectors[s].tradable ? rules.decay_tradable : rules.decay_local;
    const double origins = std::accumulate(origin.begin(), origin.end(), 0.0);
    const double uses = std::accumulate(use, use + n.regions, 0.0);
    std::vector<double> a(n.regions, 1), b(n.regions, 1), kernel(n.regions * n.regions);
    for (std::size_t r = 0; r < n.regions; ++r)
        for (std::size_t q = 0; q < n.regions; ++q)
            kernel[r * n.regions + q] = std::pow(e.setup.calibration->regions[r].km[q], -decay);
    for (auto& o : origin) o *= origins > 0 ? uses / origins : 0;
    for (int step = 0; step < 3000; ++step) {
        for (std::size_t q = 0; q < n.regions; ++q) {
            double sum = 0;
            for (std::size_t r = 0; r < n.regions; ++r) sum += a[r] * kernel[r * n.regions + q];
            b[q] = sum > 0 ? origin[q] / sum : 0;
        }
        double change = 0;
        for (std::size_t r = 0; r < n.regions; ++r) {
            double sum = 0;
            for (std::size_t q = 0; q < n.regions; ++q) sum += b[q] * kernel[r * n.regions + q];
            const double next = sum > 0 ? use[r] / sum : 0;
            change = std::max(change, std::fabs(next - a[r]) / std::max(next, 1e-300));
            a[r] = next;
        }
        if (change < 1e-15) break;
    }
    for (std::size_t r = 0; r < n.regions; ++r) {
        double sum = 0;
        for (std::size_t q = 0; q < n.regions; ++q) sum += share[r * n.regions + q] = b[q] * kernel[r * n.regions + q];
        for (std::size_t q = 0; q < n.regions; ++q)
            share[r * n.regions + q] = sum > 0 ? share[r * n.regions + q] / sum : (q == r ? 1.0 : 0.0);
    }
}

} // namespace

void make_market(Economy& e)
{
    const Layout n{e.technology.sectors.size(), e.groups.regions(), e.technology.sectors.size() * e.groups.regions()};
    Market& m = e.market;
    make_pools(e, n);
    std::vector<double> bought(n.cells * n.sectors), activity, origin(n.cells);
    m.cross_links.assign(n.regions * n.regions, 0);
    sum_links(e, n, bought, m.cross_links);
    const auto linked = linked_sales(e);
    set_compositions(e, n, bought, activity);
    const auto use = use_at_start(e, n, bought, activity);

    origin = e.pools.output_at_start;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        origin[e.groups.cell(e.firms.group[row])] += e.firms.expected[row] - linked[row];
    m.trade_start.assign(n.sectors * n.regions * n.regions, 0);
    m.export_start.assign(n.cells, 0);
    for (std::size_t s = 0; s < n.sectors; ++s) {
        const double total = std::accumulate(&origin[n.cell(s, 0)], &origin[n.cell(s, 0)] + n.regions, 0.0);
        std::vector<double> home(n.regions);
        for (std::size_t q = 0; q < n.regions; ++q) {
            m.export_start[n.cell(s, q)] = total > 0 ? e.technology.exports[s] * origin[n.cell(s, q)] / total : 0;
            home[q] = std::max(0.0, origin[n.cell(s, q)] - m.export_start[n.cell(s, q)]);
        }
        fit_trade(e, n, s, home, &use[n.cell(s, 0)], &m.trade_start[s * n.regions * n.regions]);
    }
    // What arrives at each origin under these shares is the base of market shares, so that the start is a rest point.
    for (std::size_t k = 0; k < n.cells; ++k) {
        const std::size_t s = k / n.regions, q = k % n.regions;
        double ordered = m.export_start[k];
        for (std::size_t r = 0; r < n.regions; ++r)
            ordered += m.trade_start[(s * n.regions + r) * n.regions + q] * use[n.cell(s, r)];
        origin[k] = ordered;
        e.pools.appeal[k] = e.pools.share[k] = e.pools.pull[k] = ordered > 0 ? e.pools.output_at_start[k] / ordered : 0;
    }
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t row = begin; row < end; ++row) {
            const double sales = std::max(0.0, e.firms.expected[row] - linked[row]);
            e.firms.appeal[row] = e.firms.share[row] = e.firms.pull[row] = sales /
                                                                           origin[e.groups.cell(e.firms.group[row])];
            float largest = 0;
            for (auto edge : e.links.network.incoming(row)) largest = std::max(largest, e.links.flow[edge].ordered);
            e.firms.largest_buyer[row] = e.firms.largest_buyer_at_start[row] = static_cast<float>(
                largest / e.firms.expected[row]);
        }
    });
    for (auto* v : {&m.price, &m.share_sum, &m.pull_sum, &m.use_price, &m.paid_price, &m.fill, &m.pay, &m.basket_price,
                    &m.basket_fill, &m.basket_pay})
        v->assign(n.cells, 1);
    for (auto* v : {&m.wanted, &m.foreign, &m.ordered, &m.shipped}) v->assign(n.cells, 0);
    for (auto* v : {&m.trade_cut, &m.border_factor, &m.trade_pay, &m.capital_price, &m.capital_fill, &m.capital_pay})
        v->assign(n.regions, 1);
    m.trade = m.trade_start;
    m.administration_sector = administration_sector(e.technology);
}

} // namespace rongtong
