// Who joins a trade platform (models/platforms/adoption.hpp, meet.cpp, start/platforms.cpp).
#include "models/platforms/adoption.hpp"

#include "tests/models/platforms/platforms.hpp"

using namespace rongtong;

namespace {

double share_at_start(double worth, double tried, double interoperability = 0, double count = 1)
{
    Setup setup = with_platforms(small_setup(6000), worth);
    auto& rules = setup.parameters.platforms;
    rules.start_members = tried, rules.interoperability = interoperability, rules.count = count;
    return member_share(start_economy(setup), Side::supplier);
}

} // namespace

TEST_CASE("a firm joins where the gain exceeds fee, integration, taste and inertia", "[platforms]")
{
    PlatformRules r = default_parameters().platforms;
    r.power = 0.5, r.integration = 0.36, r.integration_months = 36, r.inertia = 0.03, r.taste_spread = 0.12;
    CHECK(gain_on(2, 0.5, 0.25, r) == Approx(0.5)); // 2 * .5 * sqrt(.25)
    CHECK(gain_on(2, 1, 0, r) == 0);
    CHECK(taste_of(0.5, r) == Approx(0).margin(1e-12));
    CHECK(taste_of(std::exp(1.0) / (1 + std::exp(1.0)), r) == Approx(0.12)); // one scale above the median
    // .5 - .4 - .01 = .09: more than .03 above a taste of .05, not of .07
    CHECK(joins(0.5, 0.4, 0.05, r));
    CHECK_FALSE(joins(0.5, 0.4, 0.07, r));
    // .5 - .4 = .1: less than a taste of .14 by more than .03, not of .12
    CHECK(leaves(0.5, 0.4, 0.14, r));
    CHECK_FALSE(leaves(0.5, 0.4, 0.12, r));
}

TEST_CASE("a firm meets the part of the other side that it trades with", "[platforms]")
{
    Economy e = start_economy(with_platforms(small_setup(2000)));
    const std::size_t sectors = e.groups.sectors(), car = 18, steel = 13;
    auto& p = e.platforms;
    std::fill(p.firms.begin(), p.firms.end(), 10.0), std::fill(p.members.begin(), p.members.end(), 0.0);
    // Four of ten large firms of one sector are members.
    p.members[seat(sectors, Side::leader, car)] = 4;
    set_reach(e);
    const auto& t = e.technology;
    const auto sold = [&](std::size_t to) {
        return t.input(steel, to) * t.sectors[to].output * (1 - t.sectors[to].pool_share);
    };
    double all = 0;
    for (std::size_t k = 0; k < sectors; ++k) all += sold(k);
    CHECK(p.reach[seat(sectors, Side::supplier, steel)] == Approx(0.4 * sold(car) / all));
    CHECK(p.reach[seat(sectors, Side::leader, steel)] == 0);
}

TEST_CASE("what a platform is worth decides between an empty and a full one, and in between where it begins",
          "[platforms]")
{
    CHECK(share_at_start(0.5, 0.05) < 0.1);
    CHECK(share_at_start(0.5, 0.6) < 0.1);
    CHECK(share_at_start(1, 0.05) < 0.1);
    CHECK(share_at_start(1, 0.6) > 0.7);
    CHECK(share_at_start(1.5, 0.05) > 0.7);
    CHECK(share_at_start(1.5, 0.6) > 0.7);
}

TEST_CASE("in sectors that buy little of the host's product fees take half of it at most", "[platforms]")
{
    Economy e = start_economy(with_platforms(small_setup(2000)));
    const std::size_t host = platform_host(e.technology);
    CHECK(e.technology.sectors[host].code == "s34");
    const auto& rules = e.setup.parameters.platforms;
    const double open = 1 - e.setup.parameters.network.link_share;
    bool limited = false;
    for (std::size_t s = 0; s < e.groups.sectors(); ++s) {
        const double unit = platform_unit(e, s), fee = std::max(rules.fee_supplier, rules.fee_leader);
        CHECK(unit <= rules.unit);
        CHECK(unit * fee <= 0.5 * open * e.technology.input(host, s) * (1 + 1e-12));
        limited |= unit < rules.unit;
    }
    CHECK(limited);
}

TEST_CASE("after some months banks know more of members", "[platforms]")
{
    PlatformRules r = default_parameters().platforms;
    r.data = 0.4, r.data_months = 6;
    CHECK(error_with_data(5, r) == 1);
    CHECK(error_with_data(6, r) == Approx(0.6));
    // And refuse fewer of those that are sound.
    Setup setup = with_platforms(small_setup(3000), 1.5);
    setup.parameters.platforms.data = 1;
    Setup blind = setup;
    blind.parameters.platforms.data = 0;
    const auto refused = [](const Setup& s) {
        Economy e = start_economy(s);
        std::int64_t n = 0;
        for (int month = 0; month < 12; ++month) advance(e), n += e.total.good_applications - e.total.good_approvals;
        return n;
    };
    CHECK(refused(setup) < refused(blind));
}

namespace {

// Where a platform ends on which two sides of many firms look at each other alone; `rival`: part of each that another one holds.
double end_of(double worth, double start, double interoperability, double rival)
{
    const PlatformRules r = default_parameters().platforms;
    constexpr int firms = 2000;
    std::array<std::vector<bool>, 2> member{std::vector<bool>(firms), std::vector<bool>(firms)};
    for (auto& side : member)
        for (int k = 0; k < firms; ++k) side[k] = (k * 7919) % firms < start * firms;
    const auto share = [](const std::vector<bool>& side) {
        return static_cast<double>(std::count(side.begin(), side.end(), true)) / firms;
    };
    for (int round = 0; round < 300; ++round) {
        const std::array reach{std::min(1.0, share(member[1]) + interoperability * rival),
                               std::min(1.0, share(member[0]) + interoperability * rival)};
        for (std::size_t side = 0; side < 2; ++side)
            for (int k = 0; k < firms; ++k) {
                const double taste = taste_of((k + 0.5) / firms, r), gain = gain_on(worth, 1, reach[side], r);
                const double fee = side == 0 ? r.fee_leader : r.fee_supplier;
                if (member[side][k] && leaves(gain, fee, taste, r)) member[side][k] = false;
                else if (!member[side][k] && joins(gain, fee, taste, r)) member[side][k] = true;
            }
    }
    return share(member[1]);
}

} // namespace

TEST_CASE("a common standard with a rival that holds half of all leaves one end where there were two", "[platforms]")
{
    CHECK(end_of(1, 0.05, 0, 0.5) < 0.1);
    CHECK(end_of(1, 0.6, 0, 0.5) > 0.8);
    for (const double worth : {0.5, 0.75, 1.0, 1.25, 1.5})
        CHECK(end_of(worth, 0.05, 0.8, 0.5) == Approx(end_of(worth, 0.6, 0.8, 0.5)).margin(0.12)); // inertia
}
