// Banks and the central bank in a month: income, dividends, rescue; then deposits and reserves. Rates are those of the start, moved by
// capital/policy_rate.hpp.
//
//   income:     interest on loans, bonds and reserves, less that on households' deposits and on advances; losses of loans   fen
//   dividends:  payout_speed * max(0, equity - wanted_capital * loans), to government and households by their shares        fen
//   rescue:     a bank whose equity is gone is brought back to its least capital by government, which gets the shares
//   money:      a loan makes a deposit, its repayment ends one. Customers' payments move reserves between banks:
//               change of reserves = change of deposits + interest and rescue received - interest, dividends paid
//                                    - granted + repaid - bonds bought + new advances
//   liquidity:  a bank that lacks reserves takes advances of the central bank (lender of last resort, Bagehot 1873); what it
//               has beyond them repays advances
//   bonds:      each holder adds the trend of growth to what it holds, the central bank too; other new bonds go to banks by their deposits; bonds bought back come from all holders by what they hold
//   central bank: interest on bonds and advances less that on reserves, all to government
// Source: Godley & Lavoie 2007, ch. 10 and 11 (banks, reserves, advances). Parameters: bank_rules.hpp. Test: tests/models/banks.cpp.
#include "models/capital/banking.hpp"
#include "models/capital/credit.hpp"
#include "models/capital/payout.hpp"
#include "sim/few.hpp"

#include <numeric>

