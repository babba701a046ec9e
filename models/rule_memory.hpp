// What a checkpoint holds of policies by rule (policies/rule.hpp): the spells in which rules hold, and the indicators of the last
// month, since flows of a month are no state. Test: tests/models/rules.cpp.
#pragma once

#include "models/economy.hpp"
#include "sim/checkpoint.hpp"

#include <string>
#include <vector>

namespace rongtong {

void add_rules(CheckpointWriter& checkpoint, const Economy& economy);

// CheckpointError where a rule of the setup needs what the checkpoint does not hold: one from another program may know other
// indicators, or none.
void restore_rules(CheckpointReader& checkpoint, Economy& economy);

// A line for each rule that holds: its month and its policy's label, which has no line break.
std::string text_of(const RuleSpells& spells);

// A temporary column would not outlive the function that adds it; its bytes do as text.
std::string bytes_of(const std::vector<double>& values);
std::vector<double> values_of(const std::string& bytes);

} // namespace rongtong
