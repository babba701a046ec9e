// Policies by rule (models/policies/rule.hpp): what they see, when they hold, and that a checkpoint knows it.
#include "models/policies/look_back.hpp"

#include "models/common_past.hpp"
#include "models/policies/binding.hpp"
#include "models/rule_memory.hpp"
#include "models/state.hpp"
#include "tests/models/policies.hpp"
#include "tests/models/test_file.hpp"

#include <algorithm>

using namespace rongtong;

namespace {

const Indicator& indicator(std::string_view name)
{
    const auto& all = all_indicators();
    const auto it = std::find_if(all.begin(), all.end(), [&](const auto& i) { return i.name == name; });
    REQUIRE(it != all.end());
    return *it;
}

Policy ruled(std::string_view name, double bound, bool above = true, std::int32_t start = 1)
{
    Policy p = policy_of("unified_market", {0.5}, start);
    p.label = "by rule";
    p.rule = Rule{&indicator(name), {}, above, bound, bound, 1};
    return p;
}

double unemployment(const Economy& e) { return indicator("unemployment_rate").of_economy(e); }

// Intensity of the first policy, month by month.
std::vector<double> intensities(Economy& e, int months)
{
    std::vector<double> out;
    for (int m = 0; m < months; ++m) {
        advance(e);
        out.push_back(e.policy.levers[0].intensity);
    }
    return out;
}

} // namespace

TEST_CASE("a rule begins beyond its bound, goes on beyond the other, and lasts its least months")
{
    const Rule rule{nullptr, {}, true, 0.06, 0.04, 3};
    CHECK_FALSE(rule.holds(0.05, 0));
    CHECK_FALSE(rule.holds(0.06, 0));
    CHECK(rule.holds(0.07, 0));
    CHECK(rule.holds(0.05, 5));
    CHECK(rule.holds(0.01, 2)); // held for two of three months
    CHECK_FALSE(rule.holds(0.01, 3));
    const Rule below{nullptr, {}, false, 100, 120, 1};
    CHECK(below.holds(99, 0));
    CHECK_FALSE(below.holds(110, 0));
    CHECK(below.holds(110, 1));
    CHECK_FALSE(below.holds(std::nan(""), 1));
}

TEST_CASE("a rule acts in the months after those in which its indicator was beyond the bound, and in no others")
{
    constexpr int months = 18;
    Setup setup = small_setup(500);
    Economy free = start_economy(setup);
    std::vector<double> path;
    for (int m = 0; m < months; ++m) advance(free), path.push_back(unemployment(free));
    std::nth_element(path.begin(), path.begin() + months / 2, path.end());
    const double middle = path[months / 2];

    Economy e = start_economy(with_policy(setup, ruled("unemployment_rate", middle)));
    double before = 0; // nothing is seen before month 1
    int acting = 0;
    for (int m = 0; m < months; ++m) {
        advance(e);
        CHECK(e.policy.levers[0].intensity == (m > 0 && before > middle ? 1 : 0));
        acting += e.policy.levers[0].intensity > 0;
        before = unemployment(e);
    }
    CHECK(acting > 0);
    CHECK(acting < months);
}

TEST_CASE("a rule sees nothing of the present month")
{
    // Demand collapses in month 6. What a rule does in month 6 is what it does without the collapse; month 7 knows of it.
    Setup setup = resting_setup(500);
    Economy calm = start_economy(with_policy(setup, ruled("output", 0, false)));
    intensities(calm, 5);
    const double usual = indicator("output").of_economy(calm);
    const Policy policy = ruled("output", 0.9 * usual, false);
    setup.shocks = {
        {.label = "crash", .shock = find_shock("demand"), .month = 6, .parameters = {-0.6, 12, 0, 1, 1, 1, 0}}};
    Economy hit = start_economy(with_policy(setup, policy));
    const auto acts = intensities(hit, 6);
    CHECK(indicator("output").of_economy(hit) < 0.9 * usual); // it shows in the month itself
    CHECK(acts == std::vector<double>(6, 0));
    CHECK(intensities(hit, 1) == std::vector<double>{1});
}

