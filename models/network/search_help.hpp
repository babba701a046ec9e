// What helps buyers to find suppliers (network/review.hpp).
#pragma once

namespace rongtong {

// Agencies, for a part of a group's firms in a year.
struct SearchHelp {
    double served = 0;     // part of firms
    double searches = 0;   // links for which a firm that is served looks around in a year beyond its own, share
    double candidates = 0; // that it is shown beside its own, in each search
};

// A map of what firms can do, which all may read.
struct CapabilityMap {
    double interval = 12; // months between two looks at a firm
    double error = 0.1;   // standard deviation of what it says of an offer, log weight
};

} // namespace rongtong
