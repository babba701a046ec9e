// The lever credit_information_sharing and the shock credit_crunch: through the channel they name (models/policies).
#include "models/indicators/arithmetic.hpp"

#include "tests/models/policies.hpp"

using namespace rongtong;

namespace {

// Over micro and small firms.
template <class F>
double small_firms(const Economy& e, const F& value)
{
    double sum = 0;
    for (std::size_t g = 0; g < e.groups.size(); ++g)
        if (e.groups[g].size <= Size::small) sum += static_cast<double>(value(e.sums[g]));
    return sum;
}

double approval_of_good(const Economy& e)
{
    return small_firms(e, [](const FirmSums& s) { return s.good_approvals; }) /
           small_firms(e, [](const FirmSums& s) { return s.good_applications; });
}

double approval_of_bad(const Economy& e)
{
    return small_firms(e, [](const FirmSums& s) { return s.approvals - s.good_approvals; }) /
           small_firms(e, [](const FirmSums& s) { return s.applications - s.good_applications; });
}

} // namespace

TEST_CASE("sharing credit information raises approval of good small borrowers")
{
    // In its first two months, on the same borrowers: later the lever changes who is good and who is bad.
    std::vector<double> good, bad;
    for (std::uint32_t replicate = 0; replicate < 10; ++replicate) {
        const Setup setup = small_setup(20000, 1, replicate);
        Economy base = after(setup, 24);
        Economy with = after(with_policy(setup, policy_of("credit_information_sharing", {0.6}, 25)), 24);
        advance(base), advance(with);
        good.push_back(approval_of_good(with) - approval_of_good(base));
        bad.push_back(approval_of_bad(with) - approval_of_bad(base));
    }
    const auto of_good = interval_of(good), of_bad = interval_of(bad);
    WARN("sharing: approval of good small borrowers " << of_good.mean << " +- " << of_good.half << ", of bad ones "
                                                      << of_bad.mean << " +- " << of_bad.half);
    CHECK(of_good.above_zero());
    // Of bad ones there are too few to tell until debt is spread unequally over firms.
}

TEST_CASE("a credit crunch cuts loans")
{
    // The few large firms of a small run differ too much to be compared.
    std::vector<double> micro_less_medium, all;
    for (std::uint32_t replicate = 0; replicate < 6; ++replicate) {
        Setup setup = small_setup(10000, 1, replicate);
        const Economy base = after(setup, 24);
        setup.shocks.push_back(shock_of("credit_crunch", 13, {0.5, 12, 0}));
        const Economy hit = after(setup, 24);
        const auto loans = [](const Economy& e, Size size) {
            return sum_groups(
                e, [&](const Group& g) { return g.size == size; }, [](const FirmSums& s) { return s.loans; });
        };
        const auto left = [&](Size size) { return loans(hit, size) / loans(base, size); };
        micro_less_medium.push_back(left(Size::micro) - left(Size::medium));
        all.push_back(static_cast<double>(hit.total.loans) / static_cast<double>(base.total.loans) - 1);
    }
    const auto gap = interval_of(micro_less_medium), cut = interval_of(all);
    WARN("crunch: loans " << cut.mean << " +- " << cut.half << "; micro less medium firms " << gap.mean << " +- "
                          << gap.half);
    CHECK(cut.below_zero());
    // That small firms lose more (Gertler & Gilchrist 1994) is not there while all firms owe the same share of their capital.
}

TEST_CASE("a credit crunch acts on what banks grant, for its duration")
{
    Setup setup = resting_setup();
    setup.shocks.push_back(shock_of("credit_crunch", 2, {0.5, 4, 1}));
    Economy e = start_economy(setup);
    double approved = 0;
    const double wanted[] = {1, 0.5, 0.625, 0.75, 0.875, 1};
    for (double supply : wanted) {
        advance(e);
        CHECK(e.policy.conditions.credit_supply == Approx(supply));
        if (e.month > 1) CHECK(static_cast<double>(e.total.granted) == Approx(supply * approved).epsilon(1e-3));
        approved = static_cast<double>(e.total.credit_approved);
    }
}
