// Policies and shocks that reach nobody say so, about their own time (models/policies/reach.hpp).
#include "models/policies/reach.hpp"

#include "tests/models/policies.hpp"

using namespace rongtong;

namespace {

std::vector<std::string> notes_after(const Setup& setup, int months)
{
    Economy e = start_economy(setup);
    Reach reach(setup, 0);
    for (int m = 0; m < months; ++m) {
        advance(e);
        reach.look(e);
    }
    return reach.notes(setup);
}

Target of_size(Size size)
{
    Target t;
    t.sizes.reset().set(static_cast<std::size_t>(size));
    return t;
}

} // namespace

TEST_CASE("a policy for large firms where none is large reached nobody, in its own months")
{
    Policy cap = policy_of("payment_term_cap", {}, 2);
    cap.end_month = 4;
    cap.target.sectors.reset().set(40); // services of 500 firms: none is large
    cap.target.sizes = of_size(Size::large).sizes;
    const auto notes = notes_after(with_policy(small_setup(500), cap), 5);
    REQUIRE(notes.size() == 1);
    CHECK(notes[0] == "/policies/payment_term_cap reached no firm in any of its 2 months");
    cap.target = of_size(Size::micro);
    CHECK(notes_after(with_policy(small_setup(500), cap), 5).empty());
}

TEST_CASE("a loss of capacity among farms reaches no firm, a change of demand acts on products")
{
    Setup setup = small_setup(500);
    setup.shocks = {shock_of("capacity_loss", 2, {0.5, 6, 0}), shock_of("demand", 2, {-0.1, 12, 1})};
    for (auto& event : setup.shocks) event.target.sectors.reset().set(0); // farms
    const auto notes = notes_after(setup, 3);
    REQUIRE(notes.size() == 1);
    CHECK(notes[0] == "/shocks/capacity_loss reached no firm: there was none in its target in month 2");
    setup.shocks[0].parameters[2] = 1; // the pools as well
    CHECK(notes_after(setup, 3).empty());
    setup.shocks[0].target.firms.ids = {7}; // which are no firms with names
    CHECK(notes_after(setup, 3).size() == 1);
}

TEST_CASE("a rule that never held is said, one that held is not")
{
    Policy market = policy_of("unified_market", {0.5});
    const auto output = std::ranges::find(all_indicators(), "output", &Indicator::name);
    for (const bool above : {true, false}) {
        market.rule = Rule{&*output, {}, above, 0, 0, 1};
        const auto notes = notes_after(with_policy(small_setup(500), market), 3);
        if (above) CHECK(notes.empty());
        else
            CHECK(notes == std::vector<std::string>{"/policies/unified_market acted in no month: its rule never held"});
    }
}

TEST_CASE("what began before the months that were seen is left out")
{
    Policy cap = policy_of("payment_term_cap", {}, 1);
    cap.target.sectors.reset().set(0);
    const Setup setup = with_policy(small_setup(500), cap);
    Economy e = after(setup, 2);
    Reach reach(setup, 2);
    advance(e);
    reach.look(e);
    CHECK(reach.notes(setup).empty());
}
