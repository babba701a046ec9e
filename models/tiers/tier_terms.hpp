// What policies make of tiers for the firms of a group (tiers.hpp).
#pragma once

namespace rongtong {

struct TierTerms {
    double low = 0, high = 0;           // R&D over sales by which they move the two bars
    double low_gain = 0, high_gain = 0; // public yuan per yuan of usual R&D that a firm gains by reaching each bar
};

} // namespace rongtong
