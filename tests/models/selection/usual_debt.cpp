// Usual loans and margin of a firm (models/selection/usual_debt.hpp).
#include "models/selection/usual_debt.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

namespace {

Parameters plain_loans()
{
    Parameters p = default_parameters();
    p.technology.progress = 0;
    p.banks.loan_rate = 0.12, p.banks.loss_given_default = 0;
    p.credit.leverage = 0.5, p.credit.working_months = 1, p.credit.collateral = 0.5, p.credit.unsecured_months = 1;
    p.accounting.depreciation = 0.12;
    return p;
}

} // namespace

TEST_CASE("the usual margin is what wear and interest leave of the surplus")
{
    const auto usual = usual_debt(0.15, 6, 0.8, 1, plain_loans()); // loans of 3.8 at 1 percent a month
    CHECK(usual.debt == 1);
    CHECK(usual.interest == Approx(0.038));
    CHECK(usual.margin == Approx(0.15 - 0.06 - 0.038));
    const auto half = usual_debt(0.15, 6, 0.8, 0.5, plain_loans());
    CHECK(half.debt == 0.5);
    CHECK(half.margin == Approx(0.15 - 0.06 - 0.019));
}

TEST_CASE("nobody aims at loans that its security or its surplus does not carry")
{
    const auto thin = usual_debt(0.07, 6, 0.8, 1, plain_loans()); // .01 is left after wear
    CHECK(thin.debt == Approx(0.01 / 0.038));
    CHECK(thin.margin == Approx(0).margin(1e-12));
    const auto light = usual_debt(0.15, 0.5, 2, 1, plain_loans()); // wants 2.25, security is worth 1.25
    CHECK(light.debt == Approx(1.25 / 2.25));
    CHECK(usual_debt(0.05, 6, 0.8, 1, plain_loans()).margin == Approx(-0.01)); // can't even keep its capital
}
