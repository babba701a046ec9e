// Local density of entrants (models/population/density.hpp).
#include "models/population/density.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

namespace {

// Two sectors in two regions: 30 and 10 firms, 20 and 40.
const std::vector<double> start{30, 10, 20, 40};

} // namespace

TEST_CASE("the location quotient is the share of the sector over that of all firms", "[density]")
{
    const FirmsByPlace firms{start, 2};
    CHECK(firms.quotient(0) == Approx((30.0 / 40) / (50.0 / 100)));
    CHECK(firms.quotient(3) == Approx((40.0 / 60) / (50.0 / 100)));
    CHECK(FirmsByPlace{std::vector<double>{0, 0, 5, 5}, 2}.quotient(0) == 1);
    // Sectors: (.75 - .5)^2 * 2 = .125 and (1/3 - .5)^2 * 2 = .0556, weights .4 and .6; 1 - sum of squares: .5
    CHECK(co_location(firms) == Approx((0.4 * 0.125 + 0.6 / 18) / 0.5));
    CHECK(co_location({std::vector<double>{10, 10, 20, 20}, 2}) == Approx(0).margin(1e-15));
}

TEST_CASE("entrants follow the firms of their sector, and no more of them come", "[density]")
{
    const std::vector<double> expected{3, 1, 2, 4};
    std::vector<double> factors;
    set_density({start, 2}, {start, 2}, expected, 0.3, factors);
    CHECK(factors == std::vector<double>(4, 1.0)); // as at the start
    const std::vector<double> now{40, 10, 20, 40};
    set_density({now, 2}, {start, 2}, expected, 0.3, factors);
    const FirmsByPlace a{now, 2}, b{start, 2};
    const double here = std::pow(a.quotient(0) / b.quotient(0), 0.3),
                 there = std::pow(a.quotient(1) / b.quotient(1), 0.3);
    CHECK(here > there);
    CHECK(factors[0] / factors[1] == Approx(here / there));
    for (const std::size_t s : {0u, 2u})
        CHECK(expected[s] * factors[s] + expected[s + 1] * factors[s + 1] == Approx(expected[s] + expected[s + 1]));
    set_density({now, 2}, {start, 2}, expected, 0, factors);
    CHECK(factors == std::vector<double>(4, 1.0));
}

TEST_CASE("with local density firms of a sector lie closer together after some years", "[density]")
{
    const auto together = [](double density) {
        Setup setup = small_setup(4000);
        setup.parameters.turnover.density = density;
        const Economy e = after(setup, 60);
        std::vector<double> cells(e.turnover.firms_at_start.size());
        for (std::size_t g = 0; g < e.groups.size(); ++g)
            cells[e.groups.cell(g)] += static_cast<double>(e.sums[g].firms);
        return co_location({cells, e.groups.regions()});
    };
    CHECK(together(5) > together(0));
}
