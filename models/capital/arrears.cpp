// Interest on what is late (arrears.hpp). Buyers find what they owe in a row phase; suppliers get it in the order of links.
#include "models/capital/arrears.hpp"

#include "models/phases.hpp"
#include "sim/parallel.hpp"

namespace rongtong {

namespace {

struct Arrears {
    Economy& e;
    const Draws& draws;
    Money* next_month; // invoices that are due then, by edge
    FirmSums* sums;    // of the thread, by group
    std::vector<ArrearsInterest>* found;

    double rate(std::size_t row, std::uint32_t edge, bool capped, const TermCap& cap) const;
    void buyer(std::size_t row);
};

double Arrears::rate(std::size_t row, std::uint32_t edge, bool capped, const TermCap& cap) const
{
    if (capped) return cap.penalty;
    const auto& rules = e.setup.parameters.terms;
    const double u = draws.uniform(e.firms.id[row], e.links.since[edge], Purpose::arrears_claim,
                                   edge - e.links.network.first[row]);
    return u < rules.arrears_claimed ? rules.arrears_rate : 0;
}

void Arrears::buyer(std::size_t row)
{
    auto& firms = e.firms;
    if (!firms.behind[row] || firms.state[row] != FirmState::active) return;
    const TermCap& cap = e.work.facts[firms.group[row]].cap;
    Money charged;
    for (auto edge : e.links.network.outgoing(row)) {
        const bool capped = cap.binds(e.links, edge);
        const Money late = past_habit(e.links, edge, e.month, cap.late(e.links, edge));
        if (late.fen == 0 || e.links.habit[edge].sold || firms.state[e.links.network.target[edge]] != FirmState::active)
            continue;
        const Money interest = arrears_interest(late, rate(row, edge, capped, cap));
        if (interest.fen == 0) continue;
        next_month[edge] += interest;
        charged += interest;
        found->push_back({edge, interest});
    }
    firms.payable[row] += charged;
    firms.spent[row] += charged;
    sums[firms.group[row]].arrears_charged += charged.fen;
}

} // namespace

void charge_arrears(Economy& e, const Draws& draws)
{
    for (auto& block : e.work.arrears) block.clear(); // also of rows that are no more
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t block) {
        Arrears a{e, draws, e.links.ring[ring_index(e.month + 1)].data(), e.work.sums[thread_slot()].data(),
                  &e.work.arrears[block]};
        for (std::size_t row = begin; row < end; ++row) a.buyer(row);
    });
    for (const auto& block : e.work.arrears)
        for (const auto& interest : block) {
            const auto supplier = e.links.network.target[interest.edge];
            e.firms.receivable[supplier] += interest.amount;
            e.firms.revenue[supplier] += interest.amount;
            e.sums[e.firms.group[supplier]].arrears_earned += interest.amount.fen;
        }
}

} // namespace rongtong
