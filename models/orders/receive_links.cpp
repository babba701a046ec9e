// Receipts over links: goods, invoices, and suppliers that are gone. Equations: payments.hpp, chain_finance.hpp.
#include "models/orders/receive.hpp"

#include "models/capital/arrears.hpp"
#include "models/capital/payments.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

// The bank that bought a supplier's claims is paid when the supplier is gone.
void Receipt::pay_bank_of_lost(std::size_t row, std::uint32_t edge, FirmSums& s)
{
    auto& firms = e.firms;
    const Money owed = e.links.owed(edge);
    for (std::int32_t m = month - 3; m <= month; ++m) {
        firms.overdue[row] -= e.links.ring[ring_index(m)][edge];
        add_aged(s, month - m, -e.links.ring[ring_index(m)][edge]);
    }
    firms.payable[row] -= owed;
    spend(row, owed, s.invoices_paid);
    banks[firms.bank[e.links.network.target[edge]]].factored_collected += owed.fen;
    for (auto& month_due : e.links.ring) month_due[edge] = Money();
    e.links.habit[edge].sold = 0;
}

// What a supplier that is gone is still owed goes to the receiver.
void Receipt::lose_supplier(std::size_t row, std::uint32_t edge, FirmSums& s)
{
    auto& firms = e.firms;
    lost->push_back(edge);
    if (e.links.habit[edge].sold) pay_bank_of_lost(row, edge, s);
    for (std::int32_t m = month - 3; m <= month + 4; ++m) {
        Money& owed = e.links.ring[ring_index(m)][edge];
        if (m <= month) firms.overdue[row] -= owed, add_aged(s, month - m, -owed);
        firms.payable[row] -= owed;
        firms.estate_due[row] += owed;
        s.estate_transferred += owed.fen;
        owed = Money();
    }
}

// Takes delivery and books invoices; returns the cost of linked inputs per unit of output at posted prices, and what linked
// stocks lacked for what was made.
double Receipt::inputs_over_links(std::size_t row, const GroupFacts& f, double& lacking, FirmSums& s)
{
    constexpr std::uint32_t ahead = 12; // suppliers to fetch in advance: the gather is bound by latency
    auto& firms = e.firms;
    const auto first = e.links.network.first[row], count = e.links.network.count[row];
    const std::uint32_t* const suppliers = e.links.network.target.data() + first;
    const Offer* const offers = e.work.offers.data();
    LinkFlow* const flows = e.links.flow.data() + first;
    const float* const coefs = e.links.coef.data() + first;
    const std::uint8_t* const days = e.links.days.data() + first;
    const std::uint8_t* const place = e.links.place.data() + first;
    const LinkHabit* const habit = e.links.habit.data() + first;
    const double made = firms.made[row];
    double cost = 0, received = 0, used = 0, held = 0;
    Money invoiced;
    for (std::uint32_t n = 0; n < count; ++n) {
        __builtin_prefetch(&offers[suppliers[n + ahead < edges - first ? n + ahead : n]]);
        const Offer offer = offers[suppliers[n]];
        LinkFlow& flow = flows[n];
        const double coef = coefs[n], use = std::min<double>(flow.stock, coef * made);
        double arrived = 0;
        if (offer.fill < 0) {
            lose_supplier(row, first + n, s);
            cost += coef * e.market.use_price[e.links.sector[first + n] * e.groups.regions() + f.region];
        } else {
            arrived = static_cast<double>(flow.ordered) * offer.fill;
            cost += coef * std::fabs(offer.price);
            const Money amount = round_fen(offer.fen_per_ordered * flow.ordered);
            const bool capped = f.cap.binds(place[n], habit[n]);
            const auto parts = split_invoice(amount, days_in_force(days[n], capped, f.cap.days));
            ring[parts.months][first + n] += parts.first;
            if (parts.second.fen != 0) ring[parts.months + 1][first + n] += parts.second;
            invoiced += amount;
            if (offer.price < 0) {
                firms.payable[row] += amount;
                invoiced -= amount;
                s.invoiced += amount.fen;
                firms.spent[row] += amount;
                lose_supplier(row, first + n, s);
            }
        }
        const float stock = static_cast<float>(flow.stock - use + arrived);
        received += arrived;
        used += use;
        lacking += coef * made - use;
        held += stock;
        flow.stock = stock;
    }
    firms.payable[row] += invoiced;
    firms.spent[row] += invoiced;
    s.invoiced += invoiced.fen;
    s.inputs_received += fixed_goods(received);
    s.inputs_used += fixed_goods(used);
    s.input_stock += fixed_goods(held);
    return cost;
}

} // namespace rongtong
