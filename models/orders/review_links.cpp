// The review of this month's firms (review.hpp): a row phase looks and asks; then suppliers answer, those who gain most first.
#include "models/orders/review_links.hpp"

#include "models/ledger/till.hpp"
#include "models/network/capability_map.hpp"
#include "models/network/review.hpp"
#include "models/orders/link_review.hpp"
#include "models/platforms/meet.hpp"
#include "sim/parallel.hpp"

#include <algorithm>

namespace rongtong {

// Of the links for one input, from first to last: what they lack of their usual volume, from one of their suppliers.
void LinkReview::ask_for_more(std::size_t row, std::uint32_t first, std::uint32_t last)
{
    const auto& p = e.setup.parameters;
    const std::size_t user = e.groups[e.firms.group[row]].sector;
    const double usual = p.network.link_share * e.technology.input(e.links.sector[first], user);
    double linked = 0;
    std::uint32_t asked = last;
    for (auto edge = first; edge < last; ++edge) {
        if (e.links.habit[edge].made > 0) return;
        linked += e.links.coef[edge];
        if (asked == last && may_change(row, edge)) asked = edge;
    }
    const double lacking = p.review.regain * (usual - linked);
    if (asked == last || lacking <= 0.01 * usual) return;
    const auto supplier = e.links.network.target[asked];
    const double goods = std::min(lacking * e.firms.expected[row], e.work.cards[supplier].most);
    if (goods > 0.01 * usual * e.firms.expected[row])
        asks->push_back({0, asked, static_cast<std::uint32_t>(row), supplier, goods, LinkAsk::more});
}

void LinkReview::take_census(std::size_t row)
{
    LinksSeen s{static_cast<std::uint32_t>(row), 0, 0, 0, 0, 0, 0};
    for (auto edge : e.links.network.outgoing(row)) {
        if (e.links.coef[edge] <= 0) continue;
        const auto supplier = e.links.network.target[edge];
        const SupplierCard& card = e.work.cards[supplier];
        const double goods = std::max(0.0f, e.links.flow[edge].ordered);
        const auto fen = round_fen(100 * goods * e.work.offers[supplier].price()).fen;
        s.links += 1, s.months += e.month - e.links.since[edge], s.ordered += fen;
        s.goods += fixed_goods(goods / card.worth);
        if (e.groups[card.group].size != Size::large) s.to_small += fen;
        if (e.links.platform[edge] != 0) s.found += fen;
    }
    seen->push_back(s);
}

void LinkReview::firm(std::size_t row)
{
    take_census(row);
    const auto& net = e.links.network;
    const auto first = net.first[row], last = first + net.count[row];
    const auto& rules = e.setup.parameters.review;
    std::uint32_t input = first; // first link of this one's input
    for (auto edge = first; edge < last; ++edge) {
        if (e.links.sector[edge] != e.links.sector[input]) input = edge;
        const bool follows = edge > input && may_change(row, edge - 1);
        if (e.links.stage[edge] == LinkStage::place && follows) look_around(row, edge);
        else if (may_change(row, edge) &&
                 draws.uniform(e.firms.id[row], e.month, Purpose::need_ends, edge - first) < rules.need_ends)
            look_for_another(row, edge);
        const bool input_ends = edge + 1 == last || e.links.sector[edge + 1] != e.links.sector[edge];
        if (input_ends && rules.regain > 0) ask_for_more(row, input, edge + 1);
    }
}

namespace {

void count_seen(Economy& e)
{
    for (auto& platform : e.platforms.all) platform.found = Money();
    for (const auto& block : e.work.links_seen)
        for (const LinksSeen& seen : block) {
            FirmSums& s = sums_of(e, seen.buyer);
            s.links_seen += seen.links, s.link_months += seen.months;
            s.orders_seen += seen.ordered, s.orders_to_small += seen.to_small, s.goods_seen += seen.goods;
            s.orders_found += seen.found;
            if (const auto mine = e.firms.platform[seen.buyer]; mine != 0)
                e.platforms.all[mine - 1u].found += Money(seen.found);
        }
}

} // namespace

void review_links(Economy& e, const Draws& draws, const SupplierChoice& choice)
{
    const bool mapped = update_map(e, draws);
    if (e.platforms.any()) list_members(e);
    for (auto& block : e.work.link_asks) block.clear();
    for (auto& block : e.work.links_seen) block.clear();
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t block) {
        LinkReview review{e, draws, choice, &e.work.link_asks[block], &e.work.links_seen[block], mapped};
        for (std::size_t row = begin; row < end; ++row)
            if (e.firms.state[row] == FirmState::active && e.firms.born[row] < e.month &&
                (e.month + static_cast<std::int64_t>(e.firms.id[row])) % 12 == 0)
                review.firm(row);
    });
    count_seen(e);
    answer_asks(e, draws);
}

} // namespace rongtong
