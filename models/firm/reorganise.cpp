// The reorganisation of a firm within its plan (reorganise.hpp).
#include "models/capital/reorganise.hpp"
#include "models/ledger/till.hpp"

#include "models/firm/plan.hpp"

namespace rongtong {

bool Plan::reorganises(std::size_t row, std::int32_t workers) const
{
    const auto& rules = e.setup.parameters.insolvency;
    if (!luck || rules.reorganisation <= 0 || !viable(e.firms, row, workers, month, rules)) return false;
    return to_uniform(draws.words(e.firms.id[row], month, Purpose::reorganisation)[0]) < rules.reorganisation;
}

// The bank has called: this month's interest is lent, and suppliers get nothing of what is due.
void Plan::stop_payments(std::size_t row, Money interest, FirmSums& s)
{
    auto& firms = e.firms;
    BankSums& bank = banks[firms.bank[row]];
    firms.loan_short[row] += interest;
    firms.spent[row] += interest;
    receive(firms, row, s, Flow::loans, interest);
    pay(firms, row, s, Flow::loan_interest, interest);
    s.granted += interest.fen, bank.granted += interest.fen;
    bank.interest += interest.fen;
    for (auto edge : e.links.network.outgoing(row)) {
        e.links.flow[edge].paid = Money();
        firms.overdue[row] += ring[3][edge];
    }
}

// Invoices past their due month: a part is given up, the rest falls due in some months. Returns what is given up.
Money Plan::cut_debts(std::size_t row, double cut, std::int32_t months)
{
    auto& firms = e.firms;
    Money* const later = e.links.ring[ring_index(month + months)].data();
    Money all, given_up;
    for (auto edge : e.links.network.outgoing(row)) {
        Money overdue;
        for (Money* const due : ring) {
            overdue += due[edge];
            due[edge] = Money();
        }
        const Money lost = cut_of(overdue, cut);
        later[edge] += overdue - lost;
        all += overdue;
        given_up += lost;
        if (lost.fen == 0) continue;
        link_losses->push_back({static_cast<std::uint32_t>(row), edge, overdue, lost, true});
    }
    firms.overdue[row] -= all;
    firms.payable[row] -= given_up;
    return given_up;
}

// All loans become one long loan, less what the bank gives up of the part without security.
void Plan::roll_loans(std::size_t row, Money secured, double cut, FirmSums& s)
{
    auto& firms = e.firms;
    const Money loans = firms.loans(row), lost = cut_of(std::max(Money(), loans - secured), cut);
    BankSums& bank = banks[firms.bank[row]];
    s.loans_lost += lost.fen, s.loans_cut += lost.fen, bank.lost += lost.fen;
    if (lost.fen > 0)
        losses->push_back({EventKind::loan_loss, firms.id[row], firms.group[row], 0, loans, lost,
                           firms.bank[row] + std::uint64_t{1}});
    firms.loan_short[row] = Money();
    firms.loan_long[row] = loans - lost;
    firms.arrears[row] = 0;
}

// Cash may be below zero here, by less than the claims on which it drew (clearing.hpp).
void Plan::reorganise(std::size_t row, const GroupFacts& f, std::int32_t workers, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& rules = e.setup.parameters.insolvency;
    const Money collateral = used_capital_price(row, f), before = firms.payable[row];
    const Money to_estates = std::max(Money(), firms.estate_due[row]),
                from_estates = to_estates - firms.estate_due[row];
    const Money pot = firms.cash[row] + firms.receivable[row] + from_estates + collateral;
    const double cut = cut_share(pot, collateral, firms.loans(row), firms.tax_due[row], before + to_estates, rules);
    const Money given_up = cut_debts(row, cut, static_cast<std::int32_t>(rules.extension_months));
    const Money by_receiver = cut_of(to_estates, cut);
    firms.estate_due[row] -= by_receiver;
    s.estate_lost += by_receiver.fen;
    roll_loans(row, collateral, cut, s);
    firms.behind[row] = 0;
    firms.reorganised[row] = static_cast<std::int16_t>(month);
    s.reorganisations += 1;
    s.claims_cut += given_up.fen;
    exits->push_back({EventKind::reorganisation, firms.id[row], firms.group[row], workers, before, given_up});
}

} // namespace rongtong
