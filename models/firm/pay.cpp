// Payments to suppliers (O8, C1; terms and habits in payments.hpp).
#include "models/capital/arrears.hpp"
#include "models/firm/plan.hpp"
#include "models/ledger/till.hpp"

namespace rongtong {

// Pays on each link what is due by habit; where the buyer is behind, or a cap ends the habit, all that is past it.
// False: cash does not reach, and nothing is paid yet (clearing.hpp).
bool Plan::pay_suppliers(std::size_t row, const GroupFacts& f, Money available, FirmSums& s)
{
    auto& firms = e.firms;
    const auto first = e.links.network.first[row], count = e.links.network.count[row];
    LinkFlow* const flows = e.links.flow.data() + first;
    const LinkHabit* const habit = e.links.habit.data() + first;
    const std::uint8_t* const place = e.links.place.data() + first;
    const bool behind = firms.behind[row];
    Money wanted, newly_due;
    for (std::uint32_t n = 0; n < count; ++n) {
        const bool capped = f.cap.binds(place[n], habit[n]);
        const std::int32_t delay = capped ? 0 : habit[n].late;
        Money sum = ring[3 - delay][first + n];
        if (behind || capped)
            for (std::int32_t m = 0; m < 3 - delay; ++m) sum += ring[m][first + n];
        flows[n].paid = sum;
        wanted += sum;
        newly_due += ring[3][first + n];
    }
    firms.overdue[row] += newly_due;
    if (wanted > available) return false;
    for (std::uint32_t n = 0; n < count; ++n) {
        const bool capped = f.cap.binds(place[n], habit[n]);
        const std::int32_t delay = capped ? 0 : habit[n].late;
        ring[3 - delay][first + n] = Money();
        if (behind || capped)
            for (std::int32_t m = 0; m < 3 - delay; ++m) ring[m][first + n] = Money();
        for (std::int32_t age = 0; age < delay; ++age) add_aged(s, age, ring[3 - age][first + n]);
    }
    firms.behind[row] = 0;
    book_payment(row, wanted, s);
    return true;
}

void Plan::book_payment(std::size_t row, Money paid, FirmSums& s)
{
    e.firms.overdue[row] -= paid;
    e.firms.payable[row] -= paid;
    pay(e.firms, row, s, Flow::invoices, paid);
}

} // namespace rongtong
