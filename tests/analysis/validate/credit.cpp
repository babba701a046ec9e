#include <catch2/catch.hpp>

#include "analysis/validate/creditors.hpp"
#include "tests/analysis/validate/synthetic.hpp"

using namespace rongtong::validation;
using namespace rongtong::validation::synthetic;

TEST_CASE("rates of default and loss, loans over yearly value added, from year 3 on")
{
    Material material;
    const auto later = [](double early, double late) {
        return months(48, [=](double m) { return m < 24 ? early : late; });
    };
    material.runs.push_back(
        run({}, {indicator("bankruptcies", later(99, 5)), indicator("firms", later(1, 10000)),
                 indicator("loan_losses", later(99, 1)), indicator("loans", later(1, 1200)),
                 indicator("value_added", later(1, 100)), indicator("sme_revenue_share", later(0, 0.7))}));
    sort_material(material);
    const auto found = validate(material);
    CHECK(*find(found, "credit.defaults")->figure == Approx(60));
    CHECK(*find(found, "credit.losses")->figure == Approx(1));
    CHECK(*find(found, "credit.loans")->figure == Approx(1));
    CHECK(*find(found, "credit.sme_revenue")->figure == Approx(70));
    CHECK(find(found, "credit.deposits")->verdict == Verdict::not_measurable);
}

TEST_CASE("losses of the year before over yearly sales, and who fails")
{
    const Firms firms{24, {1, 2, 3, 4}, {{"revenue", {10, 10, 0, 1}}}};
    const Losses losses{{12, 13, 24, 25, 20}, {1, 1, 1, 1, 4}, {999, 12, 24, 999, 999}};
    std::vector<double> shares, failed;
    add_creditors(firms, losses, {2}, shares, failed);
    CHECK(shares == std::vector<double>{0.3, 0, 1}); // firm 3 sells nothing; no more than 1
    CHECK(failed == std::vector<double>{0, 1, 0});
}

TEST_CASE("rest: the largest distance of any quantity from its path")
{
    Material material;
    const auto growing = [](double off) {
        return months(24, [=](double m) { return std::pow(1.03, m / 12) * (m == 20 ? 1 + off : 1); });
    };
    material.runs.push_back(
        run({.luck = false, .growth = 0.03}, {indicator("output", growing(0)), indicator("capital", growing(-0.002)),
                                              indicator("firms", std::vector<double>(24, 7))}));
    sort_material(material);
    const auto found = validate(material);
    CHECK(*find(found, "rest.distance")->figure == Approx(0.2));
    CHECK_THAT(find(found, "rest.distance")->note, Catch::StartsWith("capital in month 21"));
}

TEST_CASE("the drift of the first month of luck is that to the next, around the path")
{
    Material material;
    for (std::size_t r = 0; r < 8; ++r) {
        const double next = 1000 + (r % 2 ? 1.0 : -0.6);
        material.runs.push_back(
            run({.replicate = r, .growth = 0.03},
                {indicator("firms", {1000, next}), indicator("capital", {1000, next * std::pow(1.03, 1.0 / 12)})}));
    }
    sort_material(material);
    const double se = 0.08 * std::sqrt(8.0 / 7) / std::sqrt(8.0);
    const auto found = validate(material);
    CHECK(*find(found, "first_month.firms")->figure == Approx(0.02 + 2 * se));
    CHECK(*find(found, "first_month.firms")->mean == Approx(0.02));
    CHECK(find(found, "first_month.firms")->verdict == Verdict::missed);
    CHECK(*find(found, "first_month.capital")->figure == Approx(0.02 + 2 * se)); // what grows, around its path
}
