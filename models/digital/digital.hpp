// What digital tools cost in this economy: constants of the start (maturity.hpp, start/digital.cpp).
#pragma once

#include "models/agents/groups.hpp"

#include <array>
#include <vector>

namespace rongtong {

struct DigitalTools {
    std::array<double, size_names.size()> cost{}; // K, yuan of the start, by size class
    std::vector<double> bought;                   // by sector: part of the cost that is paid to the information sector

    bool any() const { return !bought.empty(); }
};

} // namespace rongtong
