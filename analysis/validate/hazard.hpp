// Whether a firm that was there in a month is there a year later.
#pragma once

#include <limits>
#include <vector>

#include "analysis/validate/records.hpp"

namespace rongtong::validation {

struct Survival {
    double age = 0; // months
    bool gone = false;
};

// bought: ids, ascending; they are left out.
void add_survivals(const Firms& before, const Firms& after, const std::vector<std::uint64_t>& bought,
                   std::vector<Survival>& to);
// Of ages from `first` to below `end`, in months; NaN where there is none.
double hazard(const std::vector<Survival>& survivals, double first, double end);

} // namespace rongtong::validation
