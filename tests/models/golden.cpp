// Key figures of a small economy after two years, stored in data/golden.txt: a change of results is seen and meant.
//
// To renew them after a change that is meant:  RONGTONG_RENEW_GOLDEN=1 test_models "golden results*"
// then say in CHANGELOG.md, under "Results change", what changed and why. Figures are compared to nine digits, so they hold on
// any level of CPU; golden_columns.cpp holds every column to the bit.
#include "tests/models/golden.hpp"
#include "tests/models/policies.hpp"

#include <iomanip>
#include <sstream>
#include <string>

using namespace rongtong;

namespace {

std::string text_of(double x)
{
    std::ostringstream s;
    s.imbue(std::locale::classic());
    s << std::setprecision(17) << x;
    return s.str();
}

GoldenLines figures_of_run()
{
    Setup setup = with_policy(small_setup(2000, 20), policy_of("payment_term_cap", {60, 0.8}, 7));
    setup.parameters.technology = default_parameters().technology; // it grows
    setup.policies.push_back(policy_of("unified_market", {0.5}, 9));
    ShockEvent flood = shock_of("capacity_loss", 15, {0.5, 6, 0});
    flood.target.regions = std::bitset<8>(0b0010);
    setup.shocks.push_back(flood);
    const Economy e = after(setup, 24);
    const auto& t = e.total;
    Money households;
    for (const auto& h : e.households) households += h.deposits;
    return {{"firms", text_of(static_cast<double>(t.firms))},
            {"workers", text_of(static_cast<double>(t.workers))},
            {"goods_made", text_of(from_fixed_goods(t.made))},
            {"goods_ordered", text_of(from_fixed_goods(t.orders))},
            {"sales_yuan", text_of(Money(t.link_revenue + t.market_revenue).yuan())},
            {"profit_yuan", text_of(Money(t.profit).yuan())},
            {"firms_cash_yuan", text_of(Money(t.cash).yuan())},
            {"receivables_yuan", text_of(Money(t.receivable).yuan())},
            {"overdue_yuan", text_of(Money(t.overdue).yuan())},
            {"households_deposits_yuan", text_of(households.yuan())},
            {"bonds_yuan", text_of(e.government.bonds.yuan())},
            {"exports_yuan", text_of(e.ledger.world.paid(Flow::exports).yuan())},
            {"price_level", text_of(price_level(e))},
            {"wage_index_first_region", text_of(e.labour(Labour::workers, 0).wage_index)}};
}

double number(const std::string& text)
{
    std::istringstream s(text);
    s.imbue(std::locale::classic());
    double x = 0;
    REQUIRE(s >> x);
    return x;
}

} // namespace

TEST_CASE("golden results: key figures", "[golden]")
{
    const GoldenLines now = figures_of_run(), golden = golden_lines("golden.txt", now);
    REQUIRE(golden.size() == now.size());
    for (std::size_t k = 0; k < now.size(); ++k) {
        INFO(now[k].first);
        REQUIRE(golden[k].first == now[k].first);
        CHECK(number(now[k].second) == Approx(number(golden[k].second)).epsilon(1e-9));
    }
}
