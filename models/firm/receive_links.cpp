// Receipts over links: goods, invoices, and suppliers that are gone. Equations: payments.hpp, chain_finance.hpp.
#include "models/firm/receive.hpp"

#include "models/capital/link_debt.hpp"
#include "models/capital/payments.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

// The bank that bought a supplier's claims is paid when the supplier is gone.
void Receipt::pay_bank_of_lost(std::size_t row, std::uint32_t edge, FirmSums& s)
{
    const Money owed = take_debt(e, row, edge, s);
    spend(row, Flow::invoices, owed, s);
    banks[e.firms.bank[e.links.network.target[edge]]].factored_collected += owed.fen;
    e.links.habit[edge].sold = 0;
}

// What a supplier that is gone is still owed goes to the receiver.
void Receipt::lose_supplier(std::size_t row, std::uint32_t edge, FirmSums& s)
{
    lost->push_back(edge);
    if (e.links.habit[edge].sold) pay_bank_of_lost(row, edge, s);
    e.firms.estate_due[row] += take_debt(e, row, edge, s);
}

// The last invoice of a supplier that closes is owed to the receiver.
void Receipt::take_last_invoice(std::size_t row, std::uint32_t edge, Money amount, FirmSums& s)
{
    e.firms.payable[row] += amount;
    e.firms.spent[row] += amount;
    s.invoiced += amount.fen;
    lose_supplier(row, edge, s);
}

namespace {

// Columns of links from a buyer's first on. No copies: the loop below is bound by memory.
struct LinkColumns {
    const std::uint32_t* supplier;
    LinkFlow* flow;
    const float* coef;
    const std::uint8_t *days, *place;
    const LinkHabit* habit;
};

LinkColumns columns_from(Links& links, std::size_t first)
{
    return {links.network.target.data() + first, links.flow.data() + first,  links.coef.data() + first,
            links.days.data() + first,           links.place.data() + first, links.habit.data() + first};
}

// Enters the invoice of a delivery under the months in which it falls due.
inline Money enter_invoice(const Receipt& r, const LinkColumns& c, std::size_t first, std::size_t n, double fen,
                           const GroupFacts& f)
{
    const Money amount = round_fen(fen);
    const auto parts = split_invoice(amount, f.cap.term(c.days[n], c.place[n], c.habit[n]));
    r.ring[parts.months][first + n] += parts.first;
    if (parts.second.fen != 0) r.ring[parts.months + 1][first + n] += parts.second;
    return amount;
}

struct Inputs {
    double cost = 0, received = 0, used = 0, held = 0;
    double built = 0; // yuan: value of what is put in stock
    Money invoiced;
};

void book_inputs(Firms& firms, std::size_t row, const Inputs& in, FirmSums& s)
{
    firms.payable[row] += in.invoiced;
    firms.spent[row] += in.invoiced - round_fen(100 * in.built);
    s.invoiced += in.invoiced.fen;
    s.inputs_received += fixed_goods(in.received);
    s.inputs_used += fixed_goods(in.used);
    s.input_stock += fixed_goods(in.held);
}

} // namespace

// Takes delivery and books invoices; returns the cost of linked inputs per unit of output at posted prices, and what linked
// stocks lacked for what was made.
double Receipt::inputs_over_links(std::size_t row, const GroupFacts& f, double& lacking, FirmSums& s)
{
    constexpr std::uint32_t ahead = 12; // suppliers to fetch in advance: the gather is bound by latency
    const auto first = e.links.network.first[row], count = e.links.network.count[row];
    const LinkColumns c = columns_from(e.links, first);
    const Offer* const offers = e.work.offers.data();
    const InputFacts* const inputs = e.work.inputs.data();
    const double made = e.firms.made[row];
    Inputs in;
    for (std::uint32_t n = 0; n < count; ++n) {
        __builtin_prefetch(&offers[c.supplier[n + ahead < edges - first ? n + ahead : n]]);
        const Offer offer = offers[c.supplier[n]];
        LinkFlow& flow = c.flow[n];
        const bool stored = inputs[e.links.sector[first + n]].storable; // else what came is used, or lapses
        const double coef = c.coef[n];
        double use = std::min<double>(flow.stock, coef * made);
        double arrived = 0, price = offer.price();
        if (offer.gone()) {
            lose_supplier(row, first + n, s);
            price = e.market.use_price(Product(e.links.sector[first + n]), UseRegion(f.region));
        } else {
            arrived = static_cast<double>(flow.ordered) * offer.fill();
            const Money amount = enter_invoice(*this, c, first, n, offer.fen(flow.ordered), f);
            if (offer.last()) take_last_invoice(row, first + n, amount, s);
            else in.invoiced += amount;
        }
        if (stored) lacking += coef * made - use, in.built += (arrived - use) * price;
        else use = flow.stock + arrived;
        in.cost += coef * price;
        flow.stock = static_cast<float>(flow.stock - use + arrived);
        in.received += arrived;
        in.used += use;
        in.held += flow.stock;
    }
    book_inputs(e.firms, row, in, s);
    return in.cost;
}

} // namespace rongtong
