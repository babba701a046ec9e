// Places for trials (review.hpp): links that lead nowhere yet, so that in a year no link moves to make room.
#include "models/network/review.hpp"
#include "sim/parallel.hpp"

#include <functional>

namespace rongtong {

namespace {

constexpr std::uint32_t nothing = 0xffffffffu;

// Old links in their new order; `nothing` stands for a place. Sets where each row's links lie.
Column<std::uint32_t> lay_out(Economy& e, const Draws& draws)
{
    auto& net = e.links.network;
    const double own = e.setup.parameters.review.share;
    Column<std::uint32_t> from;
    from.reserve(net.edges() + static_cast<std::size_t>(1.2 * own * static_cast<double>(net.edges())) + 64);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const auto old = net.outgoing(row);
        const double share = own + (is_served(e, draws, row)
                                        ? e.policy.conditions.groups[e.firms.group[row]].search.searches
                                        : 0);
        const auto first = static_cast<std::uint32_t>(from.size());
        for (auto edge : old) {
            if (e.links.stage[edge] == LinkStage::place) continue;
            from.push_back(edge);
            const bool looks = e.links.stage[edge] == LinkStage::settled && !on_trial(e, row, edge) &&
                               e.links.coef[edge] > 0 &&
                               draws.uniform(e.firms.id[row], e.month, Purpose::trial_place, edge - old.first) < share;
            if (looks) from.push_back(nothing);
        }
        net.first[row] = first;
        net.count[row] = static_cast<std::uint32_t>(from.size()) - first;
    }
    return from;
}

// First those that move back (places of last year go), then those that move on: in place, nothing is read after it was written.
template <class T>
void rearrange(Column<T>& column, const Column<std::uint32_t>& from, std::size_t old_size)
{
    column.resize(std::max(old_size, from.size()));
    std::size_t kept = 0;
    for (const auto old : from)
        if (old != nothing) column[kept++] = column[old];
    for (std::size_t k = from.size(); k-- > 0;) column[k] = from[k] == nothing ? T{} : column[--kept];
    column.resize(from.size());
}

} // namespace

void lay_places(Economy& e, const Draws& draws)
{
    auto& net = e.links.network;
    const std::size_t edges = net.edges();
    const Column<std::uint32_t> from = lay_out(e, draws);
    const std::size_t room = from.size() + from.size() / 8 + 4096; // entrants of a year
    if (e.links.flow.capacity() < room) reserve_columns(e.links, room), net.target.reserve(room);
    std::vector<std::function<void()>> columns; // one task a column
    for_each_column(e.links, [&](std::string_view, auto& c) { columns.push_back([&] { rearrange(c, from, edges); }); });
    columns.push_back([&] { rearrange(net.target, from, edges); });
    for_blocks(columns.size(), [&](std::size_t k, std::size_t, std::size_t) { columns[k](); }, 1);
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t row = begin; row < end; ++row)
            for (auto edge : net.outgoing(row)) {
                if (from[edge] != nothing) continue;
                e.links.stage[edge] = LinkStage::place;
                e.links.sector[edge] = e.links.sector[edge - 1];
                net.target[edge] = static_cast<std::uint32_t>(row);
            }
    });
}

} // namespace rongtong
