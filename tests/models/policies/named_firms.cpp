// Targets that name firms (models/policies/named_firms.hpp).
#include "tests/models/policies.hpp"
#include "tests/models/repeats.hpp"

#include <algorithm>
#include <set>

using namespace rongtong;

namespace {

std::set<std::uint64_t> named_in(const Economy& e, std::uint8_t bit = 1)
{
    std::set<std::uint64_t> ids;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.groups[e.firms.group[row]].named & bit) ids.insert(e.firms.id[row]);
    return ids;
}

// Loses half of the capacity of the firms that it names, in month 3.
Setup loss_of(NamedFirms firms, std::uint64_t size = 1000)
{
    Setup setup = small_setup(size);
    setup.shocks = {shock_of("capacity_loss", 3, {0.5, 0})};
    setup.shocks[0].target.firms = std::move(firms);
    return setup;
}

} // namespace

TEST_CASE("a target names the firms of its ids, from its own month on")
{
    const NamedFirms three{{7, 900, 20}};
    Economy e = after(loss_of(three), 2);
    CHECK(named_in(e).empty());
    advance(e);
    CHECK(named_in(e) == std::set<std::uint64_t>{7, 20, 900});
    advance(e);
    CHECK(named_in(e) == std::set<std::uint64_t>{7, 20, 900});
}

TEST_CASE("the largest are those of the rest of the target, by the order that is asked for")
{
    for (const auto by :
         {FirmOrder::sales, FirmOrder::workers, FirmOrder::customers, FirmOrder::suppliers, FirmOrder::debts}) {
        Setup setup = loss_of({{}, 4, by});
        setup.shocks[0].target.sizes.reset().set(static_cast<std::size_t>(Size::small));
        Economy e = after(setup, 2);
        const auto place = [&](std::size_t row) -> double {
            switch (by) {
            case FirmOrder::sales: return e.firms.expected[row] * e.firms.price[row];
            case FirmOrder::workers: return e.firms.workers[row];
            case FirmOrder::customers: return static_cast<double>(e.links.network.incoming(row).size());
            case FirmOrder::suppliers: {
                int links = 0;
                for (const auto edge : e.links.network.outgoing(row)) links += e.links.coef[edge] > 0;
                return links;
            }
            case FirmOrder::debts: return (e.firms.payable[row] + e.firms.loans(row)).yuan();
            }
            return 0;
        };
        std::vector<double> all;
        for (std::size_t row = 0; row < e.firms.rows(); ++row)
            if (e.groups[e.firms.group[row]].size == Size::small) all.push_back(place(row));
        std::ranges::sort(all, std::greater<>());
        name_firms([&]() -> Economy& {
            ++e.month;
            return e;
        }());
        std::vector<double> named;
        for (std::size_t row = 0; row < e.firms.rows(); ++row)
            if (e.groups[e.firms.group[row]].named) {
                CHECK(e.groups[e.firms.group[row]].size == Size::small);
                named.push_back(place(row));
            }
        std::ranges::sort(named, std::greater<>());
        INFO(firm_order_names[static_cast<std::size_t>(by)]);
        CHECK(named == std::vector<double>(all.begin(), all.begin() + 4));
    }
}

TEST_CASE("a name alone changes nothing but last digits, and what it brings reaches those that are named")
{
    Setup nothing = loss_of({{}, 30});
    nothing.shocks[0].parameters[0] = 0;
    const Economy usual = after(small_setup(1000), 14), named = after(nothing, 14);
    CHECK(named_in(named).size() > 25); // one or two may have left since
    const auto output = [](const Economy& e) { return from_fixed_goods(e.total.made); };
    CHECK(output(named) == Approx(output(usual)).epsilon(1e-9)); // sums of groups are rounded group by group
    CHECK(usual.firms.workers == named.firms.workers);

    Setup loss = loss_of({{}, 30});
    loss.shocks[0].target.sizes.reset().set(static_cast<std::size_t>(Size::micro));
    const Economy hit = after(loss, 3), spared = after(small_setup(1000), 3);
    const auto ids = named_in(hit);
    REQUIRE(ids.size() == 30);
    double others_before = 0, others_after = 0;
    for (std::size_t row = 0; row < hit.firms.rows(); ++row) {
        const double before = spared.firms.made[row], after = hit.firms.made[row];
        if (ids.contains(hit.firms.id[row])) CHECK(after <= 0.75 * before);
        else others_before += before, others_after += after;
    }
    CHECK(others_after > 0.9 * others_before); // what they lack is what the others deliver
}

TEST_CASE("a lever pays for the firms that it names, from its first month on")
{
    Policy pull = policy_of("payment_term_cap", {60, 1}, 2);
    pull.target.firms = {{}, 10};
    const Economy e = after(with_policy(small_setup(1000), pull), 2);
    CHECK(e.policy.levers[0].reached == 10);
}

TEST_CASE("bits of targets follow the months in which they begin")
{
    Setup setup = loss_of({{5}});
    setup.shocks[0].month = 4;
    Policy cap = policy_of("payment_term_cap", {60, 1}, 9);
    cap.target.firms = {{6}};
    setup.policies = {cap};
    mark_targets(setup);
    CHECK(setup.shocks[0].target.mark == 1);
    CHECK(setup.policies[0].target.mark == 2);
    CHECK(named_marks(setup) == 4);
    Economy e = after(setup, 9);
    CHECK(named_in(e, 1) == std::set<std::uint64_t>{5});
    CHECK(named_in(e, 2) == std::set<std::uint64_t>{6});
    setup.policies.assign(9, cap);
    CHECK_THROWS_AS(mark_targets(setup), std::length_error);
}

TEST_CASE("firms that are named are so on any threads and over a checkpoint")
{
    check_repeats(loss_of({{}, 50, FirmOrder::customers}), 8, 5,
                  [](const Economy& e) { CHECK(named_in(e).size() > 45); });
}
