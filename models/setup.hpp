// All that a run is made of, once scenario files are read and checked. Plain data; nothing here knows files.
#pragma once

#include "models/calibration.hpp"
#include "models/parameters.hpp"
#include "models/policies/lever.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace rongtong {

struct OwnData; // models/own_data.hpp

struct Setup {
    std::uint32_t seed = 1;
    std::uint32_t replicate = 0;
    std::int32_t months = 120;   // 1 to 1200
    std::uint64_t firms = 10000; // 500 to 5 million
    Parameters parameters = default_parameters();
    std::shared_ptr<const Calibration> calibration;
    std::shared_ptr<const OwnData> own; // firms and links that the start is given; none: all are drawn
    std::vector<Policy> policies;       // in the order of their labels
    std::vector<ShockEvent> shocks;     // in the order of their labels
};

} // namespace rongtong
