// Whom policies and shocks reached in a run, in their own time: said when it is over (cli/notes.hpp). A policy counts by the months in
// which it acted, a shock on firms by its month. Test: tests/models/reach.cpp.
#pragma once

#include "models/economy.hpp"

#include <string>
#include <vector>

namespace rongtong {

// Is this shock asked to act on pools as well?
bool asks_for_pools(const ShockEvent& event);

// Does it? Not where its target names firms. Then a target without firms is no target of nobody.
bool reaches_pools(const ShockEvent& event);

class Reach {
public:
    // first_month: the last month before those that it will see; what began earlier is left out.
    Reach(const Setup& setup, std::int32_t first_month);

    void look(const Economy& economy); // at the end of each month

    // A sentence for each policy that met nobody in some of its months, or never acted, and each shock that met nobody.
    std::vector<std::string> notes(const Setup& setup) const;

private:
    struct Record {
        std::int32_t months = 0, empty = 0; // in which it acted; of these, without a firm in its target
        bool counts = true;
    };
    std::vector<Record> policies_, shocks_;
};

} // namespace rongtong
