// The start by sector: what each needs, sells and earns per unit of output.
//
//   X = (I - A)^-1 ((1 - m) (consumption + government + fixed capital) + exports of its own)
// with A and m of table.hpp. Inventories of the table are left out; those of a growing economy
// come on top (growth.hpp). What rounding
// leaves in a column is surplus. A sector without output has no firms, no pool and no costs. Sources: Miller & Blair 2009, ch. 2
// and 4; the table is the calibration's. Tests: tests/models/start.cpp, tables.cpp.
#include "models/agents/technology_table.hpp"
#include "models/research/capabilities.hpp"

#include "models/capital/credit.hpp"
#include "models/selection/cost_edge.hpp"
#include "models/selection/usual_debt.hpp"
#include "models/setup.hpp"
#include "models/start/composites.hpp"
#include "models/start/cost_shares.hpp"
#include "models/start/growth.hpp"
#include "models/start/range.hpp"
#include "models/start/table.hpp"
#include "sim/error.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

namespace rongtong {

namespace {

constexpr double yuan_per_million = 1e6, months_per_year = 12;

void describe_sector(const SectorFigures& f, Sector& s)
{
    s.code = f.code;
    s.has_firms = f.producers == Producers::firms && f.gross_output > 0;
    s.is_public = f.producers == Producers::publics && f.gross_output > 0;
    s.is_trade = f.group == "trade-transport";
    s.hosts_platforms = f.hosts_platforms && s.has_firms;
    s.holds_stock = f.holds_stock;
    s.tradable = f.tradable;
    s.tier = f.delivery_tier;
    s.large = f.large, s.medium = f.medium, s.small = f.small;
}

// Firms by sector: in proportion to the census, at least eight, in sum exactly as asked (largest remainder).
void count_firms(const Calibration& c, std::uint64_t firms, TechnologyTable& t)
{
    constexpr std::uint64_t least = 8;
    double enterprises = 0;
    std::vector<std::size_t> order;
    for (std::size_t s = 0; s < c.sector_count(); ++s)
        if (t.sectors[s].has_firms) enterprises += c.sectors[s].enterprises, order.push_back(s);
    std::vector<double> remainder(c.sector_count());
    std::uint64_t given = 0;
    for (auto s : order) {
        const double exact = c.sectors[s].enterprises / enterprises * static_cast<double>(firms);
        t.sectors[s].firm_count = std::max(least, static_cast<std::uint64_t>(exact));
        remainder[s] = exact - static_cast<double>(t.sectors[s].firm_count);
        given += t.sectors[s].firm_count;
    }
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return remainder[a] > remainder[b]; });
    for (std::size_t k = 0; given < firms; ++k, ++given) ++t.sectors[order[k % order.size()]].firm_count;
    while (given > firms) { // small runs: the floor of eight is paid for by the largest sectors
        const auto it = std::max_element(t.sectors.begin(), t.sectors.end(),
                                         [](auto& a, auto& b) { return a.firm_count < b.firm_count; });
        --it->firm_count, --given;
    }
}

void set_price_rule(Sector& s, double output)
{
    s.unit_cost = output > 0 ? s.domestic + s.imports + s.labour : 1;
    s.markup = 1 / s.unit_cost - 1;
}

void set_pool_share(const SectorFigures& f, double self_employed_output, Sector& s)
{
    const double pool = f.self_employed * self_employed_output;
    s.pool_share = s.has_firms ? pool / (f.employees + pool) : 1;
}

// Orders of month 1 per unit of sales: a first guess, as if all inputs could be stored (inventories.cpp).
std::vector<double> order_coef(const TechnologyTable& t, const StartGrowth& growth)
{
    const std::size_t n = t.sectors.size();
    std::vector<double> coef = t.coef;
    if (growth.month() == 0) return coef;
    for (std::size_t s = 0; s < n; ++s) {
        const Sector& user = t.sectors[s];
        const double orders = user.pool_share + (1 - user.pool_share) * growth.made(user) * growth.basket();
        for (std::size_t j = 0; j < n; ++j) coef[j * n + s] *= orders;
    }
    return coef;
}

