// Shocks: what firms face, by hand, and what the economy makes of it (models/policies/shocks/*.cpp).
#include "tests/models/policies.hpp"

using namespace rongtong;

namespace {

double output_of_region(const Economy& e, std::size_t region)
{
    return sum_over_firms(e, [&](std::size_t row) { return region_of(e, row) == region ? e.firms.made[row] : 0.0; });
}

GroupTable two_groups()
{
    GroupTable groups(3, 2);
    groups.number({0, 0, Size::micro, Owner::private_owner, Tier::none});
    groups.number({0, 1, Size::large, Owner::state, Tier::none});
    return groups;
}

} // namespace

TEST_CASE("lost capacity comes back in a straight line")
{
    const GroupTable groups = two_groups();
    const Shock* shock = find_shock("capacity_loss");
    Target target;
    target.regions = std::bitset<8>(0b10);
    const std::vector<double> parameters{0.6, 4, 0};
    const double wanted[] = {0.4, 0.55, 0.7, 0.85, 1, 1};
    for (int since = 0; since < 6; ++since) {
        Conditions c;
        c.groups.assign(2, {});
        shock->act({since, parameters, target, groups}, c);
        CHECK(c.groups[0].capacity == 1);
        CHECK(c.groups[1].capacity == Approx(wanted[since]));
    }
    const std::vector<double> at_once{0.6, 0, 0};
    for (int since = 0; since < 2; ++since) {
        Conditions c;
        c.groups.assign(2, {});
        shock->act({since, at_once, target, groups}, c);
        CHECK(c.groups[1].capacity == Approx(since == 0 ? 0.4 : 1));
    }
}

TEST_CASE("a loss of capacity reaches the pools of its sectors and regions where it is asked to")
{
    const GroupTable groups = two_groups();
    const Shock* shock = find_shock("capacity_loss");
    Target target;
    target.regions = std::bitset<8>(0b10);
    const auto left = [&](double pools) {
        Conditions c;
        c.groups.assign(2, {});
        c.pool_capacity.assign(groups.sectors() * groups.regions(), 1);
        const std::vector<double> parameters{0.6, 4, pools};
        shock->act({0, parameters, target, groups}, c);
        return c.pool_capacity;
    };
    for (std::size_t cell = 0; cell < groups.sectors() * groups.regions(); ++cell) {
        CHECK(left(0)[cell] == 1);
        CHECK(left(1)[cell] == Approx(cell % groups.regions() == 1 ? 0.4 : 1));
    }
}

TEST_CASE("two losses multiply")
{
    const GroupTable groups = two_groups();
    const Shock* shock = find_shock("capacity_loss");
    const std::vector<double> half{0.5, 10, 0};
    Conditions c;
    c.groups.assign(2, {});
    shock->act({0, half, Target{}, groups}, c);
    shock->act({0, half, Target{}, groups}, c);
    CHECK(c.groups[0].capacity == Approx(0.25));
}

TEST_CASE("a change of demand fades, or holds for its duration")
{
    const GroupTable groups = two_groups();
    const Shock* shock = find_shock("demand");
    Target target;
    target.sectors = std::bitset<64>(0b010);
    target.regions = std::bitset<8>(0b01);
    const auto multiplier = [&](int since, double fade) {
        Conditions c;
        for (auto& demand : c.final_demand) demand.assign(6, 1);
        const std::vector<double> parameters{-0.2, 4, fade, 1, 1, 0.5, 0};
        shock->act({since, parameters, target, groups}, c);
        const auto& hit = c.demand_of(Purchaser::households);
        for (std::size_t k : {0, 1, 3, 4, 5}) CHECK(hit[k] == 1);
        CHECK(c.demand_of(Purchaser::government)[2] == hit[2]);
        CHECK(c.demand_of(Purchaser::investors)[2] == Approx((1 + hit[2]) / 2));
        CHECK(c.demand_of(Purchaser::firms)[2] == 1);
        return hit[2];
    };
    const double fading[] = {0.8, 0.85, 0.9, 0.95, 1}, holding[] = {0.8, 0.8, 0.8, 0.8, 1};
    for (int since = 0; since < 5; ++since) {
        CHECK(multiplier(since, 1) == Approx(fading[since]));
        CHECK(multiplier(since, 0) == Approx(holding[since]));
    }
}

TEST_CASE("a change of demand without an end lasts, and does not fade")
{
    const GroupTable groups = two_groups();
    for (const int since : {0, 12, 1000}) {
        Conditions c;
        for (auto& demand : c.final_demand) demand.assign(6, 1);
        const std::vector<double> parameters{0.01, 0, 1, 0, 1, 0, 0};
        find_shock("demand")->act({since, parameters, Target(), groups}, c);
        CHECK(c.demand_of(Purchaser::government)[0] == Approx(1.01));
        CHECK(c.demand_of(Purchaser::households)[0] == 1);
    }
}

