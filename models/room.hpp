// Room for a year ahead, so that a month allocates nothing (tests/allocation). Bounds, beyond which a list grows on its own (it
// doubles, and keeps what it got): rows and links a sixth more and 4 096; groups a quarter more and 64; a block of 4 096 firms: 512
// that are short of money at once, 256 exits, 2 048 links that lose their supplier, 2 048 losses of creditors, 2 048 links that bear
// interest on arrears, 512 links to be dropped, 128 firms for sale, 128 projects that wait for a pilot line and as many that end, 256 that ask for equity and 512 that pay investors in a month.
// Memory that is never written is not used up. Changes no result.
#pragma once

#include "models/economy.hpp"

namespace rongtong {

// Called before the first month, after a checkpoint is read, and at each compaction (population/compaction.cpp).
void make_room(Economy& economy);

// Calls f(lists, room) for each table of lists by block of rows; room: entries of a list that a month seldom passes.
template <class F>
void for_each_block_list(Workspace& w, const F& f)
{
    f(w.exits, 256), f(w.short_firms, 512), f(w.lost, 2048), f(w.for_sale, 128);
    f(w.arrears, 2048), f(w.dropped, 512), f(w.equity.asks, 256), f(w.equity.payouts, 512);
    f(w.losses, 4096), f(w.link_losses, 4096), f(w.line_asks, 128), f(w.project_ends, 128);
    f(w.joint_efforts, 64), f(w.link_changes, 2048), f(w.link_asks, 1024), f(w.links_seen, 512);
}

} // namespace rongtong