void set_sizes(const Calibration& c, const NetworkRules& rules, TechnologyTable& t)
{
    for (std::size_t k = 0; k < t.sectors.size(); ++k) {
        Sector& s = t.sectors[k];
        const auto& f = c.sectors[k];
        if (!s.has_firms) continue;
        const double workers = f.employees * t.scale;
        s.productivity = s.output * (1 - s.pool_share) / workers;
        const double mean = workers / static_cast<double>(s.firm_count);
        s.size_scale = std::max(0.1, (mean - 0.5) * (rules.size_shape - 1));
        const double most = std::max(rules.size_most_share, std::min(0.25, 2 / static_cast<double>(s.firm_count)));
        s.largest_workers = std::max(1.0, most * workers);
    }
}

// Per unit of a firm's sales: of its surplus before tax, what growth of stocks and cash retains; and interest on loans for working capital.
struct Retained {
    double by_growth = 0, interest = 0;
};

Retained retained_by_firms(const Sector& s, const Parameters& p)
{
    const StartGrowth growth(p);
    const double stocks = (s.holds_stock ? p.ordering.finished_cover : 0) * s.unit_cost +
                          (1 + p.ordering.input_cover) * s.domestic;
    const double cash = p.accounting.buffer_medium * s.unit_cost, loans = p.credit.working_months * s.unit_cost;
    const double rate = p.credit.credit_switch > 0 ? usual_loan_rate(p) / months_per_year : 0;
    return {std::max(0.0, growth.month() * (stocks + cash - loans) / (1 - p.accounting.profit_tax)), rate * loans};
}

double room_left(const Sector& s, double taken) { return std::max(0.1 * s.surplus, s.surplus - taken); }

} // namespace

double imports_of(const TechnologyTable& t, const StartGrowth& growth)
{
    double sum = t.consumption.imported * t.consumption_total + t.government.imported * t.government_total +
                 t.capital_goods.imported * (t.firm_investment_total + t.housing_total + t.public_investment_total) +
                 t.research_goods.imported * t.research_total;
    for (const auto& s : t.sectors) sum += s.imports * s.output * (s.pool_share + (1 - s.pool_share) * growth.made(s));
    return sum;
}

void set_debt(Sector& s, double capital, const Parameters& p)
{
    const double surplus = s.surplus - s.research / (1 - (s.has_firms ? s.pool_share : 0)); // after R&D
    const UsualDebt usual = usual_debt(surplus, capital, s.unit_cost, 1, p);
    s.capital_of_sales = capital;
    s.debt = usual.debt, s.interest = usual.interest, s.margin = usual.margin;
}

namespace {

// Trade platforms and digital tools are made of one sector's product.
void check_host(const Setup& setup, const TechnologyTable& t)
{
    const auto hosts = std::count_if(t.sectors.begin(), t.sectors.end(),
                                     [](const Sector& s) { return s.hosts_platforms; });
    const auto& p = setup.parameters;
    if ((p.platforms.platform_switch <= 0 && p.digital.digital_switch <= 0) || hosts == 1) return;
    throw ScenarioError({{"", "/calibration", 0, 0,
                          fmt::format("{} sectors of the calibration host platforms", hosts == 0 ? "no" : "several"),
                          "\"hosts_platforms\": true at one sector with firms in sectors.json",
                          "or model/platforms/switch and model/digital/switch 0"}});
}

} // namespace

