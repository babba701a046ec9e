// Labour markets at the end of a month (settle_labour.cpp).
#pragma once

#include "models/economy.hpp"

namespace rongtong {

// Who works, whom firms will find next month, wages; then pools move.
void settle_labour(Economy& economy);

// Who becomes a researcher, and which of them move to another region (move_talent.cpp).
void move_talent(Economy& economy);

// Government pays those who look for work (benefits.cpp).
void pay_benefits(Economy& economy);

} // namespace rongtong
