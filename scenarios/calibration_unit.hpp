// The unit of an input-output table, as it says: "million yuan a year", "billion euro a year", "10000 yuan a year".
#pragma once

#include "scenarios/node.hpp"

namespace rongtong {

struct TableUnit {
    double millions = 1; // of the currency

    // A figure of the table in millions. A table in another unit gives the same number to 15 digits, which is all that a
    // figure of accounts has, so that the same economy comes out to the bit.
    double in_millions(double figure) const;
};

// No unit: million. Reports one that is not understood, and one of a month or quarter.
TableUnit read_unit(const Node& node);

} // namespace rongtong
