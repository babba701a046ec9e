// Forecasts that buyers pass on (models/digital/forecasts.hpp), and the lever data_sharing.
#include "tests/models/digital/digital.hpp"

using namespace rongtong;

namespace {

struct Seen {
    double surprise = 0, orders = 0, told = 0;
};

Seen seen(const Setup& setup, int months)
{
    Economy e = start_economy(setup);
    Seen n;
    for (int month = 0; month < months; ++month) {
        advance(e);
        n.surprise += static_cast<double>(e.total.order_surprise), n.orders += static_cast<double>(e.total.orders);
        n.told += static_cast<double>(e.total.orders_foretold);
    }
    return n;
}

} // namespace

TEST_CASE("a supplier hears what its buyers expect, over the links that carry it", "[digital]")
{
    Economy e = start_economy(with_tools(small_setup(1000)));
    advance(e, 2);
    for (auto& g : e.policy.conditions.groups) g.forecasts = {1, 0.2};
    std::size_t row = 0;
    while (e.links.network.incoming(row).size() == 0) ++row;
    std::fill(e.firms.digital.begin(), e.firms.digital.end(), std::uint8_t{32});
    double ordered = 0, expected = 0;
    for (const auto edge : e.links.network.incoming(row)) {
        if (e.firms.state[e.links.network.owner(edge)] != FirmState::active) continue;
        ordered += e.links.flow[edge].ordered;
        expected += e.links.coef[edge] * e.firms.planned[e.links.network.owner(edge)]; // nothing grows here
    }
    REQUIRE(ordered > 0);
    const Forecast all = forecast_for(e, row);
    CHECK(all.told == Approx(ordered).epsilon(1e-5));
    CHECK(all.gap == Approx(expected - ordered).margin(1e-4 * ordered));
    CHECK(all.loss == Approx(0.2 * ordered / e.firms.orders[row]).epsilon(1e-5));
    e.firms.digital[row] = 31; // below level 1 it has no use for them
    CHECK(forecast_for(e, row).told == 0);
    e.firms.digital[row] = 32;
    for (auto& g : e.policy.conditions.groups) g.forecasts = {};
    CHECK(forecast_for(e, row).told == 0);
}

TEST_CASE("shared data: orders surprise suppliers less, and who shows its room asks lower prices", "[digital]")
{
    const Setup setup = with_tools(small_setup(3000));
    const Setup harmful = with_policy(setup, policy_of("data_sharing", {1, 0.3})),
                harmless = with_policy(setup, policy_of("data_sharing", {1, 0}));
    const Seen without = seen(setup, 24), with = seen(harmless, 24);
    CHECK(without.told == 0);
    CHECK(with.told > 0.05 * with.orders);
    CHECK(with.surprise / with.orders < without.surprise / without.orders);
    const Economy a = after(harmful, 12), b = after(harmless, 12);
    double lower = 0, firms = 0;
    for (std::size_t row = 0; row < std::min(a.firms.rows(), b.firms.rows()); ++row) {
        if (a.firms.id[row] != b.firms.id[row] || a.firms.orders[row] <= 0) continue;
        if (a.work.forecasts[row].told < 0.5 * a.firms.orders[row]) continue;
        firms += 1, lower += a.firms.price[row] < b.firms.price[row];
    }
    CHECK(firms > 30);
    CHECK(lower > 0.9 * firms);
}
