// Outside equity and the levers guidance_fund and investment_incubation (equity.hpp, funds.hpp).
#include "models/capital/equity.hpp"

#include "models/capital/funds.hpp"
#include "models/capital/merger.hpp"
#include "models/orders/pricing.hpp"
#include "models/state.hpp"
#include "tests/models/policies.hpp"

#include <map>

using namespace rongtong;

namespace {

// Many rounds and quick exits.
Setup lively(Setup setup)
{
    auto& r = setup.parameters.equity;
    r.openness = 1, r.private_budget = 0.1, r.smallest_round = 1000, r.hold_months = 6, r.exit_rate = 3;
    r.corporate_reserve = 0.5, r.least_return = 0.02;
    return setup;
}

Policy fund(std::int32_t start = 1)
{
    return policy_of("guidance_fund", {2000, 1, 0.05, 12, 0.5}, start);
}

} // namespace

TEST_CASE("probe", "[probe]")
{
    if (getenv("EQ0") || getenv("MG0")) {
        Setup t = small_setup(2000);
        t.parameters.equity.equity_switch = getenv("EQ0") ? 0 : 1;
        t.parameters.mergers.merger_switch = getenv("MG0") ? 0 : 1;
        after(t, 12);
        return;
    }
    for (bool quick : {false, true}) {
        Economy e = start_economy(quick ? lively(small_setup(2000)) : small_setup(2000));
        for (int m = 0; m < 48; ++m) {
            advance(e);
            const auto& x = e.equity.month;
            if (m % 6 == 5)
                WARN("m " << e.month << " asks " << e.total.equity_asks << " asked " << e.total.equity_asked / 100 << " rounds "
                          << e.total.equity_rounds << " raised " << x.raised.yuan() << " corp " << x.from_corporate.yuan()
                          << " room " << e.equity.private_room.yuan() << " held " << x.held.yuan() << " exits " << x.exits
                          << " sales " << x.sales.yuan() << " off " << x.written_off.yuan() << " div "
                          << e.total.dividends_away / 100 << " of " << e.total.dividends / 100 << " bankr " << e.total.defaults
                          << " wanted " << e.total.credit_wanted / 100 << " appr " << e.total.credit_approved / 100);
        }
    }
}
