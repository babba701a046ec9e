// The start by sector: what each needs, sells and earns per unit of output.
//
//   X = (I - A)^-1 ((1 - m) (consumption + government + fixed capital) + exports of its own)
// with A and m of table.hpp. Inventories of the table are left out: they would be orders that nobody repeats. What rounding
// leaves in a column is surplus. A sector without output has no firms, no pool and no costs. Sources: Miller & Blair 2009, ch. 2
// and 4; the table is the calibration's. Tests: tests/models/start.cpp, tables.cpp.
#include "models/agents/technology_table.hpp"

#include "models/capital/credit.hpp"
#include "models/setup.hpp"
#include "models/start/cost_shares.hpp"
#include "models/start/range.hpp"
#include "models/start/table.hpp"
#include "sim/error.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rongtong {

namespace {

constexpr double yuan_per_million = 1e6, months_per_year = 12;

Composite composite(const Calibration& c, const std::vector<double>& m, double SectorFigures::* a, double& total)
{
    Composite k;
    total = 0;
    for (const auto& s : c.sectors) total += s.*a;
    for (std::size_t j = 0; j < c.sector_count(); ++j) {
        const double use = total > 0 ? c.sectors[j].*a / total : 0; // a use that no sector has buys nothing
        k.domestic.push_back((1 - m[j]) * use);
        k.imported += m[j] * use;
    }
    return k;
}

void describe_sector(const SectorFigures& f, Sector& s)
{
    s.code = f.code;
    s.has_firms = f.producers == Producers::firms && f.gross_output > 0;
    s.is_public = f.producers == Producers::publics && f.gross_output > 0;
    s.is_trade = f.group == "trade-transport";
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

void set_sizes(const Calibration& c, const NetworkRules& rules, double self_employed_output, TechnologyTable& t)
{
    for (std::size_t k = 0; k < t.sectors.size(); ++k) {
        Sector& s = t.sectors[k];
        const auto& f = c.sectors[k];
        if (!s.has_firms) {
            s.pool_share = 1;
            continue;
        }
        const double pool = f.self_employed * self_employed_output;
        s.pool_share = pool / (f.employees + pool);
        const double workers = f.employees * t.scale;
        s.productivity = s.output * (1 - s.pool_share) / workers;
        const double mean = workers / static_cast<double>(s.firm_count);
        s.size_scale = std::max(0.1, (mean - 0.5) * (rules.size_shape - 1));
        const double most = std::max(rules.size_most_share, std::min(0.25, 2 / static_cast<double>(s.firm_count)));
        s.largest_workers = std::max(1.0, most * workers);
    }
}

} // namespace

void set_debt(Sector& s, double wear, const Parameters& p)
{
    const double rate = p.credit.credit_switch > 0 ? usual_loan_rate(p) / months_per_year : 0;
    const double usual = rate * (p.credit.leverage * s.capital + p.credit.working_months * s.unit_cost);
    const double left = s.surplus - wear;
    const bool carries = usual <= left;
    s.debt = carries ? 1 : std::max(0.0, left / usual);
    s.interest = s.debt * usual;
    s.margin = carries ? left - usual : std::min(0.0, left);
}

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
    double consumption, government, fixed;
    t.consumption = composite(c, m, &SectorFigures::household, consumption);
    t.government = composite(c, m, &SectorFigures::government, government);
    t.capital_goods = composite(c, m, &SectorFigures::fixed_capital, fixed);
    std::vector<double> demand(n);
    for (std::size_t j = 0; j < n; ++j)
        demand[j] = consumption * t.consumption.domestic[j] + government * t.government.domestic[j] +
                    fixed * t.capital_goods.domestic[j] + shares.home_exports[j];
    t.coef = std::move(shares.coef);
    t.spectral_radius = spectral_radius(t.coef);
    if (!(t.spectral_radius < 1))
        throw ScenarioError({{"", "/calibration", 0, 0, "the input-output table is not productive",
                              "a spectral radius below 1", "some sector's inputs exceed its output"}});
    const auto x = leontief_output(t.coef, demand);

    const double flow = t.scale * yuan_per_million / months_per_year;
    t.consumption_total = consumption * flow;
    t.government_total = government * flow;
    t.firm_investment_total = fixed * flow * rules.investment_firms;
    t.housing_total = fixed * flow * rules.investment_housing;
    t.public_investment_total = fixed * flow - t.firm_investment_total - t.housing_total;
    double surplus = 0;
    for (std::size_t s = 0; s < n; ++s) {
        t.sectors[s].output = x[s] * flow;
        t.exports.push_back(shares.home_exports[s] * flow);
        t.exports_total += t.exports[s];
        surplus += t.sectors[s].surplus * t.sectors[s].output;
    }
    for (auto& s : t.sectors) {
        s.investment = surplus > 0 ? t.firm_investment_total / surplus * s.surplus : 0;
        s.capital = s.investment * months_per_year / rules.depreciation;
        s.unit_cost = s.output > 0 ? s.domestic + s.imports + s.labour : 1;
        s.markup = 1 / s.unit_cost - 1;
        set_debt(s, s.investment, setup.parameters);
        t.imports_total += s.imports * s.output;
    }
    t.imports_total += t.consumption.imported * t.consumption_total + t.government.imported * t.government_total +
                       t.capital_goods.imported * fixed * flow;
    count_firms(c, setup.firms, t);
    set_sizes(c, setup.parameters.network, setup.parameters.labour.self_employed_output, t);
    check_range(setup, t);
    return t;
}

} // namespace rongtong
