// Indicators and panel columns, made anew from the rows (models/indicators/).
#include "models/indicators/indicator.hpp"

#include "tests/models/policies.hpp"

#include <map>
#include <set>
#include <string>

using namespace rongtong;

namespace {

const Indicator& indicator(const std::string& name)
{
    for (const auto& i : all_indicators())
        if (i.name == name) return i;
    FAIL("no indicator " << name);
    return all_indicators().front();
}

double value(const Economy& e, const std::string& name)
{
    const auto& i = indicator(name);
    return i.of_economy ? i.of_economy(e) : i.of_firms(e.total);
}

} // namespace

TEST_CASE("every indicator is named once, has a unit and a formula, and is a number at the start and later")
{
    std::set<std::string_view> names;
    Economy e = start_economy(small_setup(600));
    for (int month = 0; month < 3; ++month) {
        advance(e);
        for (const auto& i : all_indicators()) {
            INFO(i.name);
            if (month == 0) CHECK(names.insert(i.name).second);
            CHECK_FALSE((i.unit.empty() || i.long_name.empty() || i.formula.empty()));
            REQUIRE((i.of_economy != nullptr || i.of_firms != nullptr));
            CHECK_FALSE(std::isinf(i.of_economy ? i.of_economy(e) : i.of_firms(e.total)));
            if (i.of_firms)
                for (const auto& s : e.sums) CHECK_FALSE(std::isinf(i.of_firms(s)));
        }
    }
    for (const auto& p : panel_variables()) CHECK_FALSE((p.name.empty() || p.unit.empty() || p.long_name.empty()));
}

TEST_CASE("a share or mean of nothing is missing, a sum of nothing is 0")
{
    const FirmSums nobody{};
    for (const char* name : {"loss_given_default", "wage", "productivity", "price_level", "days_receivable",
                             "overdue_share", "exit_rate", "utilisation", "approval_rate"})
        for (const auto& i : all_indicators())
            if (i.name == name) CHECK(std::isnan(i.of_firms(nobody)));
    for (const char* name : {"output", "firms", "employment", "bankruptcies", "cash", "loans"})
        CHECK(indicator(name).of_firms(nobody) == 0);
    Economy e = after(small_setup(600), 1);
    REQUIRE(e.total.defaults == 0);
    CHECK(std::isnan(value(e, "loss_given_default")));
    CHECK(value(e, "bankruptcies") == 0);
    CHECK(std::isfinite(value(e, "unemployment_rate")));
}

TEST_CASE("sums of money, people and goods are those of the rows")
{
    const Economy e = after(small_setup(2000), 14);
    const auto& f = e.firms;
    const auto total = [&](const auto& column) {
        return sum_over_firms(e, [&](std::size_t row) { return column[row].yuan(); });
    };
    CHECK(value(e, "cash") == Approx(total(f.cash)).epsilon(1e-12));
    CHECK(value(e, "receivables") == Approx(total(f.receivable)).epsilon(1e-12));
    CHECK(value(e, "payables") == Approx(total(f.payable)).epsilon(1e-12));
    CHECK(value(e, "overdue") == Approx(total(f.overdue)).epsilon(1e-12));
    CHECK(value(e, "overdue_share") == Approx(total(f.overdue) / total(f.payable)));
    CHECK(value(e, "firms") == sum_over_firms(e, [](std::size_t) { return 1.0; }));
    CHECK(value(e, "employment") == sum_over_firms(e, [&](std::size_t row) { return double(f.workers[row]); }));
    CHECK(value(e, "capital") ==
          Approx(sum_over_firms(e, [&](std::size_t row) { return f.capital[row]; })).epsilon(1e-6));
    CHECK(value(e, "days_receivable") == Approx(30 * value(e, "receivables") / value(e, "revenue")));
    CHECK(value(e, "link_days_receivable") == Approx(days_receivable(e)));
    double consumed = 0, deposits = 0, force = 0, employed = 0;
    for (const auto& h : e.households) consumed += h.consumption_real, deposits += h.deposits.yuan();
    for (const auto& market : e.labour.all) force += market.labour_force, employed += market.employed();
    CHECK(value(e, "consumption") == Approx(consumed));
    CHECK(value(e, "household_deposits") == Approx(deposits));
    CHECK(value(e, "unemployment_rate") == Approx(1 - employed / force));
    CHECK(value(e, "consumer_price") == Approx(price_level(e)));
    CHECK(value(e, "trade_across_regions") == Approx(cross_share(e)));
    CHECK(value(e, "public_debt") == Approx((e.government.bonds - e.government.treasury).yuan()));
}

TEST_CASE("what is given by group adds up to the total")
{
    const Economy e = after(small_setup(2000), 14);
    for (const char* name :
         {"firms", "entries", "employment", "cash", "revenue", "wages", "orders", "profit", "value_added"}) {
        const auto& i = indicator(name);
        REQUIRE(i.of_firms != nullptr);
        double sum = 0;
        for (const auto& s : e.sums) sum += i.of_firms(s);
        INFO(name);
        CHECK(sum == Approx(i.of_firms(e.total)).epsilon(1e-9));
    }
}

TEST_CASE("at rest indicators are what the start says")
{
    const Economy e = after(resting_setup(1000), 6);
    CHECK(value(e, "price_level") == Approx(1).epsilon(1e-6));
    CHECK(value(e, "consumer_price") == Approx(1).epsilon(1e-6));
    CHECK(value(e, "unfilled_share") == Approx(0).margin(1e-6));
    CHECK(value(e, "capacity_use") == Approx(e.setup.parameters.ordering.normal_utilisation).epsilon(1e-6));
    CHECK(value(e, "quality") == Approx(1).epsilon(1e-6));
    CHECK(value(e, "unemployment_rate") == Approx(china()->unemployment_rate).epsilon(1e-6));
    CHECK(value(e, "direct_tax_rate") == Approx(e.government.direct_tax_rate_at_start).epsilon(1e-6));
    double output = 0;
    for (const auto& s : e.technology.sectors) output += s.output;
    CHECK(value(e, "output") == Approx(output).epsilon(1e-6));
    CHECK(value(e, "exports") == Approx(e.technology.exports_total).epsilon(1e-6));
    CHECK(value(e, "imports") == Approx(e.technology.imports_total).epsilon(1e-6));
    CHECK(std::fabs(value(e, "budget_balance")) < 1e-6 * output);
    CHECK(value(e, "entries") + value(e, "closures") + value(e, "bankruptcies") == 0);
}

TEST_CASE("panel columns are the columns of the firm")
{
    const Economy e = after(small_setup(600), 5);
    std::map<std::string_view, double (*)(const Economy&, std::size_t)> panel;
    for (const auto& p : panel_variables()) CHECK(panel.emplace(p.name, p.of_firm).second);
    for (std::size_t row = 0; row < e.firms.rows(); row += 37) {
        CHECK(panel.at("workers")(e, row) == e.firms.workers[row]);
        CHECK(panel.at("cash")(e, row) == e.firms.cash[row].yuan());
        CHECK(panel.at("sector")(e, row) == static_cast<double>(sector_of(e, row)));
        CHECK(panel.at("age")(e, row) == e.month - e.firms.born[row]);
        CHECK(panel.at("suppliers")(e, row) == e.links.network.count[row]);
        CHECK(panel.at("customers")(e, row) == static_cast<double>(e.links.network.incoming(row).size()));
    }
}
