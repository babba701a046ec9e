// Inputs that bind within the month (models/orders/input_limits.hpp).
#include "models/orders/input_limits.hpp"

#include "tests/models/policies.hpp"

using namespace rongtong;

namespace {

// Output of a month in which all capacity of a sector is out, over the month before; and of months after it.
std::vector<double> after_outage(const char* code, double loss, Setup setup, int months)
{
    ShockEvent out = shock_of("capacity_loss", 3, {loss, 0, 1});
    out.target.sectors.reset();
    for (std::size_t s = 0; s < china()->sectors.size(); ++s)
        if (china()->sectors[s].code == code) out.target.sectors.set(s);
    setup.shocks.push_back(out);
    Economy e = after(setup, 2);
    const auto output = [](const Economy& x) {
        double pools = 0;
        for (double p : x.pools.shipped) pools += p;
        return from_fixed_goods(x.total.made) + pools;
    };
    const double before = output(e);
    std::vector<double> left;
    for (int m = 0; m < months; ++m) {
        advance(e);
        left.push_back(output(e) / before);
    }
    return left;
}

} // namespace

TEST_CASE("a month without electricity, water or transport costs what their users' ratings say")
{
    const Setup rest = resting_setup(1000);
    CHECK(after_outage("s27", 1, rest, 1)[0] < 0.5);
    CHECK(after_outage("s29", 1, rest, 1)[0] < 0.7);
    CHECK(after_outage("s32", 1, rest, 1)[0] < 0.55);
    CHECK(after_outage("s44", 1, rest, 1)[0] > 0.9); // culture: hardly anybody's input
}

TEST_CASE("a fifth less electricity than usual costs about as much, and is made up for soon")
{
    // 0.78 of capacity is in use: losing 1 - 0.8 * 0.78 of it leaves four fifths of what is usual.
    const auto left = after_outage("s27", 1 - 0.8 * 0.78, resting_setup(1000), 4);
    CHECK(left[0] > 0.8);
    CHECK(left[0] < 0.9);
    CHECK(left[3] > 0.99);
}

TEST_CASE("an unrationed month delivers everything: at rest nothing lapses and nobody waits")
{
    const Economy e = after(resting_setup(1000), 24);
    CHECK(from_fixed_goods(e.total.orders - e.total.shipped) <= 1e-6 * from_fixed_goods(e.total.orders));
    for (std::size_t row = 0; row < e.firms.rows(); ++row) REQUIRE(e.work.input_factor[row] > 1 - 1e-5f);
}

TEST_CASE("what can't be stored is not: it is used in the month in which it comes, or lapses")
{
    const Economy e = after(small_setup(1000), 6);
    std::size_t seen = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        for_links(e, row, [&](std::uint32_t edge) {
            if (e.technology.sectors[e.links.sector[edge]].holds_stock) return;
            REQUIRE(e.links.flow[edge].stock == 0);
            ++seen;
        });
    CHECK(seen > 1000);
}

TEST_CASE("up to the tolerance nothing happens, beyond it use falls in proportion")
{
    CHECK(input_use(1, 0.05) == 1);
    CHECK(input_use(0.96, 0.05) == 1);
    CHECK(input_use(0.475, 0.05) == Approx(0.5));
    CHECK(input_use(0, 0.05) == 0);
}

TEST_CASE("ratings of inputs by user come from the calibration, others from the product")
{
    const auto& t = start_economy(resting_setup(500)).technology;
    const auto index = [](const char* code) {
        for (std::size_t s = 0; s < china()->sectors.size(); ++s)
            if (china()->sectors[s].code == code) return s;
        throw std::runtime_error(code);
    };
    CHECK(t.critical(index("s11"), index("s02")) == 1); // refining needs its ore and oil
    CHECK(t.critical(index("s01"), index("s44")) == 0);
    Calibration plain = *china();
    for (auto& s : plain.sectors) s.critical_inputs.clear();
    Setup setup = resting_setup(500);
    setup.calibration = std::make_shared<Calibration>(plain);
    const auto by_product = start_economy(setup).technology;
    CHECK(by_product.critical(3, 26) == static_cast<float>(china()->sectors[26].critical_input));
}