TEST_CASE("a rule may look at one region")
{
    Setup setup = resting_setup(500);
    setup.shocks = {{.label = "flood", .shock = find_shock("capacity_loss"), .month = 2, .parameters = {0.6, 12, 0}}};
    setup.shocks[0].target.regions = std::bitset<8>(0b0100);
    const Economy calm = after(resting_setup(500), 1);
    Rule rule{&indicator("output"), 2, false, 0, 0, 1};
    rule.bound = rule.until = 0.5 * seen_by(calm, rule);
    for (const std::size_t region : {2, 0}) {
        Policy p = ruled("output", rule.bound, false);
        p.rule = rule;
        p.rule->region = region;
        p.rule->bound = p.rule->until = 0.5 * seen_by(calm, *p.rule);
        Economy e = start_economy(with_policy(setup, p));
        const auto acts = intensities(e, 3);
        CHECK(acts[1] == 0);
        CHECK(acts[2] == (region == 2 ? 1 : 0));
    }
    CHECK(given_by_region(indicator("unemployment_rate")));
    CHECK_FALSE(given_by_region(indicator("imports")));
}

TEST_CASE("the ramp begins with the spell in which the rule holds")
{
    Policy p = ruled("output", 1, true, 3);
    p.ramp_months = 4;
    Economy e = start_economy(with_policy(resting_setup(500), p));
    CHECK(intensities(e, 7) == std::vector<double>{0, 0, 0.25, 0.5, 0.75, 1, 1});
}

TEST_CASE("a run with a rule goes on from a checkpoint as if it had never stopped")
{
    Policy p = ruled("unemployment_rate", 0.05);
    p.rule->least_months = 4;
    p.ramp_months = 6;
    const Setup setup = with_policy(small_setup(500), p);
    Economy whole = start_economy(setup);
    advance(whole, 9);
    CheckpointWriter writer;
    add_state(writer, whole);
    TestFile file;
    writer.save(file.path());
    CheckpointReader reader(file.path());
    Economy restored = restore_state(reader, setup);
    CHECK(state_hash(restored) == state_hash(whole));
    CHECK(restored.policy.spells == whole.policy.spells);
    CHECK(bytes_of(look_back(restored).values) == bytes_of(look_back(whole).values)); // some are not a number
    CHECK(intensities(restored, 9) == intensities(whole, 9));
    CHECK(state_hash(restored) == state_hash(whole));
}

TEST_CASE("a branch under a rule sees the last month of the past that it took")
{
    // The past has no rule, and flows of a month are no state: the checkpoint itself must know the indicators.
    Setup past = small_setup(500), other = with_policy(past, ruled("output", 1, true, 6));
    past.months = other.months = 12;
    CHECK(shared_months(past, other) == 5);
    Economy economy = start_economy(past);
    advance(economy, 5);
    CheckpointWriter writer;
    add_state(writer, economy);
    TestFile file;
    writer.save(file.path());
    CheckpointReader reader(file.path());
    Economy branch = restore_state(reader, other), straight = start_economy(other);
    advance(straight, 5);
    CHECK(intensities(branch, 3) == std::vector<double>{1, 1, 1});
    CHECK(intensities(straight, 3) == std::vector<double>{1, 1, 1});
    CHECK(state_hash(branch) == state_hash(straight));
}

TEST_CASE("two rules that differ part at the start of the policy")
{
    Setup x = with_policy(small_setup(500), ruled("output", 1, true, 6)), y = x;
    x.months = y.months = 12;
    CHECK(shared_months(x, y) == 12);
    y.policies[0].rule->bound = 2;
    CHECK(shared_months(x, y) == 5);
    y.policies[0].rule.reset();
    CHECK(shared_months(x, y) == 5);
    y = x;
    y.policies[0].end_month = 9;
    CHECK(shared_months(x, y) == 8);
}

TEST_CASE("it is said when a rule can hold, and which schedule never acts")
{
    Setup setup = with_policy(small_setup(500), ruled("unemployment_rate", 0.06));
    setup.months = 24;
    setup.policies[0].rule->until = 0.05;
    setup.policies[0].rule->least_months = 6;
    setup.policies[0].rule->region = 2;
    CHECK(notes_on_courses(setup) ==
          std::vector<std::string>{"/policies/by rule can act from month 2 to 24, in months after one in which "
                                   "unemployment_rate of west is above 0.06; then it goes on while that is above 0.05; "
                                   "for 6 months at least"});
    setup.policies[0].rule.reset();
    setup.policies[0].intensity = {{30}, {1}, false};
    CHECK(notes_on_courses(setup).front().find("does nothing") != std::string::npos);
}
