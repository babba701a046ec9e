// What banks offer this month (banking.hpp).
#include "models/capital/banking.hpp"
#include "models/capital/scoring.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

// The safest classes of borrowers are served first; the class in which the bank's room ends gets a part.
void allot_room(Bank& bank, double room)
{
    for (std::size_t k = 0; k < risk_bins; ++k) {
        const double approved = static_cast<double>(bank.approved[k].fen);
        bank.allot[k] = approved <= std::max(0.0, room) ? 1 : std::max(0.0, room) / approved;
        room -= approved;
    }
}

double approved_by(const Bank& bank)
{
    Money sum;
    for (auto m : bank.approved) sum += m;
    return static_cast<double>(sum.fen);
}

} // namespace

void offer_credit(Economy& e)
{
    const auto& rules = e.setup.parameters.banks;
    for (auto& bank : e.banks) {
        const double loans = static_cast<double>(bank.lent().fen), equity = static_cast<double>(bank.equity().fen);
        const double falls_due = static_cast<double>(bank.repaid.fen); // as last month
        const double room = equity / rules.least_capital - loans + falls_due;
        allot_room(bank, std::min(room, e.policy.conditions.credit_supply * approved_by(bank)));
        const double share = std::clamp(bank.capital_ratio() / rules.wanted_capital, 1e-3, 1.0);
        bank.rate = rules.loan_rate + rules.capital_spread * rules.wanted_capital * (1 - share);
        bank.cutoff = log_odds(e.setup.parameters.credit.largest_risk) + std::log(share);
    }
}

bool keeps_alive(const Economy& e, std::size_t bank)
{
    const auto& p = e.setup.parameters;
    return p.credit.evergreening > 0 && e.banks[bank].capital_ratio() < p.banks.wanted_capital;
}

std::uint8_t choose_bank(const Economy& e, std::size_t region, double u)
{
    double sum = 0;
    std::size_t last = 0;
    for (std::size_t b = 0; b < e.banks.size(); ++b) {
        const double weight = bank_weight(e, b, region);
        if (weight <= 0) continue;
        last = b;
        sum += weight;
        if (u < sum) break;
    }
    return static_cast<std::uint8_t>(last);
}

double bank_weight(const Economy& e, std::size_t bank, std::size_t region)
{
    const Bank& b = e.banks[bank];
    const double national = e.setup.parameters.banks.national_share;
    if (b.region < 0) return national * b.weight;
    return static_cast<std::size_t>(b.region) == region ? (1 - national) * b.weight : 0;
}

} // namespace rongtong
