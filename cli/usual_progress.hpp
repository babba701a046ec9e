// Growth of the path around which runs are judged where their scenario says nothing, a year.
#pragma once

#include "models/parameters.hpp"

namespace rongtong::cli {

inline double usual_progress() { return default_parameters().technology.progress; }

} // namespace rongtong::cli
