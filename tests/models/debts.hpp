// A few firms that owe one another, for tests of the clearing (clearing.cpp): columns of links made from a list of debts.
#pragma once

#include "models/capital/clearing.hpp"

#include <array>
#include <map>
#include <numeric>
#include <utility>
#include <vector>

namespace rongtong::debts {

constexpr int oldest = 0, now = 3; // due months

struct Debt {
    int payer, payee, month;
    std::int64_t fen;
};

using Pair = std::pair<int, int>; // payer and payee
using Paid = std::map<Pair, std::int64_t>;

struct Case {
    std::vector<std::int64_t> at_hand; // of the short firms: 0, 1, ...; the last firm is not short and has no entry
    std::vector<Debt> debts;
    std::map<int, std::int64_t> outside{}; // what the firm that is not short pays to others
    int late = 0;
    double compliance = 0;

    int firms() const { return static_cast<int>(at_hand.size()) + 1; }
};

struct Outcome {
    Paid paid;
    std::int32_t rounds = 0;
    std::vector<std::int64_t> receipts, total; // by firm
};

using Order = std::vector<int>; // firms by row

inline Order in_order(int firms)
{
    Order order(static_cast<std::size_t>(firms));
    std::iota(order.begin(), order.end(), 0);
    return order;
}

// Links of the case, and payer and payee of each edge.
inline Links make_links(const Case& c, const Order& order, std::vector<Pair>& edges)
{
    std::map<Pair, std::array<std::int64_t, 4>> owed;
    for (const auto& d : c.debts) owed[{d.payer, d.payee}][static_cast<std::size_t>(d.month)] += d.fen;
    for (const auto& [payee, fen] : c.outside) owed[{c.firms() - 1, payee}];
    Links l;
    std::vector<std::uint32_t> row_of(order.size());
    for (std::uint32_t row = 0; row < order.size(); ++row) {
        row_of[order[row]] = row;
        l.network.first.push_back(static_cast<std::uint32_t>(edges.size()));
        for (const auto& [pair, months] : owed)
            if (pair.first == order[row]) edges.push_back(pair);
        l.network.count.push_back(static_cast<std::uint32_t>(edges.size()) - l.network.first.back());
    }
    resize_columns(l, edges.size());
    l.network.target.resize(edges.size());
    for (std::size_t edge = 0; edge < edges.size(); ++edge) {
        const auto [payer, payee] = edges[edge];
        l.network.target[edge] = row_of[payee];
        l.habit[edge].late = static_cast<std::uint8_t>(c.late) & 3u;
        for (std::size_t m = 0; m < 4; ++m) l.ring[m][edge] = Money(owed[edges[edge]][m]);
        l.flow[edge].paid = Money(payer + 1 == c.firms() ? c.outside.at(payee) : -77); // -77: of last month
    }
    l.network.build_incoming();
    return l;
}

inline std::vector<std::vector<ShortFirm>> make_blocks(const Case& c, const Order& order, std::size_t block)
{
    std::vector<std::vector<ShortFirm>> blocks(1);
    for (std::uint32_t row = 0; row < order.size(); ++row) {
        if (order[row] + 1 == c.firms()) continue;
        if (blocks.back().size() == block) blocks.emplace_back();
        ShortFirm s;
        s.row = row;
        s.at_hand = Money(c.at_hand[order[row]]);
        s.cap.compliance = c.compliance, s.cap.sme_only = false;
        blocks.back().push_back(s);
    }
    return blocks;
}

// Clears the case with firms in the order of rows given, short firms in blocks of the size given.
inline Outcome clear(const Case& c, const Order& order, std::size_t block = 100, std::int32_t most_rounds = 200)
{
    std::vector<Pair> edges;
    Links l = make_links(c, order, edges);
    auto blocks = make_blocks(c, order, block);
    Outcome out;
    const PastMonths ring{l.ring[0].data(), l.ring[1].data(), l.ring[2].data(), l.ring[3].data()};
    out.rounds = clear_debts(l, ring, blocks, most_rounds).rounds;
    out.receipts.resize(order.size());
    out.total.resize(order.size());
    for (std::size_t edge = 0; edge < edges.size(); ++edge) {
        const auto fen = l.flow[edge].paid.fen;
        out.paid[edges[edge]] = fen;
        out.receipts[edges[edge].second] += fen;
        out.total[edges[edge].first] += fen;
    }
    return out;
}

inline Outcome clear(const Case& c) { return clear(c, in_order(c.firms())); }

} // namespace rongtong::debts
