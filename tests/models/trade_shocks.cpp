// Shocks from abroad (models/policies/shocks/export_demand.cpp, import_price.cpp).
#include "tests/models/policies.hpp"

using namespace rongtong;

namespace {

double exports_of(const Economy& e, std::size_t sector)
{
    double sum = 0;
    for (Cell k : e.groups.each<Cell>())
        if (e.groups.sector_of(k) == sector) sum += e.market.foreign[k];
    return sum;
}

double imports_of(const Economy& e)
{
    for (const auto& indicator : all_indicators())
        if (indicator.name == "imports") return indicator.of_economy(e);
    FAIL("no such indicator");
    return 0;
}

std::size_t exporter(const Economy& e)
{
    std::size_t best = 0;
    for (std::size_t s = 0; s < e.groups.sectors(); ++s)
        if (exports_of(e, s) > exports_of(e, best)) best = s;
    return best;
}

} // namespace

TEST_CASE("orders from abroad change by the size, in the sectors hit, and come back")
{
    Setup setup = resting_setup(500);
    Economy calm = after(setup, 3);
    const std::size_t hit = exporter(calm), other = hit == 0 ? 1 : 0;
    ShockEvent event = shock_of("export_demand", 3, {-0.4, 2, 1});
    event.target.sectors = std::bitset<64>().set(hit);
    setup.shocks = {event};
    Economy e = after(setup, 3);
    CHECK(exports_of(e, hit) == Approx(0.6 * exports_of(calm, hit)).epsilon(1e-3));
    CHECK(exports_of(e, other) == Approx(exports_of(calm, other)).epsilon(1e-3));
    advance(e);
    CHECK(e.policy.conditions.export_demand[hit] == Approx(0.8));
    advance(e);
    CHECK(e.policy.conditions.export_demand[hit] == 1);
}

TEST_CASE("dearer imports cost more and buy less, and the books close")
{
    Setup setup = resting_setup(500);
    const Economy calm = after(setup, 3);
    setup.shocks = {shock_of("import_price", 3, {0.2, 12, 0})};
    Economy e = after(setup, 3); // advance_month throws where the books do not close
    CHECK(e.world.import_price == Approx(1.2));
    CHECK(imports_of(e) > imports_of(calm));
    double real = 0, before = 0;
    for (std::size_t r = 0; r < e.households.size(); ++r)
        real += e.households[r].consumption_real, before += calm.households[r].consumption_real;
    CHECK(real < before);
    advance(e, 12);
    CHECK(e.world.import_price == 1);
}

TEST_CASE("an observed series of import prices is followed month by month")
{
    Setup setup = resting_setup(500);
    ShockEvent event = shock_of("import_price", 2, {1, 12, 1});
    event.intensity = {{2, 3, 4}, {0.03, -0.02, 0.1}, false};
    setup.shocks = {event};
    const double wanted[] = {1, 1.03, 0.98, 1.1, 1.1};
    Economy e = start_economy(setup);
    for (const double price : wanted) {
        advance(e);
        CHECK(e.world.import_price == Approx(price));
    }
}
