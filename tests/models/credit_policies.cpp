// The lever credit_information_sharing and the shock credit_crunch: through the channel they name (models/policies).
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

TEST_CASE("sharing credit information raises approval of good small borrowers and lowers that of bad ones")
{
    const Policy sharing = policy_of("credit_information_sharing", {0.6});
    const auto good = interval_of(paired(small_setup(8000), sharing, 6, 36, 24, approval_of_good));
    const auto bad = interval_of(paired(small_setup(8000), sharing, 6, 36, 24, approval_of_bad));
    WARN("sharing: approval of good small borrowers " << good.mean << " +- " << good.half << ", of bad ones " << bad.mean
                                                      << " +- " << bad.half);
    CHECK(good.above_zero());
    CHECK(bad.below_zero());
}

TEST_CASE("a credit crunch cuts loans, and those of small firms by more than those of large ones")
{
    std::vector<double> small_less_large, all;
    for (std::uint32_t replicate = 0; replicate < 6; ++replicate) {
        Setup setup = small_setup(3000, 1, replicate);
        const Economy base = after(setup, 24);
        setup.shocks.push_back(shock_of("credit_crunch", 13, {0.5, 12, 0}));
        const Economy hit = after(setup, 24);
        double loans[2][2]{};
        for (int with : {0, 1}) {
            const Economy& e = with ? hit : base;
            for (std::size_t g = 0; g < e.groups.size(); ++g)
                loans[with][e.groups[g].size >= Size::medium] += static_cast<double>(e.sums[g].loans);
        }
        small_less_large.push_back(loans[1][0] / loans[0][0] - loans[1][1] / loans[0][1]);
        all.push_back((loans[1][0] + loans[1][1]) / (loans[0][0] + loans[0][1]) - 1);
    }
    const auto gap = interval_of(small_less_large), cut = interval_of(all);
    WARN("crunch: loans " << cut.mean << " +- " << cut.half << "; small less larger firms " << gap.mean << " +- "
                          << gap.half);
    CHECK(cut.below_zero());
    CHECK(gap.below_zero());
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
