// The starting economy (models/start/*.cpp): technology, firms, market, balances.
#include "models/start/start.hpp"

#include "tests/models/fixture.hpp"

#include <numeric>

using namespace rongtong;

namespace {

const Economy& start_of_2000()
{
    static const Economy e = start_economy(small_setup(2000));
    return e;
}

// The largest eigenvalue of the coefficients, by power iteration: independent of how the model gets it.
double spectral_radius(const TechnologyTable& t)
{
    const std::size_t n = t.sectors.size();
    std::vector<double> v(n, 1), next(n);
    double radius = 0;
    for (int k = 0; k < 300; ++k) {
        double norm = 0;
        for (std::size_t s = 0; s < n; ++s) {
            next[s] = 0;
            for (std::size_t j = 0; j < n; ++j) next[s] += t.input(j, s) * v[j]; // the transpose has the same
            norm = std::max(norm, next[s]);
        }
        for (auto& x : next) x /= norm;
        v = next;
        radius = norm;
    }
    return radius;
}

} // namespace

TEST_CASE("each sector's costs and surplus are its output")
{
    const auto& t = start_of_2000().technology;
    for (const auto& s : t.sectors) {
        INFO(s.code);
        CHECK(s.domestic + s.imports + s.labour + s.tax + s.surplus == Approx(1).epsilon(1e-12));
        CHECK(s.surplus >= start_of_2000().setup.parameters.accounting.smallest_margin - 1e-12);
        CHECK(s.labour > 0);
        CHECK(s.unit_cost * (1 + s.markup) == Approx(1).epsilon(1e-12));
        double inputs = 0;
        for (std::size_t j = 0; j < t.sectors.size(); ++j)
            inputs += t.input(j, static_cast<std::size_t>(&s - t.sectors.data()));
        CHECK(inputs == Approx(s.domestic).epsilon(1e-12));
    }
    for (const auto* c : {&t.consumption, &t.government, &t.capital_goods})
        CHECK(std::accumulate(c->domestic.begin(), c->domestic.end(), c->imported) == Approx(1).epsilon(1e-12));
}

TEST_CASE("the table is productive: the spectral radius of the domestic coefficients is 0.566")
{
    const auto& t = start_of_2000().technology;
    CHECK(t.spectral_radius == Approx(spectral_radius(t)).epsilon(1e-6));
    CHECK(t.spectral_radius == Approx(0.566).margin(0.003));
}

TEST_CASE("output solves the balance and is close to the table")
{
    const auto& e = start_of_2000();
    const auto& t = e.technology;
    const double flow = t.scale * 1e6 / 12;
    double table = 0, model = 0;
    for (std::size_t j = 0; j < t.sectors.size(); ++j) {
        const double capital = t.firm_investment_total + t.housing_total + t.public_investment_total;
        double use = t.consumption.domestic[j] * t.consumption_total + t.government.domestic[j] * t.government_total +
                     t.capital_goods.domestic[j] * capital + t.exports[j];
        for (std::size_t s = 0; s < t.sectors.size(); ++s) use += t.input(j, s) * t.sectors[s].output;
        INFO(t.sectors[j].code);
        CHECK(use == Approx(t.sectors[j].output).epsilon(1e-9));
        CHECK(t.sectors[j].output == Approx(china()->sectors[j].gross_output * flow).epsilon(0.15));
        table += china()->sectors[j].gross_output * flow;
        model += t.sectors[j].output;
    }
    CHECK(model == Approx(table).epsilon(0.02)); // inventories are left out
}

TEST_CASE("investment by producers keeps their capital whole, with what founders buy")
{
    const auto& t = start_of_2000().technology;
    double investment = 0;
    for (const auto& s : t.sectors) {
        investment += s.investment * s.output;
        const double worn = s.capital * start_of_2000().setup.parameters.accounting.depreciation / 12;
        CHECK(worn <= s.investment * (1 + 1e-9)); // founders buy the rest
        CHECK(worn >= 0.85 * s.investment);
    }
    CHECK(investment == Approx(t.firm_investment_total));
}

