// What a bank thinks of a borrower (C2). Log-odds of default within a year:
//
//   risk = log(p / (1 - p)) + w_liquidity * max(0, 1 - cash / buffer) + w_debt * clamp(debt / target - 1, 0, 3)
//        + w_margin * max(0, own usual margin - margin) + w_arrears * (months of arrears, at most 6, + 1 if suppliers wait)
//   seen = risk + sd * z,  sd = noise * workers ^ -noise_size * (1 + 2 ^ (-age / noise_age)) * (share of noise that is left)
//   counted on = seen + sd^2 / 2
// p is the usual risk; z, the bank's opinion of the firm, is a standard normal redrawn once a year. The bank accepts what it sees up
// to its cut-off. It knows its own error: small odds are then lognormal, with exp(sd^2 / 2) times the median as their mean, and
// that is what it counts on: rate = base + loss given default * P(counted on), and credit is rationed by classes of it, half a unit
// of log-odds wide. A firm at rest has risk log(p / (1 - p)) whatever its sector.
// The noise is larger for small and young firms, which are known less (Berger & Udell 1998, doi
// 10.1016/S0378-4266(98)00038-7; rationing under imperfect information: Stiglitz & Weiss 1981, American Economic Review 71(3)).
// Form of the score: Ohlson 1980, doi 10.2307/2490395 (logit). Parameters: credit_rules.hpp. Test: tests/models/credit.cpp.
#pragma once

#include "models/agents/banks.hpp"
#include "models/capital/credit_rules.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

inline constexpr int bad_loan_months = 3; // arrears from which a loan counts as bad (90 days past due)

inline double log_odds(double p) { return std::log(p / (1 - p)); }
inline double odds_to_share(double x) { return 1 / (1 + std::exp(-x)); }

struct Borrower {
    double cash_over_buffer, debt_over_target, margin_short, arrears;
    bool behind;
};

inline double true_risk(const Borrower& b, double usual, const CreditRules& rules)
{
    return usual + rules.weight_liquidity * std::max(0.0, 1 - b.cash_over_buffer) +
           rules.weight_debt * std::clamp(b.debt_over_target - 1, 0.0, 3.0) +
           rules.weight_margin * std::clamp(b.margin_short, 0.0, 1.0) +
           rules.weight_arrears * (std::min(b.arrears, 6.0) + (b.behind ? 1 : 0));
}

inline double risk_seen(double risk, double spread, double opinion) { return risk + spread * opinion; }
inline double risk_counted_on(double seen, double spread) { return seen + spread * spread / 2; }

// Class of the risk that a bank counts on: 0 the safest, below log-odds of -10.
inline std::size_t risk_bin(double risk)
{
    return static_cast<std::size_t>(std::clamp((risk + 10.5) * 2, 0.0, static_cast<double>(risk_bins - 1)));
}

// Standard deviation of what the bank sees. age in months.
inline double opinion_spread(double workers, double age, const CreditRules& rules)
{
    const double young = rules.noise_age > 0 ? std::exp2(-age / rules.noise_age) : 0;
    return rules.noise * std::pow(workers, -rules.noise_size) * (1 + young);
}

} // namespace rongtong
