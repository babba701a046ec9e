// Levers: when and whom they reach, what they cost, what they do (models/policies/*.cpp).
#include "models/selection/cost_edge.hpp"
#include "tests/models/policies.hpp"

#include <algorithm>

using namespace rongtong;

TEST_CASE("a lever ramps up, holds and ends")
{
    Policy p;
    p.start_month = 5, p.ramp_months = 4, p.end_month = 12;
    const double wanted[] = {0, 0, 0, 0, 0.25, 0.5, 0.75, 1, 1, 1, 1, 0, 0};
    for (int month = 1; month <= 13; ++month) CHECK(p.ramp(month) == wanted[month - 1]);
    p.ramp_months = 0, p.end_month.reset();
    CHECK(p.ramp(4) == 0);
    CHECK(p.ramp(5) == 1);
    CHECK(p.ramp(1000) == 1);
}

TEST_CASE("every lever and shock is complete")
{
    CHECK(all_levers().size() >= 2);
    CHECK(std::is_sorted(all_levers().begin(), all_levers().end(), [](auto a, auto b) { return a->name < b->name; }));
    for (const auto* lever : all_levers()) {
        INFO(lever->name);
        CHECK(find_lever(lever->name) == lever);
        for (auto text : {lever->title_en, lever->title_zh, lever->channel, lever->moves, lever->harm, lever->source})
            CHECK_FALSE(text.empty());
        for (const auto& p : lever->parameters) CHECK((p.low <= p.initial && p.initial <= p.high));
        CHECK(lever->yearly_cost_per_firm >= 0);
        CHECK(lever->act != nullptr);
    }
    for (const auto* shock : all_shocks()) CHECK(find_shock(shock->name) == shock);
    CHECK(find_lever("manna") == nullptr);
    CHECK(find_shock("manna") == nullptr);
}

TEST_CASE("the payment term cap reaches its target only, by enforcement times intensity")
{
    Policy cap = policy_of("payment_term_cap", {60, 0.8});
    cap.ramp_months = 4;
    cap.target.sizes = std::bitset<4>(0b1000); // large
    cap.target.regions = std::bitset<8>(0b0011);
    const Economy e = after(with_policy(resting_setup(3000), cap), 2); // ramp: 2 of 4
    bool any = false;
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        const bool reached = e.groups[g].size == Size::large && e.groups[g].region < 2;
        any |= reached;
        CHECK(e.policy.conditions.groups[g].cap.compliance == (reached ? Approx(0.4) : Approx(0)));
        CHECK(e.policy.conditions.groups[g].cap.days == (reached ? 60 : longest_term));
    }
    CHECK(any);
    CHECK(e.policy.levers[0].intensity == 0.5);
}

TEST_CASE("a lever costs by the firm reached, ramped, government pays it to public administration")
{
    Policy cap = policy_of("payment_term_cap", {60, 0.8});
    cap.ramp_months = 3;
    cap.target.sizes = std::bitset<4>(0b0110);
    cap.yearly_cost_per_firm = 120000;
    const Setup setup = resting_setup(1000);
    Economy base = start_economy(setup), e = start_economy(with_policy(setup, cap));
    std::int64_t firms = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const auto size = e.groups[e.firms.group[row]].size;
        firms += size == Size::small || size == Size::medium;
    }
    advance(base);
    advance(e);
    CHECK(e.policy.levers[0].reached == firms);
    const double wanted = 120000.0 / 12 * static_cast<double>(firms) / 3;
    CHECK(e.policy.levers[0].cost == round_fen(100 * wanted));
    CHECK(e.ledger.government.paid(Flow::policy_cost).yuan() == Approx(wanted).epsilon(1e-6));
    CHECK(base.ledger.government.paid(Flow::policy_cost) == Money());
    CHECK(e.accounts.flows(Flow::policy_cost, Account::government) == e.ledger.government[Flow::policy_cost]);
    // the pools of public administration sell that much more
    const std::size_t R = e.groups.regions(), office = e.market.administration_sector;
    CHECK(e.technology.sectors[office].is_public);
    double sold = 0;
    for (std::size_t r = 0; r < R; ++r)
        sold += (e.pools.revenue[office * R + r] - base.pools.revenue[office * R + r]).yuan();
    CHECK(sold == Approx(wanted).epsilon(1e-3));
}

TEST_CASE("a budget cap cuts the intensity to what it pays for")
{
    Policy cap = policy_of("payment_term_cap", {60, 0.8});
    cap.yearly_cost_per_firm = 1200;
    cap.yearly_budget_cap = 300000;
    Economy e = after(with_policy(resting_setup(1000), cap), 1);
    CHECK(e.policy.levers[0].reached == 1000);
    CHECK(e.policy.levers[0].cost == Money(300000 / 12 * 100));
    CHECK(e.policy.levers[0].intensity == Approx(0.25));
    CHECK(e.policy.conditions.groups[0].cap.compliance == Approx(0.2));
    cap.yearly_budget_cap = 3e6; // does not bind
    e = after(with_policy(resting_setup(1000), cap), 1);
    CHECK(e.policy.levers[0].intensity == 1);
    cap.yearly_budget_cap = 0; // nothing may be spent
    e = after(with_policy(resting_setup(1000), cap), 1);
    CHECK(e.policy.levers[0].intensity == 0);
    CHECK(e.policy.levers[0].cost == Money());
}

