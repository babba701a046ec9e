// The same bits for any number of threads; other bits for another seed or replicate.
#include "models/state.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

namespace {
std::uint64_t hash_after(const Setup& setup, int months, int threads)
{
    return with_threads(threads, [&] { return state_hash(after(setup, months)); });
}
} // namespace

TEST_CASE("1, 2, 3 and 7 threads give the same state")
{
    // more rows than one block, so that threads have something to share
    const Setup setup = small_setup(9000);
    const auto one = hash_after(setup, 14, 1);
    for (int threads : {2, 3, 7}) CHECK(hash_after(setup, 14, threads) == one);
}

TEST_CASE("1, 2, 3 and 7 threads give the same state after thirty months", "[.slow]")
{
    for (std::uint64_t firms : {3000u, 20000u}) {
        const Setup setup = small_setup(firms);
        const auto one = hash_after(setup, 30, 1);
        for (int threads : {2, 3, 7}) CHECK(hash_after(setup, 30, threads) == one);
    }
}

TEST_CASE("a number of threads that changes on the way changes nothing")
{
    const Setup setup = small_setup(9000);
    Economy steady = with_threads(1, [&] { return after(setup, 4); });
    Economy e = with_threads(3, [&] { return start_economy(setup); });
    for (int threads : {1, 4, 2, 3}) with_threads(threads, [&] { advance(e); });
    CHECK(state_hash(e) == state_hash(steady));
}

TEST_CASE("the same scenario gives the same state again, another seed or replicate does not")
{
    const auto hash = state_hash(after(small_setup(600, 1, 0), 6));
    CHECK(state_hash(after(small_setup(600, 1, 0), 6)) == hash);
    CHECK(state_hash(after(small_setup(600, 2, 0), 6)) != hash);
    CHECK(state_hash(after(small_setup(600, 1, 1), 6)) != hash);
}

TEST_CASE("the hash sees every fen and every month")
{
    Economy e = after(small_setup(600), 2);
    const auto hash = state_hash(e);
    Economy other = e;
    other.firms.cash[3] += Money(1);
    CHECK(state_hash(other) != hash);
    other = e;
    other.links.ring[5][17] += Money(1);
    CHECK(state_hash(other) != hash);
    other = e;
    other.firms.price[9] = std::nextafter(other.firms.price[9], 2.0);
    CHECK(state_hash(other) != hash);
    other = e;
    double& wage_index = other.labour(Labour::workers, 1).wage_index;
    wage_index = std::nextafter(wage_index, 2.0);
    CHECK(state_hash(other) != hash);
    CHECK(state_hash(e) == hash);
    advance(e);
    CHECK(state_hash(e) != hash);
}

TEST_CASE("a policy that does nothing leaves the luck of every firm as it is")
{
    Setup setup = small_setup(600);
    const auto hash = [](const Economy& e) {
        std::vector<double> x(e.firms.cash.size());
        for (std::size_t row = 0; row < x.size(); ++row) x[row] = e.firms.cash[row].yuan() + e.firms.luck[row];
        return x;
    };
    const Economy base = after(setup, 12);
    Policy none;
    none.lever = find_lever("payment_term_cap");
    none.parameters = {60, 0, 0.1825, 1}; // no enforcement
    none.yearly_cost_per_firm = 0;
    setup.policies.push_back(none);
    CHECK(hash(after(setup, 12)) == hash(base));
}
