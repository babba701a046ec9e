// Whom a firm finds when it looks around for a supplier (network/review.hpp).
#include "models/digital/partners.hpp"
#include "models/network/capability_map.hpp"
#include "models/network/link_plan.hpp"
#include "models/network/review.hpp"
#include "models/orders/link_review.hpp"
#include "models/platforms/meet.hpp"

#include <algorithm>

namespace rongtong {

namespace {

// Months; links of the start have been there for long.
std::int32_t age_of(const Economy& e, std::uint32_t edge)
{
    const std::int32_t since = e.links.since[edge];
    return since > 0 ? e.month - since : 1200;
}

constexpr std::uint32_t own_candidates = 6, on_map = 6, most_candidates = 64; // in a search

} // namespace

bool LinkReview::may_change(std::size_t row, std::uint32_t edge) const
{
    const auto supplier = e.links.network.target[edge];
    const LinkHabit habit = e.links.habit[edge];
    return e.links.stage[edge] == LinkStage::settled && e.links.coef[edge] > 0 && supplier != row &&
           e.work.cards[supplier].active && habit.made == 0 && !habit.sold && !on_trial(e, row, edge);
}

// A supplier of the same input of one of its suppliers; no_supplier where that one buys none.
std::uint32_t LinkReview::supplier_of_partner(std::size_t row, std::uint32_t known, const Words& w) const
{
    const auto& net = e.links.network;
    const auto at = static_cast<std::uint32_t>(to_uniform(w[0]) * net.count[row]);
    const auto partner = net.target[net.first[row] + at];
    const auto* const sectors = e.links.sector.data();
    const auto* const begin = sectors + net.first[partner];
    const auto range = std::equal_range(begin, begin + net.count[partner], sectors[known]);
    const auto n = static_cast<std::uint32_t>(range.second - range.first);
    if (n == 0) return no_supplier;
    const auto edge = static_cast<std::uint32_t>(range.first - sectors) +
                      static_cast<std::uint32_t>(to_uniform(w[1]) * n);
    return e.links.coef[edge] > 0 ? net.target[edge] : no_supplier; // or a place, that leads nowhere
}

std::uint32_t LinkReview::any_of_sector(std::size_t sector, std::uint32_t word) const
{
    const auto& t = e.turnover;
    const auto first = t.cell_first[sector * e.groups.regions()],
               last = t.cell_first[(sector + 1) * e.groups.regions()];
    if (first == last) return no_supplier;
    return t.cell_rows[first + static_cast<std::uint32_t>(to_uniform(word) * (last - first))];
}

std::uint32_t LinkReview::candidate(std::size_t row, std::uint32_t known, std::uint32_t k, const Words& w) const
{
    const std::size_t sector = e.links.sector[known];
    if (k == 3 || k == 4) return supplier_of_partner(row, known, w);
    if (k == 5) return any_of_sector(sector, w[0]);
    const double by_size = odds_by_size(e.links.network.count[row], e.setup.parameters.network);
    return choice.choose(sector, e.groups[e.firms.group[row]].region, to_uniform(w[0]), to_uniform(w[1]), by_size);
}

// Whether it could be a supplier at all.
bool LinkReview::may_supply(std::size_t row, std::uint32_t known, std::uint32_t found) const
{
    return found != no_supplier && found != row && found != e.links.network.target[known];
}

// Keeps it if it seems the best so far and can take the whole volume. w: its error, of which a platform leaves a part.
void LinkReview::try_candidate(const Search& search, std::uint32_t found, const Words& w, LinkAsk& best,
                               LinkAsk::Way way) const
{
    if (!may_supply(search.row, search.known, found)) return;
    const SupplierCard& card = e.work.cards[found];
    const double goods = search.volume * card.worth;
    if (!card.active || goods > card.most || is_shut_out(e, search.row, found)) return;
    const double left = way == LinkAsk::platform ? e.setup.parameters.platforms.noise : 1;
    const double error = left * e.setup.parameters.review.noise * normal_from(w[2], w[3]);
    best.improve(weight_of(e, search.row, found) + error, found, goods, way);
}

// A member sees suppliers that are members too, some of other platforms over a common standard.
void LinkReview::look_on_platform(const Search& search, std::uint32_t n, LinkAsk& best) const
{
    const std::size_t mine = e.firms.platform[search.row], all = e.platforms.all.size();
    if (mine == 0) return;
    const auto& rules = e.setup.parameters.platforms;
    const auto shown = static_cast<std::uint32_t>(std::lround(rules.candidates * e.policy.conditions.platforms_work));
    const double elsewhere = rules.interoperability * static_cast<double>(all - 1) / static_cast<double>(all);
    for (std::uint32_t k = 0; k < shown; ++k) {
        const auto w = draws.words(e.firms.id[search.row], e.month, Purpose::platform_search, n + k);
        std::size_t platform = mine - 1;
        if (const double u = to_uniform(w[1]); u < elsewhere)
            platform = (platform + 1 + static_cast<std::size_t>(u / elsewhere * static_cast<double>(all - 1))) % all;
        const auto found = any_member(e, platform, e.links.sector[search.known], to_uniform(w[0]));
        try_candidate(search, found, w, best, LinkAsk::platform);
    }
}

// What the map says may have been true when it was made: who is found there may be full, or gone.
void LinkReview::look_at_map(const Search& search, std::uint32_t n, LinkAsk& best) const
{
    const auto [row, known, volume] = search;
    for (std::uint32_t k = 0; k < on_map; ++k) {
        const auto w = draws.words(e.firms.id[row], e.month, Purpose::link_review, n + k);
        const auto found = any_of_sector(e.links.sector[known], w[0]);
        if (!may_supply(row, known, found) || e.firms.listed[found] <= 0) continue;
        if (e.policy.conditions.groups[e.firms.group[found]].on_map <= 0) continue;
        const double told = weight_told(e, row, e.firms.group[found], offer_listed(e.firms.listed[found]));
        best.improve(told + e.policy.conditions.map.error * normal_from(w[2], w[3]), found,
                     volume * e.firms.worth[found], LinkAsk::map);
    }
}

// Asks the best of a few, if it weighs more than `least`.
void LinkReview::find_best(std::size_t row, std::uint32_t known, LinkAsk best, double least)
{
    const std::uint32_t first = (best.edge - e.links.network.first[row]) * most_candidates;
    const auto present = e.links.network.target[known];
    const Search search{row, known, e.links.coef[known] * e.firms.expected[row] / e.firms.worth[present]};
    best.gain = static_cast<float>(least);
    const std::uint32_t shown = is_served(e, draws, row) ? shown_by_agency(row) : 0;
    for (std::uint32_t k = 0; k < own_candidates + shown; ++k) {
        const auto w = draws.words(e.firms.id[row], e.month, Purpose::link_review, first + k);
        try_candidate(search, candidate(row, known, k, w), w, best, LinkAsk::around);
    }
    if (e.platforms.any()) look_on_platform(search, first / 2, best);
    if (map_is_kept) look_at_map(search, first + most_candidates - on_map, best);
    best.gain -= static_cast<float>(weight_of(e, row, present));
    if (best.supplier != no_supplier) asks->push_back(best);
}

// Asks for a trial, if somebody seems better than the present supplier.
void LinkReview::look_around(std::size_t row, std::uint32_t place)
{
    const std::uint32_t known = place - 1;
    const auto& rules = e.setup.parameters.review;
    const double least = weight_of(e, row, e.links.network.target[known]) + trust_of(age_of(e, known), rules) +
                         rules.cost;
    find_best(row, known, {0, place, static_cast<std::uint32_t>(row), no_supplier, 0, LinkAsk::trial}, least);
}

// The goods of this supplier are needed no more: whoever has others and room for the whole will do.
void LinkReview::look_for_another(std::size_t row, std::uint32_t edge)
{
    find_best(row, edge, {0, edge, static_cast<std::uint32_t>(row), no_supplier, 0, LinkAsk::move}, -1e6);
}

std::uint32_t LinkReview::shown_by_agency(std::size_t row) const
{
    const double shown = e.policy.conditions.groups[e.firms.group[row]].search.candidates;
    return static_cast<std::uint32_t>(std::min(shown, double{most_candidates - own_candidates - on_map}));
}

} // namespace rongtong