TEST_CASE("there are exactly as many firms as asked for, at least eight in each sector that has firms")
{
    for (std::uint64_t n : {500u, 777u, 2000u}) {
        const Economy e = n == 2000 ? start_of_2000() : start_economy(small_setup(n));
        std::vector<std::uint64_t> count(e.technology.sectors.size());
        std::uint64_t open = 0;
        for (std::size_t row = 0; row < e.firms.rows(); ++row)
            if (e.firms.born[row] < 0) ++count[sector_of(e, row)], ++open;
        CHECK(open == n); // beside founders of the month before the first
        CHECK(e.firms.rows() < n + n / 50);
        for (std::size_t s = 0; s < count.size(); ++s) {
            CHECK(count[s] == e.technology.sectors[s].firm_count);
            CHECK(count[s] >= (e.technology.sectors[s].has_firms ? 8u : 0u));
            if (!e.technology.sectors[s].has_firms) CHECK(count[s] == 0);
        }
    }
}

namespace {

double workers_over_census(const Economy& e)
{
    double census = 0;
    for (std::size_t s = 0; s < e.technology.sectors.size(); ++s)
        if (e.technology.sectors[s].has_firms) census += china()->sectors[s].employees * e.technology.scale;
    return sum_over_firms(e, [&](std::size_t row) { return e.firms.workers[row]; }) / census;
}

} // namespace

TEST_CASE("firms make each sector's output")
{
    const Economy& e = start_of_2000();
    std::vector<double> output(e.technology.sectors.size());
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.born[row] == 0) continue; // opens next month
        output[sector_of(e, row)] += e.firms.expected[row];
        const double needed = e.firms.expected[row] / e.firms.productivity[row];
        REQUIRE(needed <= e.firms.workers[row] * (1 + 1e-12));
        REQUIRE(needed > e.firms.workers[row] - 1);
    }
    for (std::size_t s = 0; s < output.size(); ++s)
        CHECK(output[s] ==
              Approx(e.technology.sectors[s].output * (1 - e.technology.sectors[s].pool_share)).epsilon(1e-9));
}

TEST_CASE("firms employ nearly what the census counts, the more firms the closer")
{
    // The cap on the largest firm of a sector takes more from a small sample.
    const double at_2000 = workers_over_census(start_of_2000());
    const double at_10000 = workers_over_census(start_economy(small_setup(10000)));
    WARN("start: employees over census " << at_2000 << " (2 000 firms), " << at_10000 << " (10 000 firms)");
    CHECK(at_2000 > 0.8);
    CHECK(at_2000 < 1.02);
    CHECK(at_10000 > 0.9);
    CHECK(at_10000 < 1.02);
    CHECK(std::fabs(at_10000 - 1) < 0.02);
}

TEST_CASE("at a hundred thousand firms employment is within three percent of the census", "[.slow]")
{
    CHECK(workers_over_census(start_economy(small_setup(100000))) == Approx(1).margin(0.03));
}

TEST_CASE("rows are sorted by cell with ascending ids, regions hold their share of firms")
{
    const Economy& e = start_of_2000();
    std::vector<double> share(e.groups.regions());
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        share[region_of(e, row)] += 1.0 / static_cast<double>(e.firms.rows());
        if (row == 0) continue;
        REQUIRE(e.firms.id[row] > e.firms.id[row - 1]);
        REQUIRE(e.firms.born[row] <= 0);
        if (e.firms.born[row] == 0) continue; // founders of the month before the first come last
        REQUIRE(e.groups.cell(e.firms.group[row]) >= e.groups.cell(e.firms.group[row - 1]));
    }
    CHECK(e.next_id == e.firms.id[e.firms.rows() - 1] + 1);
    for (std::size_t r = 0; r < share.size(); ++r)
        CHECK(share[r] == Approx(china()->regions[r].firm_share).margin(0.02));
}

