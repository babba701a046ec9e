// Help of agencies with digital tools (maturity.hpp).
#pragma once

namespace rongtong {

struct ToolsHelp {
    double served = 0; // part of a group's firms that agencies can serve in a year
    double part = 0;   // of what a step costs that is taken off those
};

} // namespace rongtong
