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
};

struct PolicyState {
    Conditions conditions;           // what agents face this month
    std::vector<PolicyMonth> levers; // as setup.policies
    RuleSpells spells;               // of the rules that hold in the last complete month, or in this one
    SeenMonth seen;                  // of the checkpoint that this economy came from
};

} // namespace rongtong
