// Lever leader_assessment.
#include "tests/models/network/living.hpp"
#include "tests/models/policies/levers/searching.hpp"

using namespace rongtong;

namespace {

Policy assessment(double weight, double on_time, std::int32_t start = 1)
{
    Policy p = policy_of("leader_assessment", {weight, on_time}, start);
    p.target.sizes.reset().set(static_cast<std::size_t>(Size::medium)).set(static_cast<std::size_t>(Size::large));
    return p;
}

} // namespace

TEST_CASE("leaders that are assessed order more from the small", "[review]")
{
    Setup setup = living(small_setup(5000));
    setup.parameters.review.share = 0.4; // so that a test sees it
    const SearchCounts without = search_counts(setup, 72, 48);
    const SearchCounts with = search_counts(with_policy(setup, assessment(1.5, 0)), 72, 48);
    CHECK(with.to_small / with.ordered > without.to_small / without.ordered);
}

TEST_CASE("leaders that are assessed pay small suppliers on time, and owe less for it", "[review]")
{
    const Setup setup = living(small_setup(3000));
    const Economy usual = after(setup, 18), assessed = after(with_policy(setup, assessment(0, 1, 2)), 18);
    CHECK(overdue_share(assessed) < 0.95 * overdue_share(usual));
    CHECK(days_receivable(assessed) < days_receivable(usual));
    std::int64_t owed = 0, usually = 0;
    for (std::size_t g = 0; g < assessed.groups.size(); ++g)
        if (assessed.groups[g].size >= Size::medium) owed += assessed.sums[g].payable;
    for (std::size_t g = 0; g < usual.groups.size(); ++g)
        if (usual.groups[g].size >= Size::medium) usually += usual.sums[g].payable;
    CHECK(owed < usually);
}

TEST_CASE("leaders that are assessed do not drop small suppliers for being paid on time", "[review]")
{
    const Setup setup = living(small_setup(3000));
    const auto dropped = [&](double weight) {
        std::int64_t links = 0;
        Economy e = after(with_policy(setup, assessment(weight, 1, 2)), 1);
        for (int month = 2; month <= 14; ++month) {
            advance(e);
            links += e.total.links_dropped;
        }
        return links;
    };
    CHECK(dropped(0) > 5); // as under a law
    CHECK(dropped(0.3) == 0);
}
