// What a checkpoint holds of joint projects, held against what a month can stand.
#pragma once

#include "models/economy.hpp"
#include "models/range_checks.hpp"

namespace rongtong {

void check_joint(const Economy& economy, const Checks& check);

} // namespace rongtong
