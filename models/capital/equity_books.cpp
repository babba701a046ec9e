// Equity in the books of a month (books.hpp, equity.hpp).
//
// Flows: rounds (equity_issue), sales of stakes, losses that funds bear, and the money of funds, which hold none overnight: what
// government pays in is what they invest and bear, what they earn goes back. Balance: a stake of a firm or a fund is a claim at
// net asset value (stakes); what a fund holds is government's (fund_shares); private investors' stakes are part of households'
// equity.
#include "models/capital/books.hpp"

namespace rongtong {

void book_equity(Economy& e)
{
    Purse &funds = e.ledger.funds, &government = e.ledger.government;
    const auto& m = e.equity.month;
    funds[Flow::equity_issue] -= m.from_funds;
    funds[Flow::dividends] += m.fund_dividends;
    funds[Flow::exit_payout] += m.fund_payouts;
    funds[Flow::equity_sales] += m.fund_sales;
    funds[Flow::loss_shares] -= m.loss_shares;
    transfer(Flow::fund_capital, government, funds, m.from_funds + m.loss_shares);
    transfer(Flow::fund_returns, funds, government, m.fund_dividends + m.fund_payouts + m.fund_sales);
}

void balance_stakes(Economy& e)
{
    auto& b = e.accounts.balance;
    const auto& m = e.equity.month;
    Money corporate, issued;
    for (std::size_t k = 0; k < m.issued_value.size(); ++k) {
        const auto firm = static_cast<Account>(k);
        b(Asset::stakes, firm) += m.corporate_value[k] - m.issued_value[k];
        b(Asset::equity, firm) += m.issued_value[k] - m.corporate_value[k]; // what is left is their owners'
        corporate += m.corporate_value[k];
        issued += m.issued_value[k];
    }
    b(Asset::equity, Account::households) += corporate - m.state_corporate_value - issued;
    b(Asset::equity, Account::government) += m.state_corporate_value;
    b(Asset::stakes, Account::funds) += m.fund_value;
    b(Asset::fund_shares, Account::funds) -= m.fund_value;
    b(Asset::fund_shares, Account::government) += m.fund_value;
}

} // namespace rongtong
