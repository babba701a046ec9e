#include "sim/network.hpp"

#include "sim/parallel.hpp"

#include <algorithm>
#include <atomic>

namespace rongtong {

namespace {
std::uint32_t room_for(std::uint32_t count) { return count + std::max<std::uint32_t>(2, count / 8); }
} // namespace

void Network::build_incoming()
{
    back_first_.assign(rows(), 0);
    back_count_.assign(rows(), 0);
    back_room_.assign(rows(), 0);
    // Whole-number counts are the same whatever the order; the lists are sorted afterwards.
    for_blocks(rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t r = begin; r < end; ++r)
            for (std::uint32_t e = first[r]; e < first[r] + count[r]; ++e)
                std::atomic_ref(back_count_[target[e]]).fetch_add(1, std::memory_order_relaxed);
    });
    std::uint32_t total = 0;
    for (std::size_t r = 0; r < rows(); ++r) {
        back_first_[r] = total;
        back_room_[r] = room_for(back_count_[r]);
        total += back_room_[r];
    }
    list_.assign(total, 0);
    std::fill(back_count_.begin(), back_count_.end(), 0);
    for_blocks(rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t r = begin; r < end; ++r)
            for (std::uint32_t e = first[r]; e < first[r] + count[r]; ++e) {
                const std::uint32_t to = target[e];
                const auto k = std::atomic_ref(back_count_[to]).fetch_add(1, std::memory_order_relaxed);
                list_[back_first_[to] + k] = e;
            }
    });
    for_blocks(rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t r = begin; r < end; ++r) {
            const auto from = list_.begin() + back_first_[r];
            std::sort(from, from + back_count_[r]);
        }
    });
}

std::uint32_t Network::owner(std::uint32_t edge) const
{
    const auto it = std::upper_bound(first.begin(), first.end(), edge);
    auto row = static_cast<std::size_t>(it - first.begin()) - 1;
    while (count[row] == 0) --row; // rows without edges share their start with the next
    return static_cast<std::uint32_t>(row);
}

void Network::append_row(std::uint32_t edges)
{
    first.push_back(static_cast<std::uint32_t>(target.size()) - edges);
    count.push_back(edges);
    back_first_.push_back(static_cast<std::uint32_t>(list_.size()));
    back_count_.push_back(0);
    back_room_.push_back(room_for(0));
    list_.resize(list_.size() + room_for(0));
}

void Network::attach(std::uint32_t edge)
{
    const std::uint32_t row = target[edge];
    if (back_count_[row] == back_room_[row]) { // full: move the list to the end, twice the room
        const auto from = back_first_[row];
        back_first_[row] = static_cast<std::uint32_t>(list_.size());
        back_room_[row] = 2 * back_room_[row] + 2;
        list_.resize(list_.size() + back_room_[row]);
        std::copy_n(list_.begin() + from, back_count_[row], list_.begin() + back_first_[row]);
    }
    list_[back_first_[row] + back_count_[row]++] = edge;
}

void Network::retarget(std::uint32_t edge, std::uint32_t row, bool drop_old)
{
    if (drop_old) {
        const std::uint32_t old = target[edge];
        const auto from = list_.begin() + back_first_[old], to = from + back_count_[old];
        const auto it = std::find(from, to, edge);
        if (it != to) {
            std::copy(it + 1, to, it);
            --back_count_[old];
        }
    }
    target[edge] = row;
    attach(edge);
}

void Network::reserve(std::size_t more_rows, std::size_t more_edges)
{
    for (auto* c : {&first, &count, &back_first_, &back_count_, &back_room_}) c->reserve(rows() + more_rows);
    target.reserve(edges() + more_edges);
    list_.reserve(list_.size() + 2 * more_edges + 2 * more_rows);
}

} // namespace rongtong
