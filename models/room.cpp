#include "models/room.hpp"

#include "models/agents/firm_columns.hpp"
#include "sim/parallel.hpp"

namespace rongtong {

namespace {

void make_room_for_groups(Economy& e)
{
    const std::size_t groups = e.groups.size() + e.groups.size() / 4 + 64;
    e.groups.reserve(groups);
    e.policy.conditions.groups.reserve(groups);
    e.sums.reserve(groups);
    e.work.facts.reserve(groups);
    for (auto& table : e.work.sums) table.reserve(groups);
}

// Of those who perform R&D, few look for a partner in a month (joint/propose.cpp).
void make_room_for_joint(Economy& e, std::size_t rows)
{
    auto& w = e.work.joint;
    const std::size_t pairs = rows / 64 + 256, fields = e.facilities.room.size() / e.groups.regions();
    e.joint.projects.reserve(pairs), e.joint.former.reserve(pairs);
    w.efforts.reserve(2 * pairs), w.events.reserve(2 * pairs), w.posting.reserve(pairs), w.proposals.reserve(4 * pairs);
    w.rows.reserve(rows / 8 + 256);
    w.first.reserve(fields + 1), w.next.reserve(fields), w.own.reserve(fields), w.other.reserve(fields);
    w.protection.reserve(e.groups.sectors()), w.weight.reserve(e.groups.sectors());
}

// Where there are platforms, nearly all firms may become members.
void make_room_for_platforms(Economy& e, std::size_t rows)
{
    auto& w = e.work;
    const std::size_t cells = e.turnover.firms_at_start.size(), places = e.platforms.all.size() * e.groups.sectors();
    for (auto* table : {&w.entrants, &w.firms_of_cell, &w.density}) table->reserve(cells);
    if (e.digital.any())
        w.partners_level.reserve(rows), w.next_standard.reserve(rows), w.forecasts.reserve(rows),
            w.standard_cover.reserve(256);
    if (!e.platforms.any()) return;
    w.member_rows.reserve(rows);
    w.member_first.reserve(places + 1), w.member_next.reserve(places);
}

void make_room_for_lists(Economy& e, std::size_t rows)
{
    auto& w = e.work;
    const std::size_t blocks = block_count(rows) + 1;
    for_each_block_list(w, [&](auto& lists, std::size_t room) {
        if (lists.size() < blocks) lists.resize(blocks);
        for (auto& list : lists) list.reserve(room);
    });
    w.openings.resize(e.groups.sectors());
    for (auto& list : w.openings) list.reserve(64 + rows / 256);
    w.lost_links.reserve(rows / 2 + 8192);
    w.asks_of_all.reserve(rows / 4 + 4096);
    w.promised.reserve(rows);
    w.cards.reserve(rows);
    w.line_queue.reserve(rows / 32 + 256);
    w.merged_edges.reserve(4096);
    make_room_for_joint(e, rows);
    make_room_for_platforms(e, rows);
    w.mergers.reserve(rows / 64 + 64);
    e.records.events.reserve(rows / 16 + 256);
    e.records.losses.reserve(rows / 16 + 4096);
    if (e.setup.shocks.empty()) return;
    e.policy.conditions.failures.reserve(e.setup.shocks.size());
    w.may_fail.reserve(rows);
    w.failing.reserve(rows);
}

// Few firms ask for equity or have sold some (capital/equity.hpp).
void make_room_for_equity(Economy& e, std::size_t rows)
{
    auto& w = e.work.equity;
    const std::size_t asks = rows / 64 + 256, stakes = 2 * e.equity.stakes.size() + rows / 16 + 1024;
    e.equity.stakes.reserve(stakes);
    e.records.stakes.reserve(stakes);
    w.returned.reserve(stakes);
    w.ranked.reserve(asks);
    w.rounds.reserve(asks);
    w.without.reserve(asks);
    w.order.reserve(asks);
    w.ventures.reserve(e.groups.sectors() * 1024);
    w.leaders.reserve(e.groups.sectors());
    w.parts.reserve(1024);
    w.weights.reserve(1024);
}

} // namespace

void make_room(Economy& e)
{
    const std::size_t more_rows = e.firms.rows() / 6 + 4096, more_links = e.links.network.edges() / 6 + 4096;
    const std::size_t rows = e.firms.rows() + more_rows;
    const auto scarce = [](std::size_t room, std::size_t used) { return room < used + used * 3 / 20 + 3072; };
    // A column that moves is there twice for a moment: only where what is left would not last until the next compaction.
    if (scarce(e.firms.id.capacity(), e.firms.rows())) reserve_columns(e.firms, rows);
    if (scarce(e.links.flow.capacity(), e.links.network.edges()))
        reserve_columns(e.links, e.links.network.edges() + more_links);
    e.work.offers.reserve(rows);
    e.work.input_factor.reserve(rows);
    e.links.network.reserve(more_rows, more_links);
    make_room_for_groups(e);
    make_room_for_lists(e, rows);
    make_room_for_equity(e, rows);
}

} // namespace rongtong
