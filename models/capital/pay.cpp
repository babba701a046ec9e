// Payments to suppliers (O8, C1; terms and habits in payments.hpp).
#include "models/capital/payments.hpp"
#include "models/orders/plan.hpp"

namespace rongtong {

// Pays on each link what is due by habit; where the buyer is behind, or a cap ends the habit, all that is past it.
// False: the firm can't go on paying.
bool Plan::pay_suppliers(std::size_t row, const GroupFacts& f, Money available, FirmSums& s)
{
    auto& firms = e.firms;
    const auto first = e.links.network.first[row], count = e.links.network.count[row];
    LinkFlow* const flows = e.links.flow.data() + first;
    const std::uint8_t* const late = e.links.late.data() + first;
    const std::uint8_t* const place = e.links.place.data() + first;
    const bool behind = firms.behind[row];
    Money wanted, newly_due;
    for (std::uint32_t n = 0; n < count; ++n) {
        const bool capped = f.compliance > 0 && keeps_cap(place[n], f.compliance);
        const std::int32_t delay = capped ? 0 : late[n];
        Money sum = ring[3 - delay][first + n];
        if (behind || capped)
            for (std::int32_t m = 0; m < 3 - delay; ++m) sum += ring[m][first + n];
        flows[n].paid = sum;
        wanted += sum;
        newly_due += ring[3][first + n];
    }
    firms.overdue[row] += newly_due;
    if (wanted > available) return pay_what_it_can(row, available, s);
    for (std::uint32_t n = 0; n < count; ++n) {
        const bool capped = f.compliance > 0 && keeps_cap(place[n], f.compliance);
        const std::int32_t delay = capped ? 0 : late[n];
        ring[3 - delay][first + n] = Money();
        if (behind || capped)
            for (std::int32_t m = 0; m < 3 - delay; ++m) ring[m][first + n] = Money();
    }
    firms.behind[row] = 0;
    firms.overdue[row] -= wanted;
    firms.payable[row] -= wanted;
    firms.cash[row] -= wanted;
    s.invoices_paid += wanted.fen;
    return true;
}

// Oldest month first, within a month in proportion. False: the oldest month can't be paid in full.
bool Plan::pay_what_it_can(std::size_t row, Money available, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& net = e.links.network;
    const auto first = net.first[row], last = first + net.count[row];
    for (auto edge = first; edge < last; ++edge) e.links.flow[edge].paid = Money();
    Money paid;
    for (std::int32_t m = month - 3; m <= month; ++m) {
        auto& invoices = e.links.ring[ring_index(m)];
        Money month_sum;
        for (auto edge = first; edge < last; ++edge) month_sum += invoices[edge];
        const Money part = std::min(month_sum, available - paid);
        if (m == month - 3 && part < month_sum) return false;
        if (part.fen <= 0) continue;
        for (auto edge = first; edge < last; ++edge) {
            const Money x = part_of(invoices[edge], part.fen, month_sum.fen);
            invoices[edge] -= x;
            e.links.flow[edge].paid += x;
            paid += x;
        }
    }
    firms.behind[row] = 1;
    firms.overdue[row] -= paid;
    firms.payable[row] -= paid;
    firms.cash[row] -= paid;
    s.invoices_paid += paid.fen;
    return true;
}

} // namespace rongtong