TEST_CASE("a lever acts from its start to its end and not outside")
{
    Policy cap = policy_of("payment_term_cap", {45, 1}, 4);
    cap.end_month = 6;
    const Setup setup = small_setup(800);
    Economy base = start_economy(setup), e = start_economy(with_policy(setup, cap));
    for (int month = 1; month <= 8; ++month) {
        advance(base);
        advance(e);
        const bool on = month == 4 || month == 5;
        INFO("month " << month);
        CHECK(e.policy.levers[0].intensity == (on ? 1 : 0));
        CHECK((e.policy.levers[0].cost > Money()) == on);
        CHECK((e.policy.conditions.groups[0].cap.compliance > 0) == on);
        if (month < 4) CHECK(e.firms.cash == base.firms.cash);
        if (month == 4) CHECK(e.firms.cash != base.firms.cash);
    }
}

TEST_CASE("two levers of a kind: the stricter rule holds, both are paid")
{
    Policy one = policy_of("payment_term_cap", {90, 0.9}), two = policy_of("payment_term_cap", {60, 0.5});
    Setup setup = with_policy(with_policy(resting_setup(600), one), two);
    const Economy e = after(setup, 1);
    CHECK(e.policy.conditions.groups[0].cap.days == 60);
    CHECK(e.policy.conditions.groups[0].cap.compliance == Approx(0.9));
    CHECK(e.ledger.government.paid(Flow::policy_cost).yuan() ==
          Approx(e.policy.levers[0].cost.yuan() + e.policy.levers[1].cost.yuan()).margin(0.05)); // rounded by region
}

TEST_CASE("a payment term cap shortens receivables and cuts what is overdue")
{
    const Policy cap = policy_of("payment_term_cap", {60, 0.8}, 4);
    const Setup setup = small_setup(1000);
    const auto days = interval_of(paired(setup, cap, 5, 20, 6, days_receivable));
    const auto overdue = interval_of(paired(setup, cap, 5, 20, 6, overdue_share));
    INFO("days " << days.mean << " +- " << days.half << ", overdue " << overdue.mean << " +- " << overdue.half);
    CHECK(days.below_zero());
    CHECK(overdue.below_zero());
}

TEST_CASE("the unified market cuts the fee between the regions of its target")
{
    Policy market = policy_of("unified_market", {0.5});
    market.target.regions = std::bitset<8>(0b0111);
    const Economy e = after(with_policy(resting_setup(600), market), 1);
    const double fee = e.setup.parameters.demand.border_fee;
    const auto& c = e.policy.conditions;
    CHECK(c.goods_fee[0][1] == Approx(fee / 2));
    CHECK(c.goods_fee[2][0] == Approx(fee / 2));
    CHECK(c.goods_fee[0][3] == fee); // outside
    CHECK(c.goods_fee[3][1] == fee);
    CHECK(c.goods_fee[1][1] == 0);
    CHECK(c.goods_fee_at_start[0][1] == fee);
}

TEST_CASE("lower fees move purchases across regions as the elasticity says")
{
    const Setup setup = resting_setup(1000);
    const Economy e = after(with_policy(setup, policy_of("unified_market", {0.5})), 1);
    const double fee = setup.parameters.demand.border_fee;
    const double factor = std::pow((1 + fee / 2) / (1 + fee), -setup.parameters.demand.trade_substitution);
    for (Product j : e.groups.each<Product>())
        for (UseRegion r : e.groups.each<UseRegion>()) {
            double sum = 0;
            for (OriginRegion q : e.groups.each<OriginRegion>())
                sum += e.market.trade_start(j, r, q) * (q == r ? 1 : factor);
            const OriginRegion home(std::size_t{r});
            CHECK(e.market.trade(j, r, home) == Approx(e.market.trade_start(j, r, home) / sum).epsilon(1e-6));
        }
}

TEST_CASE("lower fees cut the cost of linked inputs that cross a border")
{
    const Setup setup = resting_setup(1000);
    const Economy e = after(with_policy(setup, policy_of("unified_market", {0.5})), 1);
    const double saved = setup.parameters.demand.border_fee * 0.5; // on all borders alike
    double crossing = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const auto& s = e.technology.sectors[sector_of(e, row)];
        REQUIRE(e.firms.unit_cost[row] ==
                Approx(unit_cost_of(s, e.firms.labour_cost[row]) - e.firms.border_coef[row] * saved).epsilon(1e-6));
        crossing += e.firms.border_coef[row] > 0;
    }
    CHECK(crossing > 500);
}

TEST_CASE("a unified market: more trade across regions, fewer trade services, lower prices")
{
    const Setup setup = resting_setup(1000);
    Economy base = start_economy(setup), e = start_economy(with_policy(setup, policy_of("unified_market", {0.5}, 2)));
    advance(base);
    advance(e);
    CHECK(cross_share(e) == cross_share(base)); // not yet
    advance(base);
    advance(e);
    CHECK(cross_share(e) > cross_share(base) * 1.001);
    CHECK(trade_services_share(e) < trade_services_share(base) * 0.999);
    advance(base, 16);
    advance(e, 16);
    CHECK(price_level(e) < price_level(base) * 0.9999);
    CHECK(cross_share(e) > cross_share(base) * 1.001);
}

TEST_CASE("a unified market lowers prices and raises trade across regions under luck as well", "[.slow]")
{
    const Policy market = policy_of("unified_market", {0.5}, 4);
    const Setup setup = small_setup(3000);
    CHECK(interval_of(paired(setup, market, 5, 36, 12, cross_share)).above_zero());
    CHECK(interval_of(paired(setup, market, 5, 36, 12, trade_services_share)).below_zero());
    CHECK(interval_of(paired(setup, market, 5, 36, 12, price_level)).below_zero());
}
