// Sums over the firms that are customers of a bank in one month, in fen: exact in any order.
#pragma once

#include "models/agents/banks.hpp"

#include <array>
#include <cstdint>

namespace rongtong {

struct BankSums {
    std::int64_t granted, repaid, interest, lost; // of the month
    std::int64_t factored, discount, factored_collected, factored_lost;
    std::int64_t loans, deposits, arrears_loans;  // end of the month
    std::array<std::int64_t, risk_bins> approved; // for the next month

    BankSums& operator+=(const BankSums& o)
    {
        granted += o.granted, repaid += o.repaid, interest += o.interest, lost += o.lost;
        factored += o.factored, discount += o.discount;
        factored_collected += o.factored_collected, factored_lost += o.factored_lost;
        loans += o.loans, deposits += o.deposits, arrears_loans += o.arrears_loans;
        for (std::size_t k = 0; k < risk_bins; ++k) approved[k] += o.approved[k];
        return *this;
    }
};

} // namespace rongtong