TEST_CASE("small and medium firms are nearly all firms and most of the work")
{
    const Economy e = start_economy(small_setup(20000));
    std::array<double, 4> firms{}, workers{}, sales{};
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const auto size = static_cast<std::size_t>(e.groups[e.firms.group[row]].size);
        firms[size] += 1, workers[size] += e.firms.workers[row], sales[size] += e.firms.expected[row];
    }
    const auto of_all = [](const std::array<double, 4>& x) { return 1 - x[3] / (x[0] + x[1] + x[2] + x[3]); };
    WARN("start, 20 000 firms: SMEs are " << 100 * of_all(firms) << " % of firms, " << 100 * of_all(workers)
                                          << " % of employees, " << 100 * of_all(sales)
                                          << " % of sales (census 79, 68)");
    CHECK(of_all(firms) >= 0.98);
    CHECK(of_all(workers) > 0.5);
    CHECK(firms[0] > firms[1]);
    CHECK(firms[1] > firms[2]);
}

TEST_CASE("claims and debts agree before the first month, and banks hold what the others owe them")
{
    const Economy& e = start_of_2000();
    CHECK(sum_of(e.firms.receivable) == sum_of(e.firms.payable));
    CHECK(sum_of(e.firms.payable) == owed_over_links(e));
    CHECK(sum_of(e.firms.payable) > Money());
    check_banking(e);
}

TEST_CASE("nobody lends or borrows in the first month: flows of each agent sum to zero")
{
    const Economy e = after(resting_setup(2000), 1);
    const auto& flows = e.accounts.flows;
    for (std::size_t k = 0; k < account_names.size(); ++k) {
        Money net, gross;
        for (const auto& row : flows.cell) {
            net += row[k];
            if (row[k].fen > 0) gross += row[k];
        }
        INFO(account_names[k] << ": net " << net.yuan() << " of gross " << gross.yuan() << " yuan");
        CHECK(std::fabs(net.yuan()) <= 1e-8 * gross.yuan() + 0.05 * static_cast<double>(e.firms.rows()));
    }
}

TEST_CASE("every firm's flows sum to zero in the first month")
{
    const Economy start = start_economy(resting_setup());
    Economy e = start;
    advance(e);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        INFO("row " << row << ", " << e.links.network.count[row] << " links");
        const double change = (e.firms.cash[row] - start.firms.cash[row]).yuan() +
                              (e.firms.receivable[row] - start.firms.receivable[row]).yuan() -
                              (e.firms.payable[row] - start.firms.payable[row]).yuan();
        REQUIRE(std::fabs(change) <= 1e-6 * e.firms.revenue[row].yuan() + 0.1);
    }
}

TEST_CASE("households spend the table's consumption out of wages, profits and a year's value added of deposits")
{
    const Economy& e = start_of_2000();
    const auto& d = e.setup.parameters.demand;
    const auto& t = e.technology;
    double disposable = 0, spent = 0, deposits = 0;
    for (const auto& h : e.households) {
        disposable += h.disposable.yuan(), deposits += h.deposits.yuan();
        const double spends = d.propensity_wages * h.mean_wages + d.propensity_profits * h.mean_profits +
                              h.propensity_wealth * h.deposits.yuan();
        spent += spends;
        CHECK(h.mean_wages + h.mean_profits == Approx(h.disposable.yuan()).epsilon(1e-6));
        CHECK(h.propensity_wealth > 0.001);
        CHECK(h.propensity_wealth < 0.02);
    }
    CHECK(spent == Approx(t.consumption_total + t.housing_total).epsilon(1e-9));
    CHECK(disposable == Approx(spent + e.turnover.entry_out).epsilon(1e-9)); // founders' new capital is their own money
    const double value_added = spent + t.government_total + t.firm_investment_total + t.public_investment_total +
                               t.exports_total - t.imports_total;
    CHECK(deposits == Approx(12 * value_added).epsilon(0.01)); // less what the first founders brought
    CHECK(e.government.direct_tax_rate > 0);
    CHECK(e.government.direct_tax_rate < 0.6);
}

