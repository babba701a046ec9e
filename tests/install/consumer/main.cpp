// What another project does first: read a scenario that came with the package, and run a month.
#include "models/economy.hpp"
#include "models/state.hpp"
#include "scenarios/scenario.hpp"

#include <cstdio>

int main()
{
    const auto scenario = rongtong::load_scenario(SCENARIOS "/small.json");
    const rongtong::Draws draws(scenario.setup.seed, scenario.setup.replicate);
    auto economy = rongtong::start_economy(scenario.setup);
    const auto before = rongtong::state_hash(economy);
    rongtong::advance_month(economy, draws);
    std::printf("month %d, %zu firms\n", static_cast<int>(economy.month), economy.firms.id.size());
    return economy.month == 1 && rongtong::state_hash(economy) != before ? 0 : 1;
}
