// Research of the economy as a whole (frontier.hpp).
#pragma once

#include "models/economy.hpp"

namespace rongtong {

// Growth comes from firms' R&D: asked for, and known to the calibration.
inline bool researches(const Economy& e) { return e.technology.research_total > 0; }

} // namespace rongtong