TEST_CASE(
    "used capital opens where exits, entrants and scrapping leave it, and entrants are sized like firms that leave")
{
    const Economy& e = start_of_2000();
    const auto& t = e.turnover;
    CHECK(t.exit_first.size() == e.groups.sectors() + 1);
    for (std::size_t s = 0; s < e.groups.sectors(); ++s)
        CHECK((t.exit_first[s + 1] > t.exit_first[s]) == e.technology.sectors[s].has_firms);
    double held = 0;
    for (double k : t.used_capital) held += k;
    CHECK(held > 0);
    CHECK(held < 0.02 * sum_over_firms(e, [&](std::size_t row) { return e.firms.capital[row]; }));
    const Economy still = start_economy(resting_setup());
    for (double k : still.turnover.used_capital) CHECK(k == 0);
    CHECK(still.turnover.entry_out == 0);
}

TEST_CASE("expected turnover of the first month is what happens: capital left, taken and founded", "[.slow]")
{
    double left = 0, brought = 0, founded = 0, expected = 0;
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        Economy e = start_economy(small_setup(20000, seed));
        expected += e.turnover.entry_out;
        advance(e);
        left += from_fixed_goods(e.total.freed_capital);
        brought += from_fixed_goods(e.total.entry_capital);
        founded += from_fixed_goods(e.total.entry_new_capital);
    }
    CHECK(founded == Approx(expected).epsilon(0.1));
    CHECK(brought + founded == Approx(left).epsilon(0.15));
}

TEST_CASE("a sector that usual loans would ruin borrows less, one that can't keep its capital whole is refused")
{
    Setup setup = small_setup();
    setup.parameters.credit.leverage = 0.6, setup.parameters.credit.working_months = 3;
    setup.parameters.banks.loan_rate = 0.1;
    int thin = 0;
    for (const auto& s : start_economy(setup).technology.sectors) {
        if (!s.has_firms) continue;
        CHECK(s.margin >= -1e-15);
        thin += s.debt < 1;
    }
    CHECK(thin > 3);
    for (const auto& s : start_of_2000().technology.sectors) {
        INFO(s.code << " " << s.debt);
        CHECK((s.debt == 1 || s.code == "s25" ||
               !s.has_firms)); // loans on as much capital as oil has exceed its security
    }
    setup = small_setup();
    setup.parameters.accounting.investment_firms = 0.9, setup.parameters.accounting.investment_housing = 0;
    auto poor = std::make_shared<Calibration>(*china());
    for (auto& s : poor->sectors) s.fixed_capital *= 4, s.household -= 3 * s.fixed_capital / 4;
    setup.calibration = poor;
    try {
        start_economy(setup);
        FAIL("no error");
    } catch (const ScenarioError& error) {
        CHECK(error.problems.size() > 3);
        CHECK(error.problems[0].message.find("would open with a loss") != std::string::npos);
    }
}

TEST_CASE("unemployment starts at the calibration's rate in every region")
{
    const auto markets = start_of_2000().labour.of(Labour::workers);
    REQUIRE(markets.size() == china()->region_count());
    for (const auto& market : markets) CHECK(market.unemployment() == Approx(china()->unemployment_rate));
}

TEST_CASE("a table whose sectors eat more than they make is refused")
{
    auto bad = std::make_shared<Calibration>(*china());
    for (auto& s : bad->sectors)
        for (auto& x : s.inputs) x *= 2;
    Setup setup = small_setup();
    setup.calibration = bad;
    try {
        start_economy(setup);
        FAIL("no error");
    } catch (const ScenarioError& error) {
        REQUIRE(error.problems.size() == 1);
        CHECK(error.problems[0].message.find("not productive") != std::string::npos);
    }
}
