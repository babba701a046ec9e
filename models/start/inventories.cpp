// Output with the growth of inventories. What links deliver can't always be stored, what the market basket holds is stored as a whole;
// so how much of each product stocks take is known once links are drawn. Output is solved again with it, and each sector's firms and
// pools are scaled to theirs.
//
//   X = B X + f;  B_js = (orders of product j by sector s in month 1, for inputs and for capital) / X_s,  f: final demand of the table
//   but for producers' capital (technology.cpp)
// Nothing moves without growth. Test: tests/models/growth.cpp.
#include "models/start/growth.hpp"
#include "models/start/start.hpp"
#include "models/start/table.hpp"

namespace rongtong {

namespace {

// What firms of each sector need of each product over links: [product * sectors + sector].
std::vector<double> linked_needs(const Economy& e)
{
    const std::size_t n = e.groups.sectors();
    std::vector<double> needs(n * n);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const std::size_t sector = e.groups[e.firms.group[row]].sector;
        for (auto edge : e.links.network.outgoing(row))
            needs[e.links.sector[edge] * n + sector] += static_cast<double>(e.links.coef[edge]) * e.firms.planned[row];
    }
    return needs;
}

std::vector<double> solved_output(const Economy& e, const StartGrowth& growth)
{
    const auto& t = e.technology;
    const std::size_t n = e.groups.sectors();
    const auto linked = linked_needs(e);
    std::vector<double> coef(n * n);
    for (std::size_t s = 0; s < n; ++s) {
        const Sector& user = t.sectors[s];
        if (user.output <= 0) continue;
        const double made = user.output * (1 - user.pool_share) * growth.made(user),
                     pool = user.output * user.pool_share;
        for (std::size_t j = 0; j < n; ++j) {
            const double over_links = linked[j * n + s], on_market = t.input(j, s) * made - over_links;
            const double orders = growth.ordered(t.sectors[j]) * over_links + growth.basket() * on_market +
                                  t.input(j, s) * pool;
            coef[j * n + s] = orders / user.output + t.capital_goods.domestic[j] * user.investment +
                              t.research_goods.domestic[j] * user.research;
        }
    }
    std::vector<double> demand = t.final_demand;
    for (std::size_t j = 0; j < n; ++j)
        demand[j] -= t.capital_goods.domestic[j] * t.firm_investment_total +
                     t.research_goods.domestic[j] * t.research_total;
    return leontief_output(coef, demand);
}

void scale_firm(Economy& e, std::size_t row, double by)
{
    auto& f = e.firms;
    f.research_order[row] *= static_cast<float>(by);
    for (auto* column : {&f.productivity, &f.expected, &f.usual_output, &f.planned, &f.orders, &f.made, &f.finished,
                         &f.investment, &f.capital})
        (*column)[row] *= by;
    for (auto edge : e.links.network.outgoing(row))
        e.links.flow[edge].ordered = static_cast<float>(by * static_cast<double>(e.links.flow[edge].ordered));
}

} // namespace

void recount_totals(Economy& e)
{
    auto& t = e.technology;
    t.firm_investment_total = t.research_total = 0;
    for (const auto& s : t.sectors) {
        t.firm_investment_total += s.investment * s.output;
        t.research_total += s.research * s.output;
    }
    t.imports_total = imports_of(t, StartGrowth(e.setup.parameters));
}

void fit_inventories(Economy& e)
{
    const StartGrowth growth(e.setup.parameters);
    if (growth.month() == 0) return;
    const auto output = solved_output(e, growth);
    const std::size_t regions = e.groups.regions();
    std::vector<double> by(output.size(), 1);
    for (std::size_t s = 0; s < output.size(); ++s) {
        Sector& sector = e.technology.sectors[s];
        if (sector.output <= 0) continue;
        by[s] = output[s] / sector.output;
        sector.output = output[s];
        sector.productivity *= by[s];
    }
    recount_totals(e);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) scale_firm(e, row, by[e.groups[e.firms.group[row]].sector]);
    for (std::size_t k = 0; k < e.pools.output_at_start.size(); ++k)
        for (auto* v : {&e.pools.output_at_start, &e.pools.expected}) (*v)[k] *= by[k / regions];
    auto& t = e.turnover;
    for (std::size_t k = 0; k < t.output.size(); ++k)
        for (auto* v : {&t.output, &t.orders_at_start, &t.used_capital}) (*v)[k] *= by[k / regions];
    t.entry_out = founders_purchases(e);
}

} // namespace rongtong
