#include "models/indicators/plausibility.hpp"

#include "models/economy.hpp"
#include "models/indicators/arithmetic.hpp"
#include "models/indicators/indicator.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace rongtong {

namespace {

constexpr double open_end = std::numeric_limits<double>::infinity();

bool at_central_bank(Account a) { return a == Account::government || a == Account::world; }
bool makes_money(Account a) { return a == Account::bank || a == Account::central_bank; }

// All that a bank or the central bank paid others in the month, net: neither deposits nor what the two owe each other.
bool lends(Flow f)
{
    return f == Flow::loans || f == Flow::factoring || f == Flow::invoices;
} // invoices: that it bought
bool between_them(Flow f) { return f == Flow::deposits || f == Flow::reserves || f == Flow::advances; }

template <class F>
double over_banks(const Economy& e, const F& value)
{
    double sum = 0;
    for (const auto& bank : e.banks) sum += value(bank).yuan();
    return sum;
}

double bank_equity(const Economy& e)
{
    return over_banks(e, [](const Bank& b) { return b.equity(); });
}

// Banks without loans need no capital. Its mark leaves a ten-thousandth to the rounding of a rescue to fen.
double weakest_bank(const Economy& e)
{
    double weakest = 1;
    const double least = e.setup.parameters.banks.least_capital;
    for (const auto& bank : e.banks)
        if (bank.lent().fen > 0 && least > 0) weakest = std::min(weakest, bank.capital_ratio() / least);
    return weakest;
}

double lowest_household_deposits(const Economy& e)
{
    Money lowest = e.households.front().deposits;
    for (const auto& h : e.households) lowest = std::min(lowest, h.deposits);
    return lowest.yuan();
}

// Nothing of nothing is within every mark.
double part_of_all(double part, double whole) { return whole != 0 ? part / whole : 0; }

double bad_loans(const Economy& e)
{
    return part_of_all(over_banks(e, [](const Bank& b) { return b.arrears_loans; }),
                       over_banks(e, [](const Bank& b) { return b.loans; }));
}

double advances(const Economy& e)
{
    return part_of_all(over_banks(e, [](const Bank& b) { return b.advances; }),
                       over_banks(e, [](const Bank& b) { return b.deposits; }));
}

const Indicator& indicator(std::string_view name)
{
    for (const auto& i : all_indicators())
        if (i.name == name) return i;
    throw std::logic_error("a mark asks for an indicator that does not exist");
}

double value_of(const Economy& e, const Indicator& i) { return i.of_economy ? i.of_economy(e) : i.of_firms(e.total); }

double years_of_debt(const Economy& e)
{
    static const Indicator& value_added = indicator("value_added");
    const double loans = Money(e.total.loans).yuan(), year = 12 * value_of(e, value_added);
    if (loans > 0 && year <= 0) return open_end;
    return part_of_all(loans, year);
}

double unemployment_shown(const Economy& e)
{
    static const Indicator& rate = indicator("unemployment_rate");
    return value_of(e, rate);
}

double price_level(const Economy& e)
{
    static const Indicator& level = indicator("price_level");
    return value_of(e, level);
}

constexpr std::array<PlausibilityMark, mark_count> marks{{
    {"money_made", "yuan", "money made other than by loans, bonds bought by banks, government or payments from abroad",
     0, 0, [](const Economy& e) { return money_made(e.accounts).gap().yuan(); }},
    {"bank_equity", "yuan", "equity of all banks together", 0, open_end, bank_equity},
    {"bank_capital", "1", "capital of the weakest bank over the least that it must have", 0.9999, open_end,
     weakest_bank},
    {"household_deposits", "yuan", "deposits of the households of the poorest region", 0, open_end,
     lowest_household_deposits},
    {"bad_loans", "1", "loans at least three months behind, share of loans", 0, 0.2, bad_loans},
    {"firm_debt", "years", "loans of firms over a year's value added", 0, 3, years_of_debt},
    {"central_bank_advances", "1", "advances of the central bank, share of deposits at banks", 0, 0.1, advances},
    {"unemployment", "1", "unemployment rate", 0, 0.3, unemployment_shown},
    {"price_level", "1", "price of firms' sales over the start", 0.2, 5, price_level},
    {"failures_of_nobody", "1", "shocks firm_failure whose firm is not there, or outside their target", 0, 0,
     [](const Economy& e) { return static_cast<double>(e.work.named_nobody); }},
}};

// How far beyond its bounds a value is; 0 within.
double beyond(const PlausibilityMark& mark, double value)
{
    return std::max({0.0, mark.low - value, value - mark.high});
}

} // namespace

std::span<const PlausibilityMark, mark_count> plausibility_marks() { return marks; }

MoneyMade money_made(const Accounts& a)
{
    MoneyMade made;
    for (std::size_t k = 0; k < account_names.size(); ++k) {
        const auto account = static_cast<Account>(k);
        if (at_central_bank(account)) made.states += a.flows(Flow::deposits, account);
        else if (!makes_money(account)) made.change += a.balance(Asset::deposits, account) - a.opening_deposits[k];
    }
    for (std::size_t f = 0; f < flow_names.size(); ++f) {
        const auto flow = static_cast<Flow>(f);
        if (between_them(flow)) continue;
        const Money received = a.flows(flow, Account::bank) + a.flows(flow, Account::central_bank);
        (lends(flow) ? made.loans : flow == Flow::bond_issue ? made.bonds : made.kept) += received;
    }
    made.loans = -made.loans, made.bonds = -made.bonds; // lent and bought is paid
    return made;
}

void check_marks(Economy& e)
{
    for (std::size_t k = 0; k < mark_count; ++k) {
        const double value = marks[k].value(e);
        if (value >= marks[k].low && value <= marks[k].high) continue; // not a number: left
        MarkRecord& record = e.marks[k];
        if (record.first == 0) record = {e.month, 0, value};
        ++record.months;
        if (beyond(marks[k], value) > beyond(marks[k], record.worst)) record.worst = value;
    }
}

} // namespace rongtong
