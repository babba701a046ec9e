// What suppliers answer to buyers that ask for a trial or for more, and links whose need ended (network/review.hpp). Serial.
#include "models/capital/link_debt.hpp"
#include "models/ledger/till.hpp"
#include "models/network/replacement.hpp"
#include "models/network/review.hpp"
#include "models/orders/link_review.hpp"

#include <algorithm>
#include <tuple>

namespace rongtong {

namespace {

// Links found on a platform depend on it.
void note_way(Economy& e, const LinkAsk& a)
{
    if (a.way != LinkAsk::platform) return;
    e.links.platform[a.edge] = e.firms.platform[a.buyer];
    sums_of(e, a.buyer).found_on_platform += 1;
}

// The supplier is known to the buyer from now on, by its first small orders.
void begin_trial(Economy& e, const Draws& draws, const LinkAsk& a)
{
    auto& links = e.links;
    links.network.retarget(a.edge, a.supplier, true);
    links.stage[a.edge] = LinkStage::trial;
    set_terms(e, draws, a.buyer, a.edge, a.edge - links.network.first[a.buyer], e.month);
    split_volume(e, a.buyer, a.edge, trial_share(0, e.setup.parameters.review));
    FirmSums& s = sums_of(e, a.buyer);
    note_way(e, a);
    s.trials_begun += 1, s.trials_mapped += a.way == LinkAsk::map;
    s.trials_with_large += e.groups[e.firms.group[a.supplier]].size == Size::large;
}

void give_more(Economy& e, const LinkAsk& a, double goods)
{
    auto& f = e.firms;
    const double more = std::min(goods / f.expected[a.buyer], f.basket_coef[a.buyer]);
    const auto region = [&](std::size_t row) { return e.groups[f.group[row]].region; };
    e.links.coef[a.edge] += static_cast<float>(more);
    f.basket_coef[a.buyer] -= more;
    if (region(a.supplier) != region(a.buyer)) f.border_coef[a.buyer] += static_cast<float>(more);
}

// A buyer whose need ended takes its goods elsewhere, once it can pay what it owes. False where it can't, or tries somebody for the link.
bool move_whole(Economy& e, const Draws& draws, const LinkAsk& a)
{
    if (on_trial(e, a.buyer, a.edge) || !pay_off(e, a.buyer, a.edge)) return false;
    move_link(e, draws, a.edge, a.buyer, a.supplier);
    note_way(e, a);
    sums_of(e, a.buyer).needs_ended += 1;
    return true;
}

bool agree(Economy& e, const Draws& draws, const LinkAsk& a, double goods)
{
    if (a.what == LinkAsk::move) return move_whole(e, draws, a);
    if (a.what == LinkAsk::trial) {
        begin_trial(e, draws, a);
        return true;
    }
    if (e.links.network.target[a.edge] != a.supplier) return false; // the link has moved since it asked
    give_more(e, a, goods);
    return true;
}

double can_promise(const Economy& e, std::size_t supplier, double promised)
{
    const SupplierCard& card = e.work.cards[supplier];
    return card.active ? std::min(card.most, card.room - promised) : 0;
}

// A supplier promises what it has room for, to those who gain most first.
void answer(Economy& e, const Draws& draws, std::vector<LinkAsk>& asks)
{
    std::sort(asks.begin(), asks.end(), [](const LinkAsk& a, const LinkAsk& b) {
        return std::tuple(-a.gain, a.buyer, a.edge) < std::tuple(-b.gain, b.buyer, b.edge);
    });
    auto& promised = e.work.promised;
    promised.resize(e.firms.rows());
    for (const auto& a : asks) promised[a.supplier] = 0;
    for (const auto& a : asks) {
        const double most = can_promise(e, a.supplier, promised[a.supplier]);
        const double goods = a.what == LinkAsk::more ? std::min(a.goods, most) : a.goods;
        if (goods > most || goods <= 0) sums_of(e, a.buyer).trials_refused += a.what == LinkAsk::trial;
        else if (agree(e, draws, a, goods)) promised[a.supplier] += goods;
    }
}

} // namespace

void answer_asks(Economy& e, const Draws& draws)
{
    auto& asks = e.work.asks_of_all;
    asks.clear();
    for (const auto& block : e.work.link_asks) asks.insert(asks.end(), block.begin(), block.end());
    answer(e, draws, asks);
}

} // namespace rongtong
