// Two runs are the same up to the month that shared_months says, and mostly not longer.
#include "models/common_past.hpp"

#include "models/state.hpp"

#include "tests/models/policies.hpp"

#include <random>

using namespace rongtong;

namespace {

constexpr std::int32_t run_length = 40;

Setup base()
{
    Setup setup = small_setup(500);
    setup.months = run_length;
    return setup;
}

Policy cap(std::int32_t start = 10)
{
    Policy p = policy_of("payment_term_cap", {60, 0.8}, start);
    p.label = "cap";
    return p;
}

Policy market(std::int32_t start = 10)
{
    Policy p = policy_of("unified_market", {0.5}, start);
    p.label = "market";
    return p;
}

// Shared months of two economies with these policies.
std::int32_t shared(std::vector<Policy> a, std::vector<Policy> b)
{
    Setup x = base(), y = base();
    x.policies = std::move(a);
    y.policies = std::move(b);
    const auto one = shared_months(x, y);
    CHECK(shared_months(y, x) == one);
    CHECK(same_start(x, y));
    return one;
}

template <class Change>
std::int32_t shared_with(const Policy& policy, const Change& change)
{
    Policy changed = policy;
    change(changed);
    return shared({policy}, {changed});
}

std::int32_t shared_shocks(std::vector<ShockEvent> a, std::vector<ShockEvent> b)
{
    Setup x = base(), y = base();
    x.shocks = std::move(a);
    y.shocks = std::move(b);
    const auto one = shared_months(x, y);
    CHECK(shared_months(y, x) == one);
    return one;
}

} // namespace

TEST_CASE("runs that do not differ share all months of the shorter one")
{
    CHECK(shared({}, {}) == run_length);
    CHECK(shared({cap(), market()}, {cap(), market()}) == run_length);
    Setup x = base(), y = base();
    y.months = 12;
    CHECK(shared_months(x, y) == 12);
    x.policies = {cap(20)};
    CHECK(shared_months(x, y) == 12);
}

TEST_CASE("a policy makes a difference from its start on")
{
    CHECK(shared({}, {cap(10)}) == 9);
    CHECK(shared({}, {cap(1)}) == 0);
    CHECK(shared({cap(10)}, {cap(14)}) == 9);
    CHECK(shared({cap(10)}, {cap(10), market(25)}) == 24);
    CHECK(shared({market(25)}, {cap(30), market(25)}) == 29);
    CHECK(shared({market(25)}, {cap(30)}) == 24);
}

TEST_CASE("everything that a policy says makes a difference from the earlier start on")
{
    CHECK(shared_with(cap(), [](Policy& p) { p.ramp_months = 6; }) == 9);
    CHECK(shared_with(cap(), [](Policy& p) { p.parameters[0] = 61; }) == 9);
    CHECK(shared_with(cap(), [](Policy& p) { p.yearly_cost_per_firm = 0; }) == 9);
    CHECK(shared_with(cap(), [](Policy& p) { p.yearly_budget_cap = 5; }) == 9);
    CHECK(shared_with(cap(), [](Policy& p) { p.target.sectors.reset(0); }) == 9);
    CHECK(shared_with(cap(), [](Policy& p) { p.target.regions.reset(0); }) == 9);
    CHECK(shared_with(cap(), [](Policy& p) { p.target.sizes.reset(0); }) == 9);
    CHECK(shared_with(cap(), [](Policy& p) { p.target.owners.reset(0); }) == 9);
    CHECK(shared_with(cap(), [](Policy& p) { p.start_month = 3; }) == 2);
    Policy other = market();
    other.label = "cap";
    CHECK(shared_with(cap(10), [](Policy& p) { p.placebo = true; }) == 9);
    CHECK(shared_with(cap(10), [](Policy& p) { p.paid_by = Payer::direct_tax; }) == 9);
    CHECK(shared({cap()}, {other}) == 9);
}

TEST_CASE("the end of a policy makes a difference from the earlier end on")
{
    const auto until = [](std::int32_t end) {
        Policy p = cap(10);
        p.end_month = end;
        return p;
    };
    CHECK(shared({cap(10)}, {until(20)}) == 19); // end_month is the first month without it
    CHECK(shared({until(15)}, {until(20)}) == 14);
    CHECK(shared({until(15)}, {until(15)}) == run_length);
    CHECK(shared({cap(10)}, {until(run_length + 1)}) == run_length); // after both have ended
}

TEST_CASE("a policy under another label is another policy, since results name it")
{
    Policy other = cap(10);
    other.label = "limit";
    CHECK(shared({cap(10)}, {other}) == 9);
    CHECK(shared({cap(10), market(20)}, {market(20), other}) == 9);
}

