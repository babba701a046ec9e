// What levers declare as their goals and harms, for an analysis that knows no model.
#pragma once

#include "analysis/compare/watch.hpp"

namespace rongtong::cli {

WatchCatalogue watch_catalogue();

} // namespace rongtong::cli
