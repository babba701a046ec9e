// Books in months with cascades, mergers and sold invoices, with all that capital does switched on and pressed.
#include "models/state.hpp"
#include "tests/models/books.hpp"
#include "tests/models/policies.hpp"

using namespace rongtong;

namespace {

// Failures of the largest debtors, then a crunch; firms sell themselves and their invoices readily.
Setup pressed(std::uint64_t firms, std::int32_t month, double failures)
{
    Setup setup = small_setup(firms);
    auto& p = setup.parameters;
    p.mergers.rate = 0.2, p.mergers.distress_rate = 3;
    p.chain_finance.large_anchors = 1, p.chain_finance.need = 5;
    setup.shocks.push_back(shock_of("firm_failure", month, {failures, 0}));
    setup.shocks.push_back(shock_of("credit_crunch", month + 2, {0.8, 6, 1}));
    setup.policies.push_back(policy_of("payment_term_cap", {60, 0.8}, month + 3));
    setup.policies.push_back(policy_of("credit_information_sharing", {0.6}, month + 4));
    return setup;
}

struct Seen {
    std::int64_t busy_months = 0, factored = 0; // busy: with a cascade and a merger
    std::uint64_t hash = 0;
};

Seen run(const Setup& setup, int months)
{
    Economy e = start_economy(setup);
    Seen seen;
    for (int month = 0; month < months; ++month) {
        advance(e);
        recount_books(e);
        seen.busy_months += e.total.defaults > 0 && e.total.mergers > 0 && e.work.clearing.rounds > 0;
        seen.factored += e.total.factored;
    }
    seen.hash = state_hash(e);
    return seen;
}

} // namespace

TEST_CASE("books balance in months with cascades and mergers, on any number of threads", "[stress]")
{
    const Setup setup = pressed(1000, 14, 20);
    const Seen one = with_threads(1, [&] { return run(setup, 60); });
    CHECK(one.busy_months > 5);
    CHECK(one.factored > 0);
    CHECK(with_threads(3, [&] { return run(setup, 60); }).hash == one.hash);
}

TEST_CASE("the books of a million firms balance in months with cascades and mergers", "[stress][.slow]")
{
    const Seen seen = run(pressed(1000000, 3, 2000), 14); // past the yearly closing of rows
    CHECK(seen.busy_months > 5);
    CHECK(seen.factored > 0);
}
