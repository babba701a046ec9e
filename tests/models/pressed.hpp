// An economy with cascades, mergers and sold invoices, in which all that capital does is switched on and pressed.
#pragma once

#include "tests/models/policies.hpp"

namespace rongtong {

// Failures of the largest debtors, then a crunch; firms sell themselves and their invoices readily.
inline Setup pressed_setup(std::uint64_t firms, std::int32_t month, double failures)
{
    Setup setup = small_setup(firms);
    auto& p = setup.parameters;
    p.mergers.rate = 0.2, p.mergers.distress_rate = 3;
    p.chain_finance.large_anchors = 1, p.chain_finance.need = 5;
    p.equity.openness = 1, p.equity.smallest_round = 100, p.equity.private_budget = 0.05, p.equity.hold_months = 3;
    p.insolvency.reorganisation = 0.8, p.insolvency.least_workers = 1, p.insolvency.viable_margin = -1;
    p.make.mean_gap = 0.02, p.terms.arrears_claimed = 0.5, p.credit.evergreening = 1;
    setup.shocks.push_back(shock_of("firm_failure", month, {failures, 0}));
    setup.shocks.push_back(shock_of("credit_crunch", month + 2, {0.8, 6, 1}));
    setup.policies.push_back(policy_of("payment_term_cap", {60, 0.8}, month + 3));
    setup.policies.push_back(policy_of("credit_information_sharing", {0.6}, month + 4));
    setup.policies.push_back(policy_of("guidance_fund", {500, 2, 0.05, 12, 0.3}, 2));
    setup.policies.push_back(policy_of("investment_incubation", {0.5, 2, 0.5}, 3));
    return setup;
}

} // namespace rongtong
