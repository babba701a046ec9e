// Who works with whom (models/joint/propose.cpp, candidates.cpp, models/start/joint.cpp).
#include "models/capital/equity.hpp"
#include "models/joint/joint.hpp"
#include "models/research/capabilities.hpp"
#include "tests/models/policies.hpp"
#include "tests/models/repeats.hpp"
#include "tests/models/research/researching.hpp"

#include <set>

using namespace rongtong;

namespace {

bool is_leader(const Economy& e, std::size_t row)
{
    const auto& l = e.turnover.leaders;
    return e.firms.workers[row] >= 50 || std::find(l.begin(), l.end(), e.firms.id[row]) != l.end();
}

std::size_t field_of(const Economy& e, std::size_t row)
{
    return e.technology.sectors[e.groups[e.firms.group[row]].sector].field;
}

// Each firm in at most one project, and marked so.
void check_marks_of(const Economy& e)
{
    std::set<std::uint64_t> in;
    for (const auto& p : e.joint.projects) {
        CHECK(in.insert(p.leader).second);
        CHECK(in.insert(p.partner).second);
    }
    std::size_t marked = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.firms.state[row] != FirmState::gone && e.firms.joint[row] != 0) ++marked;
    CHECK(marked == 2 * e.joint.projects.size());
}

} // namespace

TEST_CASE("at the start leaders have partners in a field that they need, at all stages, at a distance that serves both")
{
    const Economy e = start_economy(researching(20000));
    REQUIRE(e.joint.projects.size() > 10);
    check_marks_of(e);
    std::set<JointStage> stages;
    for (const auto& p : e.joint.projects) {
        const std::size_t leader = row_of(e, p.leader), partner = row_of(e, p.partner);
        CHECK(is_leader(e, leader));
        CHECK(e.firms.research_usual[leader] > 0);
        CHECK(e.firms.research_usual[partner] > 0);
        CHECK(field_of(e, partner) == p.field);
        CHECK(p.begun <= 0);
        CHECK(p.cost >= 0.1f);
        const double whole = whole_joint_work(e.setup.parameters.research);
        const Pair pair = pair_of(e, leader, partner);
        CHECK(joint_value(true, pair, {p.cost, p.leader_share}, p.leader_novelty, 0.5, whole,
                          e.setup.parameters.joint) > 1);
        stages.insert(p.stage);
    }
    CHECK(stages.size() > 1);
}

TEST_CASE("demands are posted once a year, projects begin and end, and firms are marked as long as they are in one")
{
    Economy e = start_economy(researching(10000));
    FirmSums sums{};
    std::int64_t events = 0;
    for (int month = 0; month < 36; ++month) {
        advance(e);
        sums += e.total;
        check_marks_of(e);
        for (const auto& x : e.records.events) events += x.kind == EventKind::joint_begun;
    }
    CHECK(sums.joint_begun == 2 * events);
    CHECK(events > 10);
    CHECK(sums.joint_demands > events);
    CHECK(sums.joint_successes > 0);
    CHECK(sums.joint_failed > sums.joint_successes);
    CHECK(sums.joint_walked_off > 0);
}

TEST_CASE("nobody works with others where the switch is off, without luck, or where nobody is worth it")
{
    Setup off = researching(5000), luckless = resting_research(2000), dear = researching(5000);
    off.parameters.joint.joint_switch = 0;
    dear.parameters.joint.cost = 0.6;
    for (const Setup& setup : {off, luckless, dear}) {
        Economy e = start_economy(setup);
        advance(e, 13);
        CHECK(e.joint.projects.empty());
        CHECK(e.total.joint_firms == 0);
    }
}

TEST_CASE("joint projects are the same on any threads and over a checkpoint")
{
    const Setup setup = researching(5000);
    check_repeats(setup, 24, 11, [](const Economy& e) { REQUIRE_FALSE(e.joint.projects.empty()); });
}

TEST_CASE("a leader's suppliers over links are among its candidates")
{
    Setup setup = researching(20000);
    setup.parameters.joint.candidates = 4; // the first of four is a supplier
    const Economy e = start_economy(setup);
    std::size_t linked = 0;
    for (const auto& p : e.joint.projects) {
        const std::size_t leader = row_of(e, p.leader), partner = row_of(e, p.partner);
        for (auto edge : e.links.network.outgoing(leader)) linked += e.links.network.target[edge] == partner;
    }
    CHECK(linked > 0);
}

TEST_CASE("research is less productive at the start by what those in a project expect of it")
{
    Setup setup = researching(20000);
    const Economy with = start_economy(setup);
    setup.parameters.joint.joint_switch = 0;
    const Economy without = start_economy(setup);
    double lower = 0;
    for (std::size_t s = 0; s < with.groups.sectors(); ++s) {
        CHECK(with.frontier.research[s] <= 1.05 * without.frontier.research[s]); // a partner that errs may lose
        lower += with.frontier.research[s] < without.frontier.research[s];
    }
    CHECK(lower > 5);
    const JointProject& p = with.joint.projects.front();
    std::size_t own = with.groups[with.firms.group[row_of(with, p.leader)]].sector;
    double all = 0, more = 0; // of its sector, by hand
    for (std::size_t row = 0; row < with.firms.rows(); ++row)
        if (with.groups[with.firms.group[row]].sector == own && with.firms.research_usual[row] > 0)
            all += with.firms.expected[row];
    const auto& rules = with.setup.parameters.joint;
    for (const auto& q : with.joint.projects) {
        const std::size_t leader = row_of(with, q.leader), partner = row_of(with, q.partner);
        const Pair pair = pair_of(with, leader, partner);
        const double whole = whole_joint_work(with.setup.parameters.research);
        for (const bool leads : {true, false}) {
            const std::size_t row = leads ? leader : partner;
            if (with.groups[with.firms.group[row]].sector != own) continue;
            const double novelty = leads ? q.leader_novelty : q.partner_novelty;
            more += with.firms.expected[row] * rules.part *
                    (joint_value(leads, pair, {q.cost, q.leader_share}, novelty, rules.ip, whole, rules) - 1);
        }
    }
    CHECK(with.frontier.research[own] == Approx(without.frontier.research[own] / (1 + more / all)));
}
