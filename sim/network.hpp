// A directed network in compressed rows, both ways. Row r owns the edges first[r] .. first[r] + count[r]; edge e points to the
// row target[e]. Attributes of edges live in the owner's columns of the same length. The way back is a list of edges for each
// row, with spare room, so that between months an edge can change its target cheaply.
//
// Reading is free of order: the list of a row that nobody edited is ascending; edits append. All edits are serial and made in
// a stated order, so that the lists (and with them sums of doubles over a list) are the same for any number of threads.
#pragma once

#include "sim/table.hpp"

#include <cstdint>
#include <span>

namespace rongtong {

// Edges that follow each other, for a loop. (std::views::iota of gcc 12's library does not compile with clang 14.)
struct EdgeRange {
    struct Iterator {
        std::uint32_t edge;
        std::uint32_t operator*() const { return edge; }
        Iterator& operator++()
        {
            ++edge;
            return *this;
        }
        bool operator==(const Iterator&) const = default;
    };
    std::uint32_t first, last;
    Iterator begin() const { return {first}; }
    Iterator end() const { return {last}; }
};

class Network {
public:
    Column<std::uint32_t> first;  // by row
    Column<std::uint32_t> count;  // by row
    Column<std::uint32_t> target; // by edge

    std::size_t rows() const { return first.size(); }
    std::size_t edges() const { return target.size(); }

    // The edges of a row.
    EdgeRange outgoing(std::size_t row) const { return {first[row], first[row] + count[row]}; }

    // The edges that point to a row.
    std::span<const std::uint32_t> incoming(std::size_t row) const
    {
        return {list_.data() + back_first_[row], back_count_[row]};
    }

    // The row that owns an edge.
    std::uint32_t owner(std::uint32_t edge) const;

    // The lists of rows that nobody edited follow each other: a loop over rows may look ahead up to here, to prefetch.
    const std::uint32_t* lists_end() const { return list_.data() + list_.size(); }

    // Makes the way back anew from first, count and target: parallel, lists ascending, spare room of an eighth and at least 2.
    void build_incoming();

    // Adds a row without edges pointing to it; its own edges are the last `edges` ones.
    void append_row(std::uint32_t edges);

    // Points an edge to another row. drop_old: take it off the old target's list (not needed when that row is gone).
    void retarget(std::uint32_t edge, std::uint32_t row, bool drop_old);

    // Adds an edge that exists in target to the list of the row it points to.
    void attach(std::uint32_t edge);

    // Room for about so many more rows and edges, so that edits seldom allocate.
    void reserve(std::size_t rows, std::size_t edges);

    static constexpr auto columns();

private:
    Column<std::uint32_t> back_first_, back_count_, back_room_; // by row
    Column<std::uint32_t> list_;
};

constexpr auto Network::columns()
{
    using N = Network;
    return std::tuple{
        column("first", "1", "first edge of a row", &N::first),
        column("count", "1", "edges of a row", &N::count),
        column("target", "1", "row that an edge points to", &N::target),
        column("back_first", "1", "place of the list of edges that point to a row", &N::back_first_),
        column("back_count", "1", "edges that point to a row", &N::back_count_),
        column("back_room", "1", "room of its list", &N::back_room_),
        column("list", "1", "edges by the row that they point to", &N::list_),
    };
}
static_assert(columns_fill<Network>);

} // namespace rongtong
