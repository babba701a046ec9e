// A month allocates nothing: after a warm-up of two years, in months without compaction (models/room.hpp).
#include "tests/allocation/count.hpp"
#include "tests/models/fixture.hpp"

#include <cstdlib>
#include <new>

using namespace rongtong;

namespace {

constexpr int warm_up = 24, watched = 24;

Setup moved(Setup setup)
{
    const Lever* cap = find_lever("payment_term_cap");
    Policy policy;
    policy.label = "cap", policy.lever = cap, policy.start_month = 6;
    for (const auto& p : cap->parameters) policy.parameters.push_back(p.initial);
    policy.yearly_cost_per_firm = cap->yearly_cost_per_firm;
    setup.policies.push_back(policy);
    std::int32_t month = 28;
    for (const Shock* shock : all_shocks()) {
        ShockEvent event;
        event.label = shock->name, event.shock = shock, event.month = month;
        for (const auto& p : shock->parameters) event.parameters.push_back(p.initial);
        setup.shocks.push_back(event);
        month += 3;
    }
    return setup;
}

// Firms look for suppliers on a platform, and entrants follow others.
Setup on_a_platform(Setup setup)
{
    auto& p = setup.parameters;
    p.review.review_switch = p.platforms.platform_switch = 1;
    p.platforms.worth = 1.5, p.turnover.density = 0.3;
    return setup;
}

// Firms do research, adopt digital tools, have tiers, and some are named by a law that began before.
Setup with_tools_and_tiers(Setup setup)
{
    auto& p = setup.parameters;
    p.technology.progress_switch = 2;
    p.digital.digital_switch = p.tiers.tier_switch = p.review.review_switch = 1;
    p.tiers.innovative = p.tiers.specialised = 0.02;
    Policy policy;
    policy.label = "sharing", policy.lever = find_lever("data_sharing"), policy.start_month = 3;
    for (const auto& info : policy.lever->parameters) policy.parameters.push_back(info.initial);
    policy.target.firms.largest = 50;
    setup.policies.push_back(policy);
    return setup;
}

Setup merging(Setup setup)
{
    setup.parameters.mergers.rate = 0.2;
    return setup;
}

// How many months after the warm-up asked for memory, how often, and the first of them.
struct Watched {
    int months = 0, first = 0;
    AllocationCount count;
};

Watched watch(const Setup& setup)
{
    Economy e = start_economy(setup);
    const Draws draws(setup.seed, setup.replicate);
    Watched w;
    const bool debug = std::getenv("RONGTONG_STOP_AT_ALLOCATION") != nullptr;
    while (e.month < warm_up + watched) {
        const bool counts = e.month >= warm_up && (e.month + 1) % 12 != 0;
        const AllocationCount before = allocations();
        stop_at_allocation(debug && counts);
        advance_month(e, draws);
        stop_at_allocation(false);
        const AllocationCount after = allocations();
        const AllocationCount month{after.news - before.news, after.deletes - before.deletes,
                                    after.columns - before.columns};
        if (!counts || month.news + month.deletes + month.columns == 0) continue;
        if (w.months++ == 0) w.first = e.month;
        w.count.news += month.news, w.count.deletes += month.deletes, w.count.columns += month.columns;
    }
    return w;
}

void check_none(const Setup& setup, int threads)
{
    const Watched w = with_threads(threads, [&] { return watch(setup); });
    INFO(w.months << " of the months allocate, from month " << w.first);
    CHECK(w.count.news == 0);
    CHECK(w.count.deletes == 0);
    CHECK(w.count.columns == 0);
}

} // namespace

TEST_CASE("the counter sees allocations", "[allocation]")
{
    const auto before = allocations();
    Column<int> column(1000);
    void* plain = ::operator new(7); // called by name: a new expression may be left out by the compiler
    void* aligned = ::operator new[](640, std::align_val_t{64});
    const auto after = allocations();
    ::operator delete(plain);
    ::operator delete[](aligned, std::align_val_t{64});
    const auto end = allocations();
    CHECK(after.news == before.news + 2);
    CHECK(after.columns == before.columns + 1);
    CHECK(end.deletes == after.deletes + 2);
    CHECK(column.size() == 1000);
}

TEST_CASE("a month allocates nothing on one thread", "[allocation]")
{
    SECTION("at rest") { check_none(resting_setup(2000), 1); }
    SECTION("with luck") { check_none(small_setup(2000), 1); }
    SECTION("without credit") { check_none(without_credit(small_setup(2000)), 1); }
    SECTION("with a lever and shocks") { check_none(moved(small_setup(2000)), 1); }
    SECTION("with many mergers") { check_none(merging(small_setup(2000)), 1); }
    SECTION("in several blocks") { check_none(moved(small_setup(10000)), 1); }
    SECTION("with digital tools, tiers and named firms") { check_none(with_tools_and_tiers(small_setup(10000)), 1); }
    SECTION("on a platform") { check_none(on_a_platform(small_setup(10000)), 1); }
}

#ifndef __SANITIZE_THREAD__ // under it loops run on threads of their own, each newly made (docs/adr/0008)
TEST_CASE("a month allocates nothing on two threads", "[allocation]")
{
    SECTION("in one block") { check_none(moved(small_setup(2000)), 2); }
    SECTION("in several blocks") { check_none(moved(small_setup(10000)), 2); }
}
#endif