TEST_CASE("each purchaser's demand is ordered and paid by it alone")
{
    const auto month_of = [](std::vector<double> parts) {
        Setup setup = resting_setup(1000);
        parts.insert(parts.begin(), {0.1, 3, 0});
        setup.shocks.push_back(shock_of("demand", 1, parts));
        return after(setup, 1);
    };
    const auto bought = [](const Economy& e) {
        Money consumed, housed, invested;
        for (const auto& purse : e.ledger.households)
            consumed += purse.paid(Flow::consumption), housed += purse.paid(Flow::housing);
        for (const auto& s : e.sums) invested += Money(s.paid(Flow::investment));
        return std::array{consumed.yuan(), e.ledger.government.paid(Flow::government_demand).yuan(), housed.yuan(),
                          e.ledger.government.paid(Flow::public_investment).yuan(), invested.yuan()};
    };
    const auto rest = bought(month_of({0, 0, 0, 0}));
    const std::array<std::vector<std::size_t>, 4> theirs{{{0}, {1}, {2, 3}, {4}}};
    for (std::size_t p = 0; p < theirs.size(); ++p) {
        std::vector<double> parts(4);
        parts[p] = 1;
        const auto now = bought(month_of(parts));
        for (std::size_t k = 0; k < rest.size(); ++k) {
            const bool hit = std::find(theirs[p].begin(), theirs[p].end(), k) != theirs[p].end();
            INFO(purchaser_names[p] << " " << k);
            if (hit) CHECK(now[k] > 1.02 * rest[k]); // stocks and overtime reach for a part of a tenth more
            else CHECK(now[k] <= 1.001 * rest[k]);
        }
    }
}

TEST_CASE("a flood: output of the region hit falls at once, that of others less, and most of it comes back")
{
    const Setup setup = small_setup(2000);
    Setup hit = setup;
    ShockEvent flood = shock_of("capacity_loss", 6, {0.6, 6, 0});
    flood.target.regions = std::bitset<8>(0b0001);
    hit.shocks.push_back(flood);
    Economy base = after(setup, 5), e = after(hit, 5);
    CHECK(e.firms.made == base.firms.made); // the same luck until then
    advance(base);
    advance(e);
    const double first = output_of_region(e, 0) / output_of_region(base, 0);
    INFO("output of the region hit " << first);
    // Its power stations and carriers stand under water as well: everybody who needs them loses in the same month.
    CHECK(first < 0.5);
    CHECK(first > 0.15);
    CHECK(output_of_region(e, 1) / output_of_region(base, 1) > first + 0.1);
    double lowest_elsewhere = 1;
    for (int month = 7; month <= 11; ++month) {
        advance(base);
        advance(e);
        lowest_elsewhere = std::min(lowest_elsewhere, output_of_region(e, 1) / output_of_region(base, 1));
    }
    CHECK(lowest_elsewhere < 0.998);
    CHECK(output_of_region(e, 0) / output_of_region(base, 0) > first);
    advance(base, 25);
    advance(e, 25);
    CHECK(output_of_region(e, 0) / output_of_region(base, 0) > 0.75);
    CHECK(output_of_region(e, 0) / output_of_region(base, 0) < 1.1);
}

TEST_CASE("a fall of final demand: less is bought, less is made, and it comes back")
{
    const Setup setup = resting_setup(1000);
    Setup hit = setup;
    hit.shocks.push_back(shock_of("demand", 3, {-0.1, 6, 0}));
    Economy base = after(setup, 2), e = after(hit, 2);
    CHECK(e.firms.made == base.firms.made);
    const auto consumed = [](const Economy& x) {
        double real = 0;
        for (const auto& h : x.households) real += h.consumption_real;
        return real;
    };
    advance(base);
    advance(e);
    CHECK(consumed(e) < 0.93 * consumed(base));
    CHECK(e.government.demand_real == Approx(0.9 * base.government.demand_real).epsilon(0.01));
    advance(base, 3);
    advance(e, 3);
    CHECK(from_fixed_goods(e.total.made) < 0.97 * from_fixed_goods(base.total.made));
    advance(base, 40);
    advance(e, 40);
    CHECK(from_fixed_goods(e.total.made) == Approx(from_fixed_goods(base.total.made)).epsilon(0.06));
}

TEST_CASE("a shock hits only whom it targets")
{
    Setup setup = resting_setup(1000);
    ShockEvent event = shock_of("capacity_loss", 1, {0.5, 6});
    event.target.sizes = std::bitset<4>(0b0001);
    event.target.owners = std::bitset<2>(0b01);
    setup.shocks.push_back(event);
    const Economy e = after(setup, 1);
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        const bool hit = e.groups[g].size == Size::micro && e.groups[g].owner == Owner::private_owner;
        CHECK(e.policy.conditions.groups[g].capacity == Approx(hit ? 0.5 : 1));
    }
}
