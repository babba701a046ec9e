// Levers in a month: how strongly each acts, whom it reaches, what it costs.
#pragma once

#include "models/policies/conditions.hpp"
#include "models/policies/rule.hpp"
#include "sim/money.hpp"

#include <vector>

namespace rongtong {

struct PolicyMonth {
    double intensity = 0;     // 0 to 1
    std::int64_t reached = 0; // firms
    Money cost;               // administrative cost, paid to public administration
    Money transfers;          // paid to firms; before receipts: what it is expected to pay
};

struct PolicyState {
    Conditions conditions;             // what agents face this month
    std::vector<PolicyMonth> levers;   // as setup.policies
    RuleSpells spells;                 // of the rules that hold in the last complete month, or in this one
    std::vector<std::int64_t> weights; // scratch (count_transfers.cpp)
    std::vector<Money> parts;
    SeenMonth seen; // of the checkpoint that this economy came from
};

} // namespace rongtong
