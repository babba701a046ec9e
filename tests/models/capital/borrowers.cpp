// Who borrows (models/capital/borrowers.hpp).
#include "models/capital/borrowers.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

TEST_CASE("a class of firms wants what leverage says in the mean; as many of it as its parameter says want anything")
{
    CreditRules rules = default_parameters().credit;
    rules.borrowers_micro = 0.25, rules.debt_spread = 0.5;
    const Draws draws(1, 0);
    double sum = 0, borrowers = 0, logs = 0, squares = 0;
    constexpr int n = 200000;
    for (std::uint64_t id = 1; id <= n; ++id) {
        const double wish = wish_for_loans(draws.words(id, 0, Purpose::borrowing), Size::micro, rules);
        sum += wish;
        if (wish == 0) continue;
        borrowers += 1, logs += std::log(wish), squares += std::log(wish) * std::log(wish);
    }
    CHECK(borrowers / n == Approx(0.25).epsilon(0.02));
    CHECK(sum / n == Approx(1).epsilon(0.02));
    CHECK(std::sqrt(squares / borrowers - logs * logs / borrowers / borrowers) == Approx(0.5).epsilon(0.02));
    rules.borrowers_large = 1, rules.debt_spread = 0;
    CHECK(wish_for_loans(draws.words(7, 0, Purpose::borrowing), Size::large, rules) == 1);
    CHECK(share_that_borrows(rules, Size::medium) == rules.borrowers_medium);
    CHECK(share_that_borrows(rules, Size::small) == rules.borrowers_small);
}

TEST_CASE("at the start loans are what firms want and can carry, and they keep them")
{
    Economy e = start_economy(resting_setup(2000));
    std::size_t debtors = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) debtors += e.firms.loans(row) > Money();
    CHECK(debtors > 400);
    CHECK(debtors < 1200);
    const Economy start = e;
    advance(e, 6);
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        REQUIRE(e.firms.loans(row).yuan() ==
                Approx(start.firms.loans(row).yuan()).epsilon(1e-5).margin(100)); // claims move by yuan
}