TEST_CASE("shocks make a difference from the earlier month on")
{
    auto flood = shock_of("capacity_loss", 12, {0.5, 6, 0}), slump = shock_of("demand", 7, {-0.1, 12, 1});
    CHECK(shared_shocks({}, {flood}) == 11);
    CHECK(shared_shocks({flood}, {flood}) == run_length);
    CHECK(shared_shocks({flood}, {flood, slump}) == 6);
    for (const auto& change : std::vector<std::function<void(ShockEvent&)>>{
             [](ShockEvent& e) { e.parameters[1] = 7; }, [](ShockEvent& e) { e.target.regions.reset(1); },
             [](ShockEvent& e) { e.label = "z"; }, [](ShockEvent& e) { e.month = 30; }}) {
        auto changed = flood;
        change(changed);
        CHECK(shared_shocks({flood}, {changed}) == 11);
    }
    auto other = slump;
    other.label = flood.label;
    CHECK(shared_shocks({flood}, {other}) == 6);
}

TEST_CASE("another economy or luck is another start")
{
    const Setup setup = base();
    const auto differs = [&](const std::function<void(Setup&)>& change) {
        Setup changed = base();
        change(changed);
        return !same_start(setup, changed) && !same_start(changed, setup);
    };
    CHECK(differs([](Setup& s) { s.seed = 2; }));
    CHECK(differs([](Setup& s) { s.replicate = 1; }));
    CHECK(differs([](Setup& s) { s.firms = 501; }));
    CHECK(differs([](Setup& s) { s.parameters.luck.luck_switch = 0; }));
    CHECK(differs([](Setup& s) {
        auto figures = *s.calibration;
        figures.sha256 += "0";
        s.calibration = std::make_shared<const Calibration>(figures);
    }));
    CHECK_FALSE(differs([](Setup& s) { s.months = 7; }));
    CHECK_FALSE(differs([](Setup& s) { s.policies = {cap()}; }));
}

TEST_CASE("every parameter belongs to the start")
{
    const Setup setup = base();
    std::size_t seen = 0;
    Setup changed = base();
    for_each_group(changed.parameters, [&](const char*, auto& group, const auto& declared) {
        for (const auto& d : declared) {
            const double kept = group.*(d.member);
            group.*(d.member) = kept + 0.125;
            CHECK_FALSE(same_start(setup, changed));
            group.*(d.member) = kept;
            ++seen;
        }
    });
    CHECK(seen > 50);
    CHECK(same_start(setup, changed));
}

namespace {

// Policies and shocks with few different values, so that pairs often agree in some of them.
class RandomSetups {
public:
    explicit RandomSetups(std::uint32_t seed) : random_(seed) {}

    Setup next()
    {
        Setup setup = base();
        setup.months = pick({14, 18});
        for (const char* label : {"a", "b"})
            if (pick({0, 1, 1})) setup.policies.push_back(policy(label, setup.months));
        if (pick({0, 0, 1})) setup.shocks.push_back(shock(setup.months));
        return setup;
    }

private:
    int pick(std::vector<int> from) { return from[random_() % from.size()]; }

    Policy policy(const char* label, int last)
    {
        Policy p = pick({0, 1}) ? cap() : market();
        p.label = label;
        p.start_month = std::min(last, pick({1, 4, 9, 13}));
        p.ramp_months = pick({0, 0, 3});
        if (pick({0, 0, 1})) p.end_month = p.start_month + pick({1, 3});
        if (pick({0, 0, 1})) p.yearly_budget_cap = 1000;
        if (pick({0, 0, 1})) p.target.regions.reset(0);
        return p;
    }

    ShockEvent shock(int last)
    {
        auto event = pick({0, 1}) ? shock_of("capacity_loss", 1, {0.3, 2, 0}) : shock_of("demand", 1, {-0.2, 3, 1});
        event.label = "s";
        event.month = std::min(last, pick({2, 8, 12}));
        return event;
    }

    std::mt19937 random_;
};

std::vector<std::uint64_t> hashes(const Setup& setup)
{
    std::vector<std::uint64_t> found;
    Economy e = start_economy(setup);
    for (int m = 0; m < setup.months; ++m) {
        advance(e);
        found.push_back(state_hash(e));
    }
    return found;
}

// Months until the states first differ.
std::size_t same_months(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b)
{
    const auto end = static_cast<std::ptrdiff_t>(std::min(a.size(), b.size()));
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.begin() + end, b.begin()).first - a.begin());
}

} // namespace

TEST_CASE("random pairs of runs have the same state in every month that they share")
{
    RandomSetups setups(20260701);
    std::vector<Setup> made;
    std::vector<std::vector<std::uint64_t>> states;
    for (int k = 0; k < 16; ++k) {
        made.push_back(setups.next());
        states.push_back(hashes(made.back()));
    }
    std::size_t pairs = 0, exact = 0, parted = 0;
    for (std::size_t i = 0; i < made.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const auto claimed = static_cast<std::size_t>(shared_months(made[i], made[j]));
            const auto same = same_months(states[i], states[j]);
            CHECK(claimed <= same);
            ++pairs;
            parted += same < std::min(states[i].size(), states[j].size());
            exact += claimed == same;
        }
    CHECK(parted > pairs / 2);     // most pairs do part
    CHECK(exact > pairs * 8 / 10); // and the claim is not timid
}
