// What is not there, in series and tables of figures.
#pragma once

#include <limits>

namespace rongtong {

inline constexpr double no_figure = std::numeric_limits<double>::quiet_NaN();

} // namespace rongtong
