// What a comparison shows first when a lever was used: its goals and the harm it can do, as figures. The file of a lever
// models/policies/levers/NAME.cpp defines `const LeverAims aims_NAME` beside `const Lever lever_NAME`; the build lists both.
#pragma once

#include <string_view>
#include <vector>

namespace rongtong {

// An indicator, of the whole economy or of one group of firms, and where it goes if the declaration is right.
struct Watched {
    enum class Goes { falls, rises };
    std::string_view indicator;
    Goes goes;
    std::string_view axis{}, group{}; // "size", "micro"; empty: the whole economy
};

struct LeverAims {
    std::string_view lever;
    std::vector<Watched> goals, harms; // the chief ones first
};

// Of all levers, in the order of all_levers().
const std::vector<const LeverAims*>& all_lever_aims();

} // namespace rongtong
