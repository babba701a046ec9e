// Books in months with cascades, mergers and sold invoices, with all that capital does switched on and pressed.
#include "models/state.hpp"
#include "tests/models/books.hpp"
#include "tests/models/pressed.hpp"

using namespace rongtong;

namespace {

struct Seen {
    std::int64_t busy_months = 0; // with a cascade and a merger
    std::int64_t factored = 0, raised = 0, reorganised = 0, interest = 0;
    double inhouse = 0;
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
        seen.factored += e.total.factored, seen.raised += e.total.equity_raised;
        seen.reorganised += e.total.reorganisations, seen.interest += e.total.arrears_earned;
        seen.inhouse += from_fixed_goods(e.total.made_inhouse);
    }
    seen.hash = state_hash(e);
    return seen;
}

void check_all_seen(const Seen& seen)
{
    CHECK(seen.busy_months > 5);
    CHECK(seen.factored > 0);
    CHECK(seen.raised > 0);
    CHECK(seen.reorganised > 0);
    CHECK(seen.interest > 0);
    CHECK(seen.inhouse > 0);
}

} // namespace

TEST_CASE("books balance in months with cascades and mergers, on any number of threads", "[stress]")
{
    const Setup setup = pressed_setup(1000, 14, 20);
    const Seen one = with_threads(1, [&] { return run(setup, 60); });
    check_all_seen(one);
    CHECK(with_threads(3, [&] { return run(setup, 60); }).hash == one.hash);
}

TEST_CASE("the books of a million firms balance in months with cascades and mergers", "[stress][.slow]")
{
    const Seen seen = run(pressed_setup(1000000, 3, 2000), 14); // past the yearly closing of rows
    check_all_seen(seen);
}
