// Once a year (and when spare rows run out): holes of firms that left are closed in id order, size classes are set anew by the
// official limits (N3), and the way back of the network and the index of sizes are rebuilt.
// Test: tests/models/turnover.cpp.
#include "models/phases.hpp"

#include "models/orders/supplier_choice.hpp"
#include "models/population/size_class.hpp"
#include "sim/parallel.hpp"

#include <algorithm>

namespace rongtong {

namespace {

// column'[k] = column[old[k]]
template <class T>
void gather(Column<T>& column, const Column<std::uint32_t>& old, std::size_t room)
{
    Column<T> next;
    next.reserve(room);
    next.resize(old.size());
    for_blocks(old.size(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t k = begin; k < end; ++k) next[k] = column[old[k]];
    });
    column.swap(next);
}

std::size_t with_room(std::size_t n) { return n + n / 6 + 4096; }

void close_holes(Economy& e)
{
    auto& net = e.links.network;
    Column<std::uint32_t> rows, edges, new_row(e.firms.rows(), no_supplier), first, count;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] == FirmState::gone) continue;
        new_row[row] = static_cast<std::uint32_t>(rows.size());
        rows.push_back(static_cast<std::uint32_t>(row));
        first.push_back(static_cast<std::uint32_t>(edges.size()));
        count.push_back(net.count[row]);
        for (std::uint32_t n = 0; n < net.count[row]; ++n) edges.push_back(net.first[row] + n);
    }
    Firms::for_each_column(e.firms, [&](const char*, auto& column) { gather(column, rows, with_room(rows.size())); });
    Links::for_each_attribute(e.links, [&](const char*, auto& column) { gather(column, edges, with_room(edges.size())); });
    gather(net.target, edges, with_room(edges.size()));
    first.reserve(with_room(first.size()));
    count.reserve(with_room(count.size()));
    net.first.swap(first);
    net.count.swap(count);
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t row = begin; row < end; ++row)
            for (auto edge = net.first[row]; edge < net.first[row] + net.count[row]; ++edge) {
                auto& target = net.target[edge];
                target = new_row[target];
                if (target != no_supplier) continue;
                // No firm of the sector was left to take the link: the input is bought on the market from now on.
                target = static_cast<std::uint32_t>(row);
                e.firms.basket_coef[row] += e.links.coef[edge];
                e.firms.basket_stock[row] += e.links.flow[edge].stock;
                e.links.coef[edge] = 0;
                e.links.flow[edge].stock = 0;
            }
    });
    net.build_incoming();
    net.reserve(rows.size() / 6 + 4096, edges.size() / 6 + 4096);
}

void set_size_classes(Economy& e)
{
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] != FirmState::active) continue;
        Group g = e.groups[e.firms.group[row]];
        const Size size = size_class(e.technology.sectors[g.sector], e.firms.workers[row],
                                     e.firms.expected[row] * e.firms.price[row] * 12);
        if (size == g.size) continue;
        g.size = size;
        e.firms.group[row] = e.groups.number(g);
    }
}

} // namespace

void tidy_rows(Economy& e)
{
    const std::size_t last = e.turnover.cell_rows.size(); // firms at the last compaction
    const bool full = e.firms.rows() > last + last / 7 + 2048;
    const bool due = e.month % 12 == 0;
    if (e.setup.parameters.luck.luck_switch <= 0 || (!due && !full)) return;
    close_holes(e);
    if (due) {
        set_size_classes(e);
        set_opening_deposits(e);
        e.accounts_reclassified = true;
    }
    index_sizes(e);
    e.turnover.compacted = e.month;
}

} // namespace rongtong
