#include "models/digital/state_checks.hpp"

#include "models/digital/partners.hpp"

namespace rongtong {

void check_digital(const Economy& e, const Checks& check)
{
    const auto& f = e.firms;
    const std::size_t sectors = e.groups.sectors();
    const bool on = has_digital(e);
    check.length("digital.bought", e.digital.bought.size(), on ? sectors : 0);
    check.in_range("digital.bought", e.digital.bought, 0, 1);
    check.in_range("digital.cost", e.digital.cost, 0, 1e30);
    check.in_range("firms.digital", f.digital, 0, on ? most_digital : 0);
    check.in_range("firms.standard", f.standard, 0, on ? static_cast<double>(sectors + most_platforms) : 0);
    check.in_range("firms.digital_rate", f.digital_rate, 0, 1e9);
    check.in_range("firms.digital_order", f.digital_order, 0, 1e18);
    check.in_range("firms.digital_claim", f.digital_claim, 0, 1e18);
}

} // namespace rongtong
