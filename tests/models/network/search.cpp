// What helps buyers to find suppliers: maps of capabilities, agencies, a bonus for the small (models/network/review.hpp,
// capability_map.hpp).
#include "models/network/capability_map.hpp"
#include "models/network/review.hpp"

#include "tests/models/network/living.hpp"

using namespace rongtong;

namespace {

Economy with_map(double coverage, double interval)
{
    Economy e = start_economy(living(small_setup(1000)));
    advance(e);
    for (auto& g : e.policy.conditions.groups) g.on_map = coverage;
    e.policy.conditions.map.interval = interval;
    return e;
}

double listed_share(const Economy& e)
{
    const auto n = std::count_if(e.firms.listed.begin(), e.firms.listed.end(), [](float x) { return x > 0; });
    return static_cast<double>(n) / static_cast<double>(e.firms.rows());
}

} // namespace

TEST_CASE("a map covers its part of the firms, each at its time, with what it offered then", "[review]")
{
    Economy e = with_map(0.4, 6);
    const Draws draws(e.setup.seed, e.setup.replicate);
    CHECK(update_map(e, draws));
    CHECK(listed_share(e) == Approx(0.4 / 6).margin(0.03));
    for (int m = 0; m < 5; ++m) ++e.month, update_map(e, draws);
    CHECK(listed_share(e) == Approx(0.4).margin(0.05));
    const auto on_it = std::find_if(e.firms.listed.begin(), e.firms.listed.end(), [](float x) { return x > 0; });
    const auto row = static_cast<std::size_t>(on_it - e.firms.listed.begin());
    CHECK(offer_listed(*on_it) == Approx(offer_of(e, row)).margin(1e-5));
    const float old = *on_it;
    e.firms.quality[row] *= 2;
    ++e.month; // it is looked at once in six months
    for (int m = 0; m < 6 && e.firms.listed[row] == old; ++m, ++e.month) update_map(e, draws);
    CHECK(offer_listed(e.firms.listed[row]) == Approx(offer_of(e, row)).margin(1e-5));
    for (auto& g : e.policy.conditions.groups) g.on_map = 0;
    CHECK_FALSE(update_map(e, draws));
}

TEST_CASE("a small supplier's offer weighs more for buyers that prefer the small", "[review]")
{
    Economy e = start_economy(living(small_setup(1000)));
    advance(e);
    std::size_t small = 0;
    while (e.groups[e.firms.group[small]].size == Size::large) ++small;
    const double before = weight_of(e, 0, small);
    e.policy.conditions.groups[e.firms.group[0]].small_bonus = 0.5;
    CHECK(weight_of(e, 0, small) - before == Approx(0.5));
    const std::size_t group = e.firms.group[small];
    Group large = e.groups[group];
    large.size = Size::large;
    e.firms.group[small] = e.groups.number(large);
    e.policy.conditions.groups.resize(e.groups.size());
    e.policy.conditions.groups[e.firms.group[0]].small_bonus = 0.5;
    CHECK(weight_of(e, 1, small) - weight_of_distance(0, e.setup.parameters.review) <= before + 1); // no bonus
    CHECK(weight_told(e, 0, small, 1) == Approx(weight_told(e, 0, small, 2) - 1));
}

TEST_CASE("agencies serve their part of the firms, others each year", "[review]")
{
    Economy e = start_economy(living(small_setup(2000)));
    advance(e);
    const Draws draws(e.setup.seed, e.setup.replicate);
    for (auto& g : e.policy.conditions.groups) g.search.served = 0.25;
    const auto served = [&](std::int32_t month) {
        e.month = month;
        std::vector<char> list;
        for (std::size_t row = 0; row < e.firms.rows(); ++row) list.push_back(is_served(e, draws, row));
        return list;
    };
    const auto first = served(12), later = served(23), next = served(24);
    CHECK(static_cast<double>(std::count(first.begin(), first.end(), 1)) / 2000 == Approx(0.25).margin(0.03));
    CHECK(first == later); // all through the year
    CHECK(first != next);
}
