// Who loses how much to whom, once all plans are made: records of losses on links, and what creditors give up in reorganisations
// (reorganise.hpp). What is lost to firms that default suppliers see by themselves (firm/deliver.cpp); the two agree to the fen.
//
// A supplier that leaves this month has sold its claims to the receiver, who bears the loss. Claims that the supplier's bank bought
// (chain_finance.hpp) are the bank's loss, or with recourse, unless the supplier leaves, the supplier's, who buys them back with a loan.
// Serial: a handful of firms in ten thousand, with a few links each. Test: tests/models/losses.cpp, reorganise.cpp.
#include "models/ledger/till.hpp"
#include "models/phases.hpp"

namespace rongtong {

namespace {

bool bank_bears(const Economy& e, std::uint32_t edge)
{
    const bool stays = e.firms.state[e.links.network.target[edge]] == FirmState::active;
    return e.links.habit[edge].sold && !(stays && e.setup.parameters.chain_finance.recourse > 0);
}

Event record_of(const Economy& e, const LinkLoss& x)
{
    const auto& f = e.firms;
    const auto supplier = e.links.network.target[x.edge];
    if (bank_bears(e, x.edge))
        return {EventKind::loan_loss,
                f.id[x.buyer],
                f.group[x.buyer],
                0,
                x.owed,
                x.lost,
                f.bank[supplier] + std::uint64_t{1}};
    return {EventKind::trade_loss, f.id[supplier], f.group[supplier], 0, x.owed, x.lost, f.id[x.buyer]};
}

void buy_back(Economy& e, std::size_t supplier, Money amount, FirmSums& s, BankSums& bank)
{
    e.firms.receivable[supplier] += amount;
    e.firms.loan_short[supplier] += amount;
    pay(e.firms, supplier, s, Flow::factoring, amount);
    receive(e.firms, supplier, s, Flow::loans, amount);
    s.bought_back += amount.fen, bank.factored -= amount.fen;
    s.granted += amount.fen, bank.granted += amount.fen;
}

void give_up(Economy& e, const LinkLoss& x)
{
    auto& firms = e.firms;
    const auto supplier = e.links.network.target[x.edge];
    FirmSums& s = e.work.sums[0][firms.group[supplier]];
    BankSums& bank = e.work.bank_sums[0][firms.bank[supplier]];
    if (bank_bears(e, x.edge)) {
        bank.factored_lost += x.lost.fen;
        return;
    }
    if (e.links.habit[x.edge].sold) buy_back(e, supplier, x.lost, s, bank);
    firms.receivable[supplier] -= x.lost;
    s.written_off += x.lost.fen;
    if (firms.state[supplier] != FirmState::active) s.estate_lost += x.lost.fen;
}

} // namespace

void settle_losses(Economy& e)
{
    auto& work = e.work;
    for (std::size_t block = 0; block < work.link_losses.size(); ++block) {
        for (const auto& x : work.link_losses[block]) {
            work.losses[block].push_back(record_of(e, x));
            if (x.given_up) give_up(e, x);
        }
        work.link_losses[block].clear();
    }
}

} // namespace rongtong
