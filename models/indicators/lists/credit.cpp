// Indicators of bank credit and of banks.
#include "models/indicators/arithmetic.hpp"
#include "models/indicators/indicator.hpp"

namespace rongtong {

namespace {

template <class Value>
double over_banks(const Economy& e, const Value& value)
{
    Money sum;
    for (const auto& bank : e.banks) sum += value(bank);
    return sum.yuan();
}

double equity(const Economy& e)
{
    return over_banks(e, [](const Bank& b) { return b.equity(); });
}

double bank_loans(const Economy& e)
{
    return over_banks(e, [](const Bank& b) { return b.loans; });
}

double weakest(const Economy& e)
{
    double least = 1;
    for (const auto& bank : e.banks) least = std::min(least, bank.capital_ratio());
    return least;
}

// Loans, foreign payments and bonds are what money is made by: all deposits of banks' customers.
double money(const Economy& e)
{
    return over_banks(e, [](const Bank& b) { return b.deposits; });
}

} // namespace

extern const std::vector<Indicator> indicators_credit{
    {"loans", "yuan", "bank loans to firms, end of month", "sum over firms", nullptr,
     [](const FirmSums& s) { return yuan(s.loans); }},
    {"new_loans", "yuan", "bank loans granted in a month", "with interest that was added to loans", nullptr,
     [](const FirmSums& s) { return yuan(s.granted); }},
    {"loans_repaid", "yuan", "bank loans repaid in a month", "instalments and what estates paid", nullptr,
     [](const FirmSums& s) { return yuan(s.repaid); }},
    {"loan_losses", "yuan", "bank loans lost in a month",
     "owed by defaulted firms less what their estates paid, and given up in reorganisations", nullptr,
     [](const FirmSums& s) { return yuan(s.loans_lost); }},
    {"bad_loan_share", "1", "share of loans whose borrower is at least three months behind", "loans behind / loans",
     nullptr, [](const FirmSums& s) { return ratio(s.arrears_loans, s.loans); }},
    {"credit_wanted", "yuan", "credit asked for in a month, for the next", "sum over firms", nullptr,
     [](const FirmSums& s) { return yuan(s.credit_wanted); }},
    {"approval_rate", "1", "share of applications for credit that are approved, wholly or in part",
     "approved / applications", nullptr, [](const FirmSums& s) { return ratio(s.approvals, s.applications); }},
    {"approval_rate_good", "1", "share of applications approved, of those whose true risk a sound bank accepts",
     "approved / applications", nullptr,
     [](const FirmSums& s) { return ratio(s.good_approvals, s.good_applications); }},
    {"approval_rate_bad", "1", "share of applications approved, of those whose true risk is higher",
     "approved / applications", nullptr,
     [](const FirmSums& s) { return ratio(s.approvals - s.good_approvals, s.applications - s.good_applications); }},
    {"loan_rate", "1/year", "interest on loans over loans", "12 * interest of the month / loans at its end", nullptr,
     [](const FirmSums& s) { return 12 * ratio(s.paid(Flow::loan_interest), s.loans); }},
    {"debt_to_capital", "1", "loans over the capital stock at starting prices", "loans / capital", nullptr,
     [](const FirmSums& s) { return ratio(yuan(s.loans), from_fixed_goods(s.capital)); }},
    {"bank_equity", "yuan", "equity of banks, end of month", "sum over banks", equity, nullptr},
    {"bank_capital_ratio", "1", "equity over loans, all banks", "equity / loans",
     [](const Economy& e) { return ratio(equity(e), bank_loans(e)); }, nullptr},
    {"weakest_bank", "1", "equity over loans of the bank that has least", "minimum over banks", weakest, nullptr},
    {"bank_profit", "yuan", "interest received by banks less interest paid and loans lost, in a month",
     "sum over banks",
     [](const Economy& e) {
         return over_banks(e, [](const Bank& b) {
             return b.loan_interest + b.bond_interest + b.reserve_interest - b.deposit_interest - b.advance_interest -
                    b.lost;
         });
     },
     nullptr},
    {"policy_rate", "1/year", "the central bank's rate, as it stands behind loans before risk",
     "capital/policy_rate.hpp", [](const Economy& e) { return e.policy_rate.rate; }, nullptr},
    {"real_rate", "1/year", "rate less expected inflation, less its start", "capital/policy_rate.hpp",
     [](const Economy& e) { return e.policy_rate.real; }, nullptr},
    {"advances", "yuan", "advances of the central bank to banks, end of month", "lender of last resort",
     [](const Economy& e) { return e.central_bank.advances.yuan(); }, nullptr},
    {"money", "yuan", "deposits of firms and households at banks, end of month", "sum over banks", money, nullptr},
};

} // namespace rongtong
