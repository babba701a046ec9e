// Which standard a firm uses, and what two of them cost (models/digital/standards.hpp).
#include "models/digital/standards.hpp"
#include "models/joint/contract.hpp"
#include "models/joint/joint.hpp"
#include "tests/models/digital/digital.hpp"

using namespace rongtong;

namespace {

constexpr std::size_t sectors = 10;

std::vector<float> no_cover()
{
    std::vector<float> cover(1 + sectors + 8, 0.0f);
    cover[0] = 1;
    return cover;
}

} // namespace

TEST_CASE("the same standards fit, others by half, common ones wholly", "[digital]")
{
    auto cover = no_cover();
    CHECK(compatibility(4, 4, cover) == 1);
    CHECK(compatibility(0, 4, cover) == 0.5);
    CHECK(compatibility(3, 4, cover) == 0.5);
    cover[4] = 1;
    CHECK(compatibility(0, 4, cover) == 1);
    CHECK(compatibility(3, 4, cover) == 0.5);
    cover[3] = 0.5f;
    CHECK(compatibility(3, 4, cover) == 0.75);
    DigitalRules r = default_parameters().digital;
    r.standard_cost = 0.1;
    CHECK(cost_of_standards(1, r) == 0);
    CHECK(cost_of_standards(0.5, r) == Approx(0.1));
    CHECK(cost_of_standards(0.75, r) == Approx(0.05));
}

TEST_CASE("a firm takes the standard that fits most of its sales", "[digital]")
{
    const auto cover = no_cover();
    StandardSales sales;
    sales.add(0, 40), sales.add(5, 50), sales.add(5, 5), sales.add(6, 10);
    CHECK(sales.best(0, sectors, 0, cover) == 5);
    CHECK(sales.best(6, sectors, 0, cover) == 5);
    StandardSales even;
    even.add(0, 50), even.add(5, 50);
    CHECK(even.best(0, sectors, 0, cover) == 0); // no better: it stays
    CHECK(even.best(5, sectors, 0, cover) == 5);
    CHECK(even.best(0, sectors, 0.1, cover) == 5); // the leader pulls
}

TEST_CASE("where a leader's standard is common its suppliers take it, though they sell less to it", "[digital]")
{
    auto cover = no_cover();
    StandardSales sales;
    sales.add(0, 80), sales.add(5, 20);
    CHECK(sales.best(0, sectors, 0.1, cover) == 0);
    cover[5] = 1;
    CHECK(sales.best(0, sectors, 0.1, cover) == 5); // 100 + 2 against 100
    CHECK(sales.best(0, sectors, 0, cover) == 0);
}

TEST_CASE("different standards take a part of joint work", "[digital]")
{
    const JointRules r = default_parameters().joint;
    Pair p{10, 10, 50, 50, 0, false};
    const double before = agree(p, {}, r).cost;
    p.standards = 0.1;
    CHECK(agree(p, {}, r).cost == Approx(before + 0.1));
}

TEST_CASE("chain leaders have their own standard, and some who sell to them follow", "[digital]")
{
    Economy e = start_economy(with_tools(small_setup(3000)));
    std::size_t followers = 0, national = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const std::size_t s = sector_of(e, row);
        if (e.turnover.leaders[s] == e.firms.id[row]) CHECK(e.firms.standard[row] == standard_of_chain(s));
        else followers += e.firms.standard[row] != national_standard;
        national += e.firms.standard[row] == national_standard;
    }
    CHECK(followers > 0);
    CHECK(national > e.firms.rows() / 2);
    const std::size_t leader = 0;
    e.firms.standard[1] = 1, e.firms.standard[leader] = 2;
    CHECK(pair_of(e, leader, 1).standards == Approx(0.1));
    e.firms.standard[1] = 2;
    CHECK(pair_of(e, leader, 1).standards == 0);
}
