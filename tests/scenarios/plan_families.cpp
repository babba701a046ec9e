// Runs that share an economy and its luck are one family, whatever policies do later.
#include "cli/sweep/units.hpp"
#include "tests/scenarios/plan_helper.hpp"

#include <set>

using namespace rongtong;
using Families = std::vector<std::vector<std::size_t>>;

TEST_CASE("families of a plan: scenarios and policy parameters of one replicate")
{
    CHECK(cli::families(plan_of(R"("replicates": 3)")) == Families{{0, 3}, {1, 4}, {2, 5}});
    CHECK(cli::families(plan_of(R"("parameters": {"days": {"pointer": "/policies/cap/parameters/cap_days",
        "low": 45, "high": 90}}, "design": {"kind": "factorial"}, "replicates": 2)")) ==
          Families{{0, 2, 4, 6}, {1, 3, 5, 7}});
    CHECK(cli::families(plan_of(R"("parameters": {"overtime": {"pointer": "/model/ordering/overtime",
        "low": 0.1, "high": 0.2}}, "design": {"kind": "factorial"}, "replicates": 1)")) == Families{{0, 2}, {1, 3}});
}

TEST_CASE("shares of a plan have every run once")
{
    const SweepPlan plan = plan_of(R"("replicates": 7, "parameters": {"days": {"pointer":
        "/policies/cap/parameters/cap_days", "low": 45, "high": 90}}, "design": {"kind": "grid", "steps": 5})");
    for (std::size_t count : {1u, 2u, 3u, 11u, 100u}) {
        std::multiset<std::size_t> runs;
        for (std::size_t i = 0; i < count; ++i)
            for (const auto& unit : cli::share_of(cli::families(plan), i, count)) runs.insert(unit.begin(), unit.end());
        CHECK(runs.size() == plan.runs());
        CHECK(std::set<std::size_t>(runs.begin(), runs.end()).size() == plan.runs());
    }
}
