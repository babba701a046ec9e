// Banks at the start: customers, loans, and a balance at rest.
//
//   a bank's equity E is such that its dividends are its profit P less G E, G: growth a month (payout rule, banking.hpp):
//     P - G E = s (E + P - w (1 + G) L),  P = i_L L + i_X (D + E - L - R) + i_R R - i_D H
//   with L loans, D deposits, H those of households, R = reserve ratio * D, w wanted capital, s payout speed, rates a month;
//   i_X is the rate on bonds, or on advances where loans and reserves exceed what the bank has. So, with A = P - i_X E,
//     E = ((1 - s) A + s w (1 + G) L) / (s + G - (1 - s) i_X)
// The central bank holds bonds for reserves and the treasury's account, less advances; government's bonds are what banks and
// the central bank hold. Sizes of banks of a kind fall as 1, 1/2, 1/3 (Zipf, assumed). Test: tests/models/banks.cpp.
#include "models/capital/banking.hpp"
#include "models/capital/credit.hpp"
#include "models/start/finance.hpp"
#include "models/start/growth.hpp"
#include "models/start/start.hpp"

#include <algorithm>

namespace rongtong {

namespace {

void add_banks(Economy& e, std::int32_t region, std::size_t count)
{
    double sum = 0;
    for (std::size_t k = 0; k < count; ++k) sum += 1.0 / static_cast<double>(k + 1);
    for (std::size_t k = 0; k < count; ++k) {
        Bank bank;
        bank.region = region;
        bank.weight = 1.0 / static_cast<double>(k + 1) / sum;
        bank.state_share = e.setup.parameters.banks.state_share;
        bank.allot.fill(1);
        e.banks.push_back(bank);
    }
}

Money grown_part(Money loan, const StartGrowth& growth)
{
    return round_fen(growth.month() * static_cast<double>(loan.fen));
}

void lend_to_firm(Economy& e, std::size_t row, const Draws& draws)
{
    const StartGrowth growth(e.setup.parameters);
    auto& f = e.firms;
    const auto& p = e.setup.parameters;
    const Group& g = e.groups[f.group[row]];
    const double x = f.expected[row];
    f.bank[row] = choose_bank(e, g.region, draws.uniform(f.id[row], 0, Purpose::firm_bank));
    f.risk[row] = static_cast<float>(log_odds(p.credit.usual_risk));
    f.loan_rate[row] = static_cast<float>(usual_loan_rate(p));
    if (p.luck.luck_switch > 0) form_opinion(e, draws, row, 0);
    if (p.credit.credit_switch <= 0) return;
    f.loan_short[row] = round_fen(100 * f.debt[row] * p.credit.working_months * f.unit_cost[row] * x *
                                  growth.before(1));
    f.loan_long[row] = round_fen(100 * f.debt[row] * p.credit.leverage * f.capital[row]);
    f.credit_short[row] = instalment(f.loan_short[row], p.credit.short_months) + grown_part(f.loan_short[row], growth);
    f.credit_long[row] = instalment(f.loan_long[row], p.credit.long_months) + grown_part(f.loan_long[row], growth);
    Bank& bank = e.banks[f.bank[row]];
    bank.loans += f.loan_short[row] + f.loan_long[row];
    bank.repaid += instalment(f.loan_short[row], p.credit.short_months) +
                   instalment(f.loan_long[row], p.credit.long_months);
    bank.approved[risk_bin(f.risk[row])] += f.credit_short[row] + f.credit_long[row];
    bank.loan_interest += loan_interest(f.loan_short[row] + f.loan_long[row], f.loan_rate[row]);
}

} // namespace

void make_banks(Economy& e, const Draws& draws)
{
    const auto& rules = e.setup.parameters.banks;
    add_banks(e, -1, static_cast<std::size_t>(rules.national));
    for (std::size_t r = 0; r < e.groups.regions(); ++r)
        add_banks(e, static_cast<std::int32_t>(r), static_cast<std::size_t>(rules.regional));
    for (std::size_t row = 0; row < e.firms.rows(); ++row) lend_to_firm(e, row, draws);
    e.bank_sums.resize(e.banks.size());
}

namespace {

// A bank's month at rest, yuan.
struct RestingBank {
    double deposits = 0, households = 0, dividends = 0, equity = 0, reserves = 0;
    double others = 0;  // bonds; negative: advances
    double lacking = 0; // interest that it would have to earn beside, or it would pay owners less than nothing
};

RestingBank rest_of(const Bank& bank, double firms, double households, double growth, const BankRules& rules)
{
    RestingBank b;
    b.deposits = firms + households;
    b.households = households;
    b.reserves = rules.reserve_ratio * b.deposits;
    const double loans = bank.loans.yuan(), speed = rules.payout_speed;
    const double others = b.deposits - loans - b.reserves, wanted = rules.wanted_capital * (1 + growth) * loans;
    const auto settle = [&](double rate) { // on bonds or advances
        const double income = bank.loan_interest.yuan() + rate / 12 * others + rules.reserve_rate / 12 * b.reserves -
                              rules.deposit_rate / 12 * households;
        b.equity = ((1 - speed) * income + speed * wanted) / (speed + growth - (1 - speed) * rate / 12);
        b.dividends = income + (rate / 12 - growth) * b.equity;
        b.others = others + b.equity;
    };
    settle(rules.bond_rate);
    if (b.others < 0) settle(rules.advance_rate);
    b.lacking = std::max(0.0, -b.dividends);
    if (b.dividends < 0) b.equity = wanted, b.dividends = 0, b.others = others + wanted;
    return b;
}

std::vector<RestingBank> resting_banks(const Economy& e, std::span<const double> household_deposits)
{
    std::vector<double> firms(e.banks.size());
    for (std::size_t b = 0; b < firms.size(); ++b) firms[b] = Money(e.bank_sums[b].deposits).yuan();
    for (const auto& p : e.platforms.all) firms[0] += p.cash.yuan(); // which all bank at the first
    std::vector<RestingBank> banks;
    const double growth = growth_a_month(e.setup.parameters);
    for (std::size_t b = 0; b < e.banks.size(); ++b) {
        double households = 0;
        for (std::size_t r = 0; r < household_deposits.size(); ++r)
            households += bank_weight(e, b, r) * household_deposits[r];
        banks.push_back(rest_of(e.banks[b], firms[b], households, growth, e.setup.parameters.banks));
    }
    return banks;
}

} // namespace

void count_firms_deposits(Economy& e)
{
    for (auto& s : e.bank_sums) s.deposits = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        e.bank_sums[e.firms.bank[row]].deposits += e.firms.cash[row].fen;
}

FinanceAtRest finance_at_rest(const Economy& e, std::span<const double> household_deposits)
{
    const auto& rules = e.setup.parameters.banks;
    FinanceAtRest f;
    const auto banks = resting_banks(e, household_deposits);
    for (std::size_t b = 0; b < banks.size(); ++b) {
        f.to_state += e.banks[b].state_share * banks[b].dividends;
        f.to_households += (1 - e.banks[b].state_share) * banks[b].dividends;
        f.deposit_interest += rules.deposit_rate / 12 * banks[b].households;
        const double bonds = std::max(0.0, banks[b].others), advances = std::max(0.0, -banks[b].others);
        f.lacking += banks[b].lacking;
        f.public_debt += banks[b].others + banks[b].reserves;
        f.bond_interest += (rules.bond_rate * bonds - rules.advance_rate * advances +
                            rules.reserve_rate * banks[b].reserves) /
                           12;
    }
    return f;
}

void open_banks(Economy& e)
{
    std::vector<double> household_deposits;
    for (const auto& h : e.households) household_deposits.push_back(h.deposits.yuan());
    const auto rest = resting_banks(e, household_deposits);
    for (auto& bank : e.banks) bank.deposits = Money();
    book_deposits(e);
    auto& central = e.central_bank;
    central = {};
    e.government.bonds = Money();
    for (std::size_t b = 0; b < rest.size(); ++b) {
        Bank& bank = e.banks[b];
        bank.reserves = round_fen(100 * rest[b].reserves);
        const Money others = bank.deposits + round_fen(100 * rest[b].equity) - bank.loans - bank.reserves;
        bank.bonds = std::max(Money(), others);
        bank.advances = std::max(Money(), -others);
        central.reserves += bank.reserves;
        central.advances += bank.advances;
        e.government.bonds += bank.bonds;
    }
    central.bonds = central.reserves + e.government.treasury - central.advances;
    e.government.bonds += central.bonds;
}

} // namespace rongtong
