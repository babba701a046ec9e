// What each policy paid to firms this month: all that was paid, by what each was expected to pay in each group for what its firms did,
// in whole fen. Test: tests/models/policies/levers/rd_support.cpp.
#include "models/phases.hpp"

#include <cmath>

namespace rongtong {

namespace {

// Fen.
std::int64_t expected(const Economy& e, std::size_t k, std::size_t group)
{
    const Policy& policy = e.setup.policies[k];
    const double intensity = e.policy.levers[k].intensity;
    if (!policy.lever->pays || policy.placebo || intensity <= 0 || !policy.target.reaches(e.groups[group])) return 0;
    const LeverContext context{intensity, policy.parameters, policy.target, e.groups, money_index(e),
                               true,      &e.groups[group]};
    return std::llrint(100 * policy.lever->pays(context, e.sums[group], e.setup.parameters.accounting.profit_tax));
}

} // namespace

void count_transfers(Economy& e)
{
    auto& state = e.policy;
    for (auto& lever : state.levers) lever.transfers = Money();
    state.weights.resize(state.levers.size()), state.parts.resize(state.levers.size());
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        const Money paid(e.sums[g].flow(Flow::subsidies));
        if (paid == Money()) continue;
        std::int64_t all = 0;
        for (std::size_t k = 0; k < state.weights.size(); ++k) all += state.weights[k] = expected(e, k, g);
        if (all == 0) continue;
        split_largest_remainder(paid, state.weights, state.parts);
        for (std::size_t k = 0; k < state.parts.size(); ++k) state.levers[k].transfers += state.parts[k];
    }
}

} // namespace rongtong