TechnologyTable make_technology(const Setup& setup)
{
    const Calibration& c = *setup.calibration;
    const auto& rules = setup.parameters.accounting;
    const std::size_t n = c.sector_count();
    TableShares shares = table_shares(c);
    const auto& m = shares.imported;
    TechnologyTable t;
    t.import_share = m;
    t.scale = static_cast<double>(setup.firms) / c.enterprises;
    t.sectors.resize(n);
    const double wage = mean_wage(c);
    for (std::size_t s = 0; s < n; ++s) {
        describe_sector(c.sectors[s], t.sectors[s]);
        set_cost_shares(c.sectors[s], m, wage, rules.smallest_margin, t.sectors[s]);
        const auto& user = c.sectors[s].critical_inputs;
        for (std::size_t j = 0; j < n; ++j)
            t.critical_inputs.push_back(static_cast<float>(user.empty() ? c.sectors[j].critical_input : user[j]));
    }
    check_host(setup, t);
    set_fields(c, t);
    double consumption, government;
    t.consumption = composite(column_of(c, &SectorFigures::household), m, consumption);
    t.government = composite(column_of(c, &SectorFigures::government), m, government);
    const auto [fixed, research] = set_capital_goods(setup, m, t);
    std::vector<double> demand(n);
    for (std::size_t j = 0; j < n; ++j)
        demand[j] = consumption * t.consumption.domestic[j] + government * t.government.domestic[j] +
                    (fixed - research) * t.capital_goods.domestic[j] + research * t.research_goods.domestic[j] +
                    shares.home_exports[j];
    t.coef = std::move(shares.coef);
    t.field_profile = field_profiles(t);
    t.spectral_radius = spectral_radius(t.coef);
    if (!(t.spectral_radius < 1))
        throw ScenarioError({{"", "/calibration", 0, 0, "the input-output table is not productive",
                              "a spectral radius below 1", "some sector's inputs exceed its output"}});
    const double flow = t.scale * yuan_per_million / months_per_year;
    t.consumption_total = consumption * flow;
    t.government_total = government * flow;
    t.research_total = research * flow;
    t.firm_investment_total = fixed * flow * rules.investment_firms; // R&D in it: start/research.cpp takes it out
    t.housing_total = fixed * flow * rules.investment_housing;
    t.public_investment_total = fixed * flow - t.firm_investment_total - t.housing_total;
    const StartGrowth growth(setup.parameters);
    for (std::size_t s = 0; s < n; ++s) {
        set_price_rule(t.sectors[s], c.sectors[s].gross_output);
        set_pool_share(c.sectors[s], setup.parameters.labour.self_employed_output, t.sectors[s]);
        t.final_demand.push_back(demand[s] * flow);
    }
    const auto x = leontief_output(order_coef(t, growth), t.final_demand);
    double room = 0;
    std::vector<double> rooms(n); // of firms and pools: investment is shared out by it
    for (std::size_t s = 0; s < n; ++s) {
        t.sectors[s].output = x[s];
        t.exports.push_back(shares.home_exports[s] * flow);
        t.exports_total += t.exports[s];
        auto& sector = t.sectors[s];
        const Retained retained = retained_by_firms(sector, setup.parameters);
        sector.room = room_left(sector, retained.by_growth + retained.interest);
        rooms[s] = room_left(sector, (1 - sector.pool_share) * retained.by_growth);
        sector.labour_cost_slope = labour_cost_slope(sector, sector.room, setup.parameters.network.productivity_spread,
                                                     setup.parameters.selection);
        room += rooms[s] * sector.output;
    }
    for (std::size_t k = 0; k < n; ++k) {
        Sector& s = t.sectors[k];
        s.investment = room > 0 ? t.firm_investment_total / room * rooms[k] : 0;
        const double capital = s.investment * months_per_year / (rules.depreciation + growth.year());
        s.capital = capital / growth.made(s);
        set_debt(s, capital, setup.parameters);
    }
    t.firm_investment_total -= t.research_total;
    t.imports_total = imports_of(t, growth);
    count_firms(c, setup.firms, t);
    set_sizes(c, setup.parameters.network, t);
    check_range(setup, t);
    return t;
}

} // namespace rongtong
