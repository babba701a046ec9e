// Once a year (and when spare rows run out): holes of firms that left are closed in id order, size classes are set anew by the
// official limits (N3), tiers are reviewed (N4), and the way back of the network and the index of sizes are rebuilt.
// Test: tests/models/turnover.cpp.
#include "models/phases.hpp"

#include "models/agents/firm_columns.hpp"
#include "models/network/leaders.hpp"
#include "models/network/review.hpp"
#include "models/network/supplier_choice.hpp"
#include "models/population/size_class.hpp"
#include "models/room.hpp"
#include "models/tiers/review_tiers.hpp"
#include "sim/parallel.hpp"

#include <algorithm>
#include <functional>
#include <vector>

namespace rongtong {

namespace {

// column'[k] = column[old[k]], in place: old is ascending, so nothing is overwritten before it is read.
template <class T>
void close_up(Column<T>& column, const Column<std::uint32_t>& old)
{
    for (std::size_t k = 0; k < old.size(); ++k) column[k] = column[old[k]];
    column.resize(old.size());
}

// Old rows and edges of those that stay, and each old row's new number.
struct Survivors {
    Column<std::uint32_t> rows, edges, new_row;
};

Survivors find_survivors(Economy& e)
{
    auto& net = e.links.network;
    Survivors s;
    s.rows.reserve(e.firms.rows());
    s.edges.reserve(net.edges());
    s.new_row.assign(e.firms.rows(), no_supplier);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] == FirmState::gone) continue;
        const auto to = s.rows.size();
        const auto from = net.first[row];
        s.new_row[row] = static_cast<std::uint32_t>(to);
        s.rows.push_back(static_cast<std::uint32_t>(row));
        net.first[to] = static_cast<std::uint32_t>(s.edges.size());
        net.count[to] = net.count[row];
        for (std::uint32_t n = 0; n < net.count[to]; ++n) s.edges.push_back(from + n);
    }
    net.first.resize(s.rows.size());
    net.count.resize(s.rows.size());
    return s;
}

void renumber_targets(Economy& e, const Column<std::uint32_t>& new_row)
{
    auto& net = e.links.network;
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t row = begin; row < end; ++row)
            for (auto edge : net.outgoing(row)) {
                auto& target = net.target[edge];
                target = new_row[target];
                if (target != no_supplier) continue;
                // No firm of the sector was left to take the link: the input is bought on the market from now on.
                target = static_cast<std::uint32_t>(row);
                e.firms.basket_coef[row] += e.links.coef[edge];
                e.firms.basket_stock[row] += e.links.flow[edge].stock;
                e.links.coef[edge] = 0;
                e.links.flow[edge].stock = 0;
                if (e.links.stage[edge] != LinkStage::settled) e.links.stage[edge] = LinkStage::place;
            }
    });
}

void close_holes(Economy& e)
{
    auto& net = e.links.network;
    const Survivors s = find_survivors(e);
    std::vector<std::function<void()>> columns; // one task a column
    const auto close_up_table = [&](auto& table, const auto& old) {
        for_each_column(table, [&](std::string_view, auto& c) { columns.push_back([&] { close_up(c, old); }); });
    };
    close_up_table(e.firms, s.rows);
    close_up_table(e.links, s.edges);
    columns.push_back([&] { close_up(net.target, s.edges); });
    for_blocks(columns.size(), [&](std::size_t k, std::size_t, std::size_t) { columns[k](); }, 1);
    renumber_targets(e, s.new_row);
}

void set_size_classes(Economy& e)
{
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] != FirmState::active) continue;
        Group g = e.groups[e.firms.group[row]];
        const Size size = size_class(e.technology.sectors[g.sector], e.firms.workers[row],
                                     e.firms.expected[row] * e.firms.price[row] * 12 / money_index(e));
        if (size == g.size) continue;
        g.size = size;
        e.firms.group[row] = e.groups.number(g);
    }
    e.sums.resize(e.groups.size()); // groups that are new have no sums of this month
}

} // namespace

void tidy_rows(Economy& e, const Draws& draws)
{
    const std::size_t last = e.turnover.cell_rows.size(); // firms at the last compaction
    const bool full = e.firms.rows() > last + last / 7 + 2048;
    const bool due = e.month % 12 == 0;
    if (e.setup.parameters.luck.luck_switch <= 0 || (!due && !full)) return;
    close_holes(e);
    if (due && reviews(e)) lay_places(e, draws);
    e.links.network.build_incoming();
    if (due) {
        review_tiers(e, draws);
        set_size_classes(e);
        set_opening_deposits(e);
        e.accounts_reclassified = true;
    }
    make_room(e);
    index_sizes(e);
    choose_leaders(e);
    e.turnover.compacted = e.month;
}

} // namespace rongtong
