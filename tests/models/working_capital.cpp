// Working capital: what firms are owed and owe, and the loans and cash that answer it (models/capital/working_capital.hpp).
#include "models/capital/working_capital.hpp"

#include "tests/models/policies.hpp"

#include <cmath>

using namespace rongtong;

TEST_CASE("net claims as a rule are the mean over a firm's life, at most over its memory")
{
    float usual = 0;
    for (std::int32_t age = 0; age < 4; ++age) usual = next_usual_claims(usual, 1.0 + age, age, 120);
    CHECK(usual == Approx(2.5)); // of 1, 2, 3 and 4
    CHECK(next_usual_claims(2.5F, 0.5, 1000, 100) == Approx(2.48));
    CHECK(net_claims_in_months(Money(700), Money(200), 100) == 5);
    CHECK(net_claims_in_months(Money(200), Money(700), 100) == -5);
    CHECK(net_claims_in_months(Money(7000), Money(200), 100) == longest_claims);
    CHECK(net_claims_in_months(Money(200), Money(7000), 100) == -longest_claims);
}

TEST_CASE("loans finance net claims above the usual, what is left of those that are missing stays in cash")
{
    CHECK(wanted_working_loans(0.5, 0, 1) == 0.5);
    CHECK(wanted_working_loans(0.5, 0.25, 1) == 0.75);
    CHECK(wanted_working_loans(0.5, -0.25, 1) == 0.25);
    CHECK(wanted_working_loans(0.5, -2, 1) == 0);
    CHECK(wanted_working_loans(0.5, -2, 0) == 0.5);

    CHECK(kept_for_claims(0.5, 0.5, 0, 1) == 0);
    CHECK(kept_for_claims(0.5, 0.5, -0.25, 1) == 0.25); // not yet paid back
    CHECK(kept_for_claims(0.25, 0.5, -0.25, 1) == 0);   // paid back
    CHECK(kept_for_claims(0, 0.5, -2, 1) == 1.5);       // more than there were loans
    CHECK(kept_for_claims(0.75, 0.5, 0.25, 1) == 0);    // the loan is in the claims
    CHECK(kept_for_claims(0.75, 0.5, 0, 1) == 0.25);    // what the bank lent beyond is not the owners'
    CHECK(kept_for_claims(0.75, 0.5, 0, 0) == 0);
}

TEST_CASE("without credit no loans for working capital are usual")
{
    CreditRules rules = small_setup().parameters.credit;
    CHECK(usual_working_loans(rules) == rules.working_months);
    rules.credit_switch = 0;
    CHECK(usual_working_loans(rules) == 0);
}

namespace {

struct Position {
    double cash = 0, net_claims = 0, loans = 0; // loans: for working capital
};

// Of the firms that are owed, or owe, more than half a month of costs net at the start; yuan.
Position position(const Economy& e, const Economy& start, bool creditors)
{
    Position sum;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (creditors ? start.firms.usual_claims[row] < 0.5 : start.firms.usual_claims[row] > -0.5) continue;
        sum.cash += e.firms.cash[row].yuan();
        sum.net_claims += (e.firms.receivable[row] - e.firms.payable[row]).yuan();
        sum.loans += e.firms.loan_short[row].yuan();
    }
    return sum;
}

// Change in the two years after all customers have to pay within thirty days, over the size of net claims at the start.
Position change_by_a_cap(double claims_weight, bool creditors)
{
    Setup setup = with_policy(resting_setup(), policy_of("payment_term_cap", {30, 1, 0, 0})); // of all buyers, for all
    setup.parameters.accounting.claims_weight = claims_weight;
    const Economy start = start_economy(setup);
    Economy e = start;
    advance(e, 24);
    const Position a = position(start, start, creditors), b = position(e, start, creditors);
    const double size = std::fabs(a.net_claims);
    const Position change{(b.cash - a.cash) / size, (b.net_claims - a.net_claims) / size, (b.loans - a.loans) / size};
    WARN("weight " << claims_weight << (creditors ? ", creditors" : ", debtors") << ": cash " << change.cash
                   << ", net claims " << change.net_claims << ", loans " << change.loans);
    return change;
}

} // namespace

TEST_CASE("creditors that are paid sooner pay back loans and keep the rest of the money")
{
    const Position without = change_by_a_cap(0, true), with = change_by_a_cap(1, true);
    CHECK(without.net_claims < -0.2);
    CHECK(with.net_claims < -0.2);
    CHECK(std::fabs(without.cash) < 0.1); // owners had it within two years
    CHECK(std::fabs(without.loans) < 0.1);
    CHECK(with.loans < without.loans - 0.1);
    CHECK(with.cash - with.loans > without.cash - without.loans + 0.1);
    CHECK(with.cash - with.loans < -with.net_claims); // no more than came
}

TEST_CASE("debtors that have to pay sooner finance it with loans")
{
    const Position without = change_by_a_cap(0, false), with = change_by_a_cap(1, false);
    CHECK(with.net_claims > 0.2);
    CHECK(with.loans > without.loans + 0.1);
}

TEST_CASE("no firm's short loan or payout answers its net claims where the weight is nought")
{
    Economy a = start_economy(resting_setup());
    a.setup.parameters.accounting.claims_weight = 0;
    Economy b = a;
    for (auto& usual : b.firms.usual_claims) usual += 1;
    advance(a, 3), advance(b, 3);
    CHECK(a.firms.cash == b.firms.cash);
    CHECK(a.firms.loan_short == b.firms.loan_short);
    b.setup.parameters.accounting.claims_weight = 1;
    advance(a), advance(b);
    CHECK(a.firms.cash != b.firms.cash);
    advance(a), advance(b);
    CHECK(a.firms.loan_short != b.firms.loan_short);
}
