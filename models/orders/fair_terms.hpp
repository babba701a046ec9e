// What a rule on unfair terms says about a seller's markup (pricing.hpp).
#pragma once

namespace rongtong {

struct FairTerms {
    double most = 1;       // relative cut of the markup that the largest customer is allowed
    double complaints = 0; // part of what goes beyond it that comes back; 0: no rule
};

} // namespace rongtong
