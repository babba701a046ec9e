// A firm and its bank (C2): money that was granted, what is due, and what it asks for next. Equations: credit.hpp, scoring.hpp.
#include "models/capital/banking.hpp"
#include "models/capital/credit.hpp"
#include "models/capital/working_capital.hpp"
#include "models/firm/plan.hpp"
#include "models/firm/receive.hpp"
#include "models/ledger/till.hpp"

namespace rongtong {

namespace {

// Weighted mean of the rates of old and new loans.
float mixed_rate(double old_rate, Money old_loans, double new_rate, Money new_loans)
{
    const double both = static_cast<double>((old_loans + new_loans).fen);
    if (both <= 0) return static_cast<float>(new_rate);
    return static_cast<float>(old_rate + (new_rate - old_rate) * static_cast<double>(new_loans.fen) / both);
}

} // namespace

// Money that the bank grants of what it approved.
void Plan::draw_credit(std::size_t row, FirmSums& s)
{
    auto& firms = e.firms;
    const Money asked = firms.credit_short[row] + firms.credit_long[row];
    if (asked.fen == 0) return;
    const Bank& bank = e.banks[firms.bank[row]];
    const double allot = bank.allot[risk_bin(firms.risk[row])];
    const Money in_short = granted_part(firms.credit_short[row], allot);
    const Money in_long = granted_part(firms.credit_long[row], allot);
    const Money granted = in_short + in_long;
    firms.credit_short[row] = firms.credit_long[row] = Money();
    if (granted.fen == 0) return;
    const double rate = bank.rate + e.setup.parameters.banks.loss_given_default * odds_to_share(firms.risk[row]);
    firms.loan_rate[row] = mixed_rate(firms.loan_rate[row], firms.loan_short[row] + firms.loan_long[row], rate,
                                      granted);
    firms.loan_short[row] += in_short;
    firms.loan_long[row] += in_long;
    receive(firms, row, s, Flow::loans, granted);
    s.granted += granted.fen;
    banks[firms.bank[row]].granted += granted.fen;
}

DueToBank Plan::due_to_bank(std::size_t row) const
{
    const auto& firms = e.firms;
    const auto& rules = e.setup.parameters.credit;
    return {loan_interest(firms.loans(row), firms.loan_rate[row] + e.policy_rate.shift()),
            instalment(firms.loan_short[row], rules.short_months), instalment(firms.loan_long[row], rules.long_months)};
}

// Interest, then instalments, as far as the money reaches; interest that is not paid is lent. False: the bank calls its loans.
bool Plan::pay_bank(std::size_t row, const DueToBank& due, Money available, FirmSums& s)
{
    auto& firms = e.firms;
    const Money interest = due.interest;
    if (interest.fen + due.in_short.fen + due.in_long.fen == 0) return true;
    const auto& rules = e.setup.parameters.credit;
    BankSums& bank = banks[firms.bank[row]];
    const Money lent = std::max(Money(), interest - available);
    const Money left = available - (interest - lent);
    const Money repaid_short = std::min(due.in_short, left), repaid_long = std::min(due.in_long, left - repaid_short);
    const bool in_full = lent.fen == 0 && repaid_short + repaid_long == due.in_short + due.in_long;
    const bool calls = firms.arrears[row] + 1 >= rules.call_months && !keeps_alive(e, firms.bank[row]);
    if (!in_full && calls) return false;
    firms.arrears[row] = static_cast<std::uint8_t>(in_full ? 0 : std::min(firms.arrears[row] + 1, 255));
    firms.loan_short[row] += lent - repaid_short;
    firms.loan_long[row] -= repaid_long;
    const Money repaid = repaid_short + repaid_long;
    receive(firms, row, s, Flow::loans, lent - repaid);
    pay(firms, row, s, Flow::loan_interest, interest);
    firms.spent[row] += interest;
    bank.interest += interest.fen;
    s.granted += lent.fen, bank.granted += lent.fen;
    s.repaid += repaid.fen, bank.repaid += repaid.fen;
    return true;
}

namespace {

// What the firm aims at, fen.
struct CreditNeed {
    double buffer, target_short, target_long;
};

// Fen.
struct Wanted {
    double in_short, in_long;
};

CreditNeed need_of(const Economy& e, std::size_t row, const GroupFacts& f)
{
    const auto& firms = e.firms;
    const auto& rules = e.setup.parameters.credit;
    const double cost = 100 * firms.unit_cost[row] * firms.expected[row];
    const double excess = net_claims_in_months(firms.receivable[row], firms.payable[row], cost) -
                          firms.usual_claims[row];
    const double loans = wanted_working_loans(firms.debt[row] * rules.working_months, excess,
                                              e.setup.parameters.accounting.claims_weight);
    return {f.buffer * firms.prudence[row] * cost, loans * cost,
            firms.debt[row] * rules.leverage * 100 * f.capital_price * firms.capital[row]};
}

Borrower borrower_of(const Economy& e, std::size_t row, const CreditNeed& need)
{
    const auto& firms = e.firms;
    const double target = need.target_short + need.target_long;
    const double loans = static_cast<double>((firms.loan_short[row] + firms.loan_long[row]).fen);
    return {need.buffer > 0 ? static_cast<double>(firms.cash[row].fen) / need.buffer : 1,
            target > 0 ? loans / target : 0, firms.usual_margin[row] - firms.margin[row],
            static_cast<double>(firms.arrears[row]), firms.behind[row] != 0};
}

// Own funds first: only where cash is far below the buffer the bank is asked for the rest.
Wanted wanted_of(const Firms& firms, std::size_t row, const CreditNeed& need, double trend, const CreditRules& rules)
{
    const double cash = static_cast<double>(firms.cash[row].fen);
    const double missing = cash < rules.liquidity_trigger * need.buffer ? need.buffer - cash : 0;
    const double in_short = static_cast<double>(firms.loan_short[row].fen);
    const double in_long = static_cast<double>(firms.loan_long[row].fen);
    return {wanted_loan(in_short, need.target_short, rules.short_months, rules.adjustment, trend) + missing,
            wanted_loan(in_long, need.target_long, rules.long_months, rules.adjustment, trend)};
}

} // namespace

// What it wants for the next month, and what the bank approves of that.
void Receipt::ask_for_credit(std::size_t row, const GroupFacts& f, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& rules = e.setup.parameters.credit;
    if (luck && (month + static_cast<std::int64_t>(firms.id[row])) % 12 == 0) form_opinion(e, draws, row, month);
    const CreditNeed need = need_of(e, row, f);
    const auto [in_short, in_long] = wanted_of(firms, row, need, f.trend, rules);
    const double wanted = in_short + in_long;
    if (wanted < 100) return; // less than a yuan
    double spread = f.noise_left * static_cast<double>(firms.obscurity[row]);
    if (firms.platform[row] != 0) spread *= error_with_data(firms.platform_months[row], e.setup.parameters.platforms);
    const Borrower borrower = borrower_of(e, row, need);
    const double risk = true_risk(borrower, usual_odds, rules);
    const double seen = risk_seen(risk, spread, firms.opinion[row]), counted = risk_counted_on(seen, spread);
    const double cutoff = e.banks[firms.bank[row]].cutoff;
    firms.risk[row] = static_cast<float>(counted);
    const double room = credit_room(row, f, rules);
    const double part = seen <= cutoff && room > 0 ? std::min(1.0, room / wanted) : 0;
    firms.credit_short[row] = round_fen(part * in_short);
    firms.credit_long[row] = round_fen(part * in_long);
    const Money approved = firms.credit_short[row] + firms.credit_long[row];
    const bool good = risk <= acceptable_odds;
    s.credit_wanted += round_fen(wanted).fen, s.credit_approved += approved.fen;
    s.applications += 1, s.approvals += part > 0;
    s.good_applications += good, s.good_approvals += good && part > 0;
    banks[firms.bank[row]].approved[risk_bin(counted)] += approved.fen;
    if (asks && part < 1) ask_for_equity(row, borrower, (1 - part) * wanted, need.buffer, s);
}

// Up to what the bank lends in all, less what is still owed once the next instalments are paid; fen.
double Receipt::credit_room(std::size_t row, const GroupFacts& f, const CreditRules& rules) const
{
    const auto& firms = e.firms;
    const double in_short = static_cast<double>(firms.loan_short[row].fen);
    const double in_long = static_cast<double>(firms.loan_long[row].fen);
    const double owed = in_short * (1 - 1 / rules.short_months) + in_long * (1 - 1 / rules.long_months);
    const double limit = rules.collateral * 100 * f.capital_price * firms.capital[row] +
                         rules.receivable_value * static_cast<double>(firms.receivable[row].fen) +
                         rules.unsecured_months * 100 * firms.price[row] * firms.expected[row];
    return limit - owed;
}

// A bank looks at its customer anew.
void form_opinion(Economy& e, const Draws& draws, std::size_t row, std::int32_t month)
{
    auto& firms = e.firms;
    const auto w = draws.words(firms.id[row], month, Purpose::bank_opinion);
    firms.opinion[row] = static_cast<float>(normal_from(w[0], w[1]));
    firms.obscurity[row] = static_cast<float>(
        opinion_spread(std::max(1, firms.workers[row]), month - firms.born[row], e.setup.parameters.credit));
}

} // namespace rongtong
