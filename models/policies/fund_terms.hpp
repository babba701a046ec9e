// What guidance funds of all policies together offer (capital/funds.hpp).
#pragma once

namespace rongtong {

struct FundTerms {
    double size = 0;         // yuan a year for each firm of the economy
    double leverage = 0;     // private yuan beside each yuan of a fund
    double tilt = 0;         // return that funds add for suppliers of chain leaders, 1/year
    double term_months = 0;  // after which they sell
    double loss_sharing = 0; // share of a loss of private investors in the same round that they bear

    // Sizes add up; the rest is the mean by size.
    void add(const FundTerms& o)
    {
        const double both = size + o.size, w = both > 0 ? o.size / both : 0;
        leverage += w * (o.leverage - leverage);
        tilt += w * (o.tilt - tilt);
        term_months += w * (o.term_months - term_months);
        loss_sharing += w * (o.loss_sharing - loss_sharing);
        size = both;
    }
};

} // namespace rongtong
