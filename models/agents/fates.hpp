// What becomes of a firm's value in a column when the firm is bought, leaves or enters. Every column of Firms says it in its
// entry, so that no event forgets one: agents/firm_events.cpp carries it out.
#pragma once

#include <cstdint>

namespace rongtong {

// The buyer's value when it buys another firm (capital/merger.cpp). The bought firm's row becomes a hole.
enum class AtMerger : std::uint8_t {
    kept,       // stays as it is
    added,      // the other's is added, and the other has none left
    by_workers, // mean of both, weighted by workers
    by_output,  // weighted by expected demand
    by_loans,   // weighted by loans
    cleared,    // stays; the other's is cleared
    settled,    // the rules of the merger say
};

// The value of a firm that left, once its last month is over (firm/vanish.cpp).
enum class AtExit : std::uint8_t {
    kept,    // stays in the hole: nobody reads it
    cleared, // sums over rows must not find it
    settled, // the rules of leaving say
};

struct FirmFate {
    AtMerger merger = AtMerger::kept;
    AtExit exit = AtExit::kept;
    double entrant = 0; // value of a new firm, before its founders fill in what they bring
    bool panel = true;  // whether a firm panel can hold it
};

} // namespace rongtong
