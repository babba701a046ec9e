// A lever whose every strength is neutral does nothing, and is told (scenarios/strengths.hpp).
#include "scenarios/strengths.hpp"

#include "models/economy.hpp"
#include "models/state.hpp"
#include "scenarios/calibration.hpp"
#include "tests/scenarios/helper.hpp"

#include <algorithm>

using namespace rongtong;

namespace {

// Firms do research and projects succeed; rounds of equity come early, and chain leaders join them.
Setup base()
{
    static const auto calibration = load_calibration(china());
    Setup setup;
    setup.calibration = calibration, setup.firms = 500;
    setup.parameters.technology.progress_switch = 2;
    auto& equity = setup.parameters.equity;
    equity.openness = 1, equity.smallest_round = 100, equity.corporate_reserve = 0, equity.strategic_return = 0.5;
    return setup;
}

std::uint64_t state_after(Setup setup, const std::vector<Policy>& policies)
{
    setup.policies = policies;
    Economy e = start_economy(setup);
    const Draws draws(setup.seed, setup.replicate);
    for (int month = 0; month < 14; ++month) advance_month(e, draws);
    return state_hash(e);
}

Policy policy_of(const Lever& lever)
{
    Policy p;
    p.label = "p", p.lever = &lever; // its administrative cost is 0
    for (const auto& parameter : lever.parameters) p.parameters.push_back(parameter.initial);
    return p;
}

double& parameter_of(Policy& p, std::string_view name)
{
    const auto found = std::ranges::find(p.lever->parameters, name, &ParameterInfo::name);
    REQUIRE(found != p.lever->parameters.end());
    return p.parameters.at(static_cast<std::size_t>(found - p.lever->parameters.begin()));
}

std::vector<std::string> notes_on(const Policy& p) { return notes_on_strengths(std::vector{p}, {}); }

} // namespace

TEST_CASE("every lever whose strengths are neutral leaves the economy alone, and a note says so")
{
    const auto usual = state_after(base(), {});
    for (const Lever* lever : all_levers()) {
        INFO(lever->name);
        REQUIRE(!strengths_of(*lever).empty());
        Policy p = policy_of(*lever);
        CHECK(notes_on(p).empty());
        for (const auto& s : strengths_of(*lever)) parameter_of(p, s.parameter) = s.neutral;
        CHECK(notes_on(p).size() == 1);
        CHECK(state_after(base(), {p}) == usual);
    }
}

TEST_CASE("one strength that is not neutral is enough")
{
    Policy p = policy_of(*find_lever("rd_support"));
    for (const auto& s : strengths_of(*p.lever)) parameter_of(p, s.parameter) = s.neutral;
    CHECK(notes_on(p) == std::vector<std::string>{"/policies/p does nothing: its credit is 0, its deduction is 0, its "
                                                  "grant is 0, its tax_cut is 0"});
    parameter_of(p, "grant") = 0.1;
    CHECK(notes_on(p).empty());
}

TEST_CASE("a shock of size 0 is told")
{
    for (const Shock* shock : all_shocks()) {
        INFO(shock->name);
        ShockEvent event;
        event.label = "s", event.shock = shock;
        for (const auto& parameter : shock->parameters) event.parameters.push_back(parameter.initial);
        CHECK(notes_on_strengths({}, std::vector{event}).empty());
        event.parameters.front() = 0;
        CHECK(notes_on_strengths({}, std::vector{event}) ==
              std::vector<std::string>{std::string("/shocks/s does nothing: its ") +
                                       std::string(shock->parameters.front().name) + " is 0"});
    }
}
