// Indicators of technical progress (models/progress/progress.hpp).
#include "models/economy.hpp"
#include "models/indicators/indicator.hpp"

namespace rongtong {

extern const std::vector<Indicator> indicators_progress{
    {"progress_index", "1", "level that wages, public demand and limits in yuan follow, over the start",
     "index of the technology that all producers share, smoothed",
     [](const Economy& e) { return e.progress.index / e.progress.step; }, nullptr},
};

} // namespace rongtong
