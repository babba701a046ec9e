// Economies in which firms work together, with a policy.
#pragma once

#include "tests/models/policies.hpp"
#include "tests/models/research/researching.hpp"

namespace rongtong {

// Firms that begin a joint project, and that lose one as a side walks off, over so many months.
struct JointCounts {
    double begun = 0, walked_off = 0, subsidies = 0;
};

inline JointCounts joint_counts(const Setup& setup, int months = 36)
{
    Economy e = start_economy(setup);
    JointCounts n;
    for (int month = 0; month < months; ++month) {
        advance(e);
        n.begun += static_cast<double>(e.total.joint_begun);
        n.walked_off += static_cast<double>(e.total.joint_walked_off);
        n.subsidies += static_cast<double>(e.total.flow(Flow::subsidies));
    }
    return n;
}

} // namespace rongtong
