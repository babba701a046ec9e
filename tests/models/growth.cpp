// A start that is consistent with any growth (models/start/growth.hpp), and the path that follows from it.
#include "models/start/growth.hpp"

#include "models/start/start.hpp"
#include "tests/models/fixture.hpp"

#include <array>

using namespace rongtong;

namespace {

constexpr double progress = 0.03;

Setup growing(Setup setup)
{
    setup.parameters.technology.progress = progress;
    return setup;
}

double path(int months) { return std::pow(1 + progress / 12, months); }

// Who owns how much, net, of what is owed: it sums to zero over all.
struct NetAssets {
    double firms = 0, households = 0, banks = 0, state = 0, world = 0; // yuan
};

NetAssets net_assets(const Economy& e)
{
    NetAssets n;
    n.firms = sum_over_firms(e, [&](std::size_t row) {
        const auto& f = e.firms;
        return (f.cash[row] + f.receivable[row] - f.payable[row] - f.loans(row)).yuan();
    });
    for (const auto& h : e.households) n.households += h.deposits.yuan();
    for (const auto& bank : e.banks) n.banks += bank.equity().yuan();
    n.state = (e.government.treasury - e.government.bonds).yuan();
    n.world = e.world.account.yuan();
    return n;
}

} // namespace

TEST_CASE("in month 1 each kind of agent saves the growth of what it owns, net")
{
    Economy e = start_economy(growing(resting_setup(2000)));
    const NetAssets before = net_assets(e);
    CHECK(before.firms + before.households + before.banks + before.state + before.world ==
          Approx(0).margin(1e-6 * before.households));
    advance(e);
    const NetAssets after = net_assets(e);
    const double scale = before.households * progress / 12;
    CHECK(after.firms - before.firms == Approx(before.firms * progress / 12).margin(0.01 * scale));
    CHECK(after.households - before.households == Approx(scale).epsilon(0.01));
    CHECK(after.banks - before.banks == Approx(before.banks * progress / 12).margin(0.01 * scale));
    CHECK(after.state - before.state == Approx(before.state * progress / 12).margin(0.01 * scale));
    CHECK(after.world == Approx(0).margin(0.01 * scale));
}

TEST_CASE("in month 1 each cell is ordered what its firms and pool can sell, with what stocks take")
{
    Economy e = start_economy(growing(resting_setup(2000)));
    const auto expected = e.firms.expected;
    advance(e);
    double orders = 0, sales = 0;
    std::size_t off = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const Sector& s = e.technology.sectors[sector_of(e, row)];
        const double made = 1 + (s.holds_stock ? progress / 12 * e.setup.parameters.ordering.finished_cover : 0);
        orders += e.firms.orders[row], sales += expected[row];
        off += std::fabs(e.firms.orders[row] / expected[row] - 1) > 1e-4;
        off += std::fabs(e.firms.made[row] / (made * expected[row]) - 1) > 1e-4;
    }
    CHECK(orders == Approx(sales).epsilon(1e-5));
    CHECK(off <= e.firms.rows() / 100); // customers of firms whose claims leave them without cash
}

TEST_CASE("no sector's owners pay in, and dividends of month 1 are those of the start")
{
    for (const double growth : {0.0, 0.03}) {
        Setup setup = resting_setup(2000);
        setup.parameters.technology.progress = growth;
        Economy e = start_economy(setup);
        const double expected = sum_over_firms(e, [&](std::size_t row) { return first_dividends(e, row); });
        std::size_t negative = 0;
        for (std::size_t row = 0; row < e.firms.rows(); ++row)
            negative += first_dividends(e, row) < -1e-6 * e.firms.expected[row];
        CHECK(negative <= e.firms.rows() / 50);
        CHECK(expected > 0);
        advance(e);
        CHECK(Money(e.total.dividends).yuan() == Approx(expected).epsilon(0.002));
    }
}

TEST_CASE("a growth that no sector's surplus pays for is refused, sector by sector")
{
    Setup setup = resting_setup();
    setup.parameters.technology.progress = 0.3;
    try {
        start_economy(setup);
        FAIL("started");
    } catch (const ScenarioError& error) {
        REQUIRE(!error.problems.empty());
        CHECK(error.problems.front().pointer == "/model/technology/progress");
    }
}

TEST_CASE("without luck a growing economy stays on its path for ten years")
{
    Economy e = start_economy(growing(resting_setup(2000)));
    advance(e);
    const auto levels = [](const Economy& x) {
        double deposits = 0;
        for (const auto& h : x.households) deposits += h.deposits.yuan();
        return std::array{static_cast<double>(x.total.made),
                          static_cast<double>(x.total.capital),
                          deposits,
                          static_cast<double>(x.total.loans),
                          static_cast<double>(x.total.cash),
                          (x.government.bonds - x.government.treasury).yuan()};
    };
    const auto first = levels(e);
    advance(e, 119);
    const auto last = levels(e);
    for (std::size_t k = 0; k < first.size(); ++k) {
        INFO("level " << k);
        CHECK(last[k] / first[k] / path(119) == Approx(1).margin(1e-3));
    }
    CHECK(e.policy_rate.price == Approx(1).margin(1e-3));
}

TEST_CASE("the books of a growing economy balance with luck, and its firms do not climb classes by growth")
{
    Economy e = start_economy(growing(small_setup(1000)));
    const auto share_of_micro = [](const Economy& x) {
        double micro = 0, all = 0;
        for (std::size_t row = 0; row < x.firms.rows(); ++row)
            if (x.firms.state[row] == FirmState::active)
                all += 1, micro += x.groups[x.firms.group[row]].size == Size::micro;
        return micro / all;
    };
    const double before = share_of_micro(e);
    advance(e, 60); // throws where books do not close
    CHECK(share_of_micro(e) == Approx(before).margin(0.02));
}