namespace rongtong {

namespace {

Money part_of(Money stock, double share) { return round_fen(share * static_cast<double>(stock.fen)); }

Money monthly(double yearly_rate, Money stock) { return round_fen(yearly_rate / 12 * static_cast<double>(stock.fen)); }

// A bank's rate with its part of what the central bank moved.
double passed(const Economy& e, double rate)
{
    return std::max(0.0, rate + e.setup.parameters.policy_rate.pass * e.policy_rate.shift());
}

Few<std::int64_t, most_banks> household_weights(const Economy& e, std::size_t region)
{
    Few<std::int64_t, most_banks> weights;
    for (std::size_t b = 0; b < e.banks.size(); ++b) weights.push_back(std::llrint(1e9 * bank_weight(e, b, region)));
    return weights;
}

// Households' deposits by bank: each bank of a region holds its part.
Few<Money, most_banks> household_deposits(const Economy& e, std::size_t region)
{
    Few<Money, most_banks> parts(e.banks.size());
    split_largest_remainder(e.households[region].deposits, household_weights(e, region), parts);
    return parts;
}

// By how much the claims that a bank bought grow in the month.
Money new_claims(const Bank& bank) { return bank.factored_bought - bank.factored_collected - bank.factored_lost; }

void take_sums(Economy& e)
{
    for (std::size_t b = 0; b < e.banks.size(); ++b) {
        Bank& bank = e.banks[b];
        const BankSums& s = e.bank_sums[b];
        bank.loan_interest = Money(s.interest), bank.granted = Money(s.granted), bank.repaid = Money(s.repaid);
        bank.lost = Money(s.lost), bank.arrears_loans = Money(s.arrears_loans);
        for (std::size_t k = 0; k < risk_bins; ++k) bank.approved[k] = Money(s.approved[k]);
        bank.factored_bought = Money(s.factored), bank.discount = Money(s.discount);
        bank.factored_collected = Money(s.factored_collected), bank.factored_lost = Money(s.factored_lost);
        bank.bonds_bought = bank.new_advances = Money();
    }
}

void pay_depositors(Economy& e)
{
    for (auto& bank : e.banks) bank.deposit_interest = Money();
    for (std::size_t r = 0; r < e.households.size(); ++r) {
        const auto parts = household_deposits(e, r);
        for (std::size_t b = 0; b < parts.size(); ++b) {
            const Money interest = monthly(passed(e, e.setup.parameters.banks.deposit_rate), parts[b]);
            e.banks[b].deposit_interest += interest;
            transfer(Flow::deposit_interest, e.ledger.bank, e.ledger.households[r], interest);
        }
    }
}

struct BankMonth {
    Money bond_interest, reserve_interest, advance_interest, dividends, rescue;
};

BankMonth month_of(const Economy& e, const Bank& bank)
{
    const auto& rules = e.setup.parameters.banks;
    BankMonth m;
    m.bond_interest = monthly(passed(e, rules.bond_rate), bank.bonds);
    m.reserve_interest = monthly(passed(e, rules.reserve_rate), bank.reserves);
    m.advance_interest = monthly(passed(e, rules.advance_rate), bank.advances);
    const Money equity = bank.equity() + bank.loan_interest + bank.discount + m.bond_interest + m.reserve_interest -
                         bank.deposit_interest - m.advance_interest - bank.lost - bank.factored_lost;
    const double loans = static_cast<double>(
        (bank.loans + bank.granted - bank.repaid - bank.lost + new_claims(bank) + bank.factored).fen);
    m.dividends = payout(equity, rules.wanted_capital * loans, rules.payout_speed);
    if (rules.rescue > 0 && equity.fen < 0) m.rescue = round_fen(rules.least_capital * loans) - equity;
    return m;
}

void store(Bank& bank, const BankMonth& m)
{
    bank.bond_interest = m.bond_interest;
    bank.reserve_interest = m.reserve_interest;
    bank.advance_interest = m.advance_interest;
    bank.dividends = m.dividends;
    bank.rescue = m.rescue;
    if (m.rescue > Money()) bank.state_share = 1;
}

void pay_owners(Economy& e)
{
    auto& ledger = e.ledger;
    Money to_households;
    for (auto& bank : e.banks) {
        const Money to_state = round_fen(bank.state_share * static_cast<double>(bank.dividends.fen));
        transfer(Flow::bank_dividends, ledger.bank, ledger.government, to_state);
        to_households += bank.dividends - to_state;
    }
    Few<std::int64_t, max_regions> weights;
    Few<Money, max_regions> parts(e.households.size());
    for (const auto& h : e.households) weights.push_back(std::llrint(1e9 * h.income_share));
    split_largest_remainder(to_households, weights, parts);
    for (std::size_t r = 0; r < parts.size(); ++r)
        transfer(Flow::bank_dividends, ledger.bank, ledger.households[r], parts[r]);
}

} // namespace

void settle_banks(Economy& e)
{
    const auto& rules = e.setup.parameters.banks;
    auto& ledger = e.ledger;
    auto& central = e.central_bank;
    take_sums(e);
    pay_depositors(e);
    const Money to_central = monthly(passed(e, rules.bond_rate), central.bonds);
    transfer(Flow::bond_interest, ledger.government, ledger.central_bank, to_central);
    central.profit = to_central;
    for (auto& bank : e.banks) {
        store(bank, month_of(e, bank));
        transfer(Flow::bond_interest, ledger.government, ledger.bank, bank.bond_interest);
        transfer(Flow::reserve_interest, ledger.central_bank, ledger.bank, bank.reserve_interest);
        transfer(Flow::advance_interest, ledger.bank, ledger.central_bank, bank.advance_interest);
        transfer(Flow::bank_rescue, ledger.government, ledger.bank, bank.rescue);
        central.profit += bank.advance_interest - bank.reserve_interest;
    }
    transfer(Flow::central_bank_profit, ledger.central_bank, ledger.government, central.profit);
    pay_owners(e);
}

Money trend_bonds(const Economy& e)
{
    Money sum = part_of(e.central_bank.bonds, e.progress.trend);
    for (const auto& bank : e.banks) sum += part_of(bank.bonds, e.progress.trend);
    return sum;
}

namespace {

void buy_bonds(Bank& bank, Money bought)
{
    bank.bonds += bought;
    bank.bonds_bought += bought;
    bank.reserves -= bought;
}

void buy_trend_bonds(Economy& e)
{
    const double trend = e.progress.trend;
    for (auto& bank : e.banks) buy_bonds(bank, part_of(bank.bonds, trend));
    e.central_bank.bonds += part_of(e.central_bank.bonds, trend);
}

// New bonds by deposits; bonds bought back by what each holds, the central bank among them.
void place_bonds(Economy& e)
{
    buy_trend_bonds(e);
    const Money issue = e.government.new_bonds - e.government.trend_bonds;
    if (issue.fen == 0) return;
    Few<std::int64_t, most_banks + 1> weights;
    for (const auto& bank : e.banks)
        weights.push_back(std::max<std::int64_t>(0, (issue.fen > 0 ? bank.deposits : bank.bonds).fen));
    weights.push_back(issue.fen > 0 ? 0 : std::max<std::int64_t>(0, e.central_bank.bonds.fen));
    if (std::accumulate(weights.begin(), weights.end(), std::int64_t{0}) <= 0) weights.back() = 1;
    Few<Money, most_banks + 1> parts(weights.size());
    split_largest_remainder(issue.fen > 0 ? issue : -issue, weights, parts);
    for (std::size_t b = 0; b < parts.size(); ++b) {
        const Money bought = issue.fen > 0 ? parts[b] : -parts[b];
        if (b == e.banks.size()) {
            e.central_bank.bonds += bought;
            continue;
        }
        buy_bonds(e.banks[b], bought);
    }
}

void take_or_repay_advances(Economy& e)
{
    for (auto& bank : e.banks) {
        const Money required = round_fen(e.setup.parameters.banks.reserve_ratio *
                                         static_cast<double>(bank.deposits.fen));
        bank.new_advances = std::max(required - bank.reserves, -bank.advances);
        bank.reserves += bank.new_advances;
        bank.advances += bank.new_advances;
        e.central_bank.advances += bank.new_advances;
    }
}

} // namespace

void book_deposits(Economy& e)
{
    for (std::size_t b = 0; b < e.banks.size(); ++b) e.banks[b].deposits = Money(e.bank_sums[b].deposits);
    for (const auto& p : e.platforms.all) e.banks.front().deposits += p.cash;
    for (std::size_t r = 0; r < e.households.size(); ++r) {
        const auto parts = household_deposits(e, r);
        for (std::size_t b = 0; b < parts.size(); ++b) e.banks[b].deposits += parts[b];
    }
}

void move_reserves(Economy& e)
{
    for (auto& bank : e.banks) {
        bank.reserves += bank.loan_interest + bank.bond_interest + bank.reserve_interest + bank.rescue -
                         bank.deposit_interest - bank.advance_interest - bank.dividends - bank.granted + bank.repaid -
                         bank.deposits; // of the month before
        bank.reserves += bank.factored_collected + bank.discount - bank.factored_bought;
        bank.loans += bank.granted - bank.repaid - bank.lost;
        bank.factored += new_claims(bank);
    }
    book_deposits(e);
    for (auto& bank : e.banks) bank.reserves += bank.deposits;
    place_bonds(e);
    take_or_repay_advances(e);
    e.central_bank.reserves = Money();
    for (const auto& bank : e.banks) e.central_bank.reserves += bank.reserves;
}

} // namespace rongtong
