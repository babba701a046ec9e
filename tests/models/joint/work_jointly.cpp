// A month of joint projects, worked out by hand (models/joint/work_jointly.cpp).
#include "models/capital/equity.hpp"
#include "models/joint/joint.hpp"
#include "models/research/gains.hpp"
#include "tests/models/policies.hpp"
#include "tests/models/research/researching.hpp"

using namespace rongtong;

namespace {

// One project of two performers in an economy in which nothing else of the kind happens.
struct Two {
    Economy e;
    std::size_t leader = 0, partner = 0; // rows

    explicit Two(const std::function<void(Parameters&)>& change = {}) : e(start(change))
    {
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < e.firms.rows() && rows.size() < 2; ++row)
            if (e.firms.research_usual[row] > 0 && e.firms.state[row] == FirmState::active) rows.push_back(row);
        leader = rows.at(0), partner = rows.at(1);
        for (const std::size_t row : rows) e.firms.project_stage[row] = 0, e.firms.idea_done[row] = 1;
        e.setup.parameters.joint.candidates = 0; // no new ones
        e.firms.joint[leader] = e.firms.joint[partner] = 1;
        e.joint.projects = {
            {e.firms.id[leader], e.firms.id[partner], 0, 0, 0.4f, 0.2f, 0.6f, 1.5f, 1.2f, JointStage::idea, 0, 0, 0}};
    }

    static Economy start(const std::function<void(Parameters&)>& change)
    {
        Setup setup = researching(2000);
        auto& j = setup.parameters.joint;
        j.joint_switch = 0, j.walk_off = 0, j.hold_up = 0;
        if (change) change(setup.parameters);
        Economy economy = start_economy(setup);
        advance(economy); // facts of groups stand
        economy.setup.parameters.joint.joint_switch = 1;
        return economy;
    }

    JointProject& project() { return e.joint.projects.at(0); }

    void month(float spent = 1, float work = 1)
    {
        e.work.joint_efforts[0] = {{static_cast<std::uint32_t>(leader), spent, work},
                                   {static_cast<std::uint32_t>(partner), spent, work}};
        work_jointly(e, Draws(e.setup.seed, e.setup.replicate));
    }
    FirmSums& sums(std::size_t row) { return e.sums[e.firms.group[row]]; }
};

void always_pass(Parameters& p)
{
    p.research.idea_odds = p.research.pilot_odds = p.research.line_odds = p.research.market_odds = 1;
}

} // namespace

TEST_CASE("both put their part in, less what coordination takes")
{
    Two two;
    two.month(1, 1);
    CHECK(two.project().done == Approx(0.5 * 2 * 0.8));
    two.month(0.5f, 0.6f);
    CHECK(two.project().done == Approx(0.8 + 0.5 * 1.2 * 0.8));
    CHECK(two.project().stage == JointStage::idea);
}

TEST_CASE("a stage that is done passes with its odds, or the project ends for both")
{
    Two two(always_pass);
    two.project().done = 100;
    two.month();
    CHECK(two.project().stage == JointStage::pilot);
    CHECK(two.project().done == 0);

    Two other([](Parameters& p) { p.research.idea_odds = 0; });
    other.project().done = 100;
    other.month();
    CHECK(other.e.joint.projects.empty());
    CHECK(other.e.firms.joint[other.leader] == 0);
    CHECK(other.e.firms.joint[other.partner] == 0);
    CHECK(other.sums(other.leader).joint_failed > 0);
    CHECK(other.e.joint.former.empty());
}

TEST_CASE("a success gives each side its share of what both find, and they know each other")
{
    Two two([](Parameters& p) {
        always_pass(p);
        p.research.largest_gain = 2;
    });
    two.project().stage = JointStage::market, two.project().done = 100;
    const auto scale_of = [&](std::size_t row, double times) {
        const GroupFacts& f = two.e.work.facts[two.e.firms.group[row]];
        return times * gain_scale(f.research, two.e.firms.technology[row] - f.front, two.e.setup.parameters.research);
    };
    const double l = scale_of(two.leader, 0.6f * 1.5f), p = scale_of(two.partner, (1 - 0.6f) * 1.2f);
    const float quality = two.e.firms.quality[two.leader];
    two.month();
    CHECK(two.e.joint.projects.empty());
    const double gain_l = two.e.firms.joint_gain[two.leader], gain_p = two.e.firms.joint_gain[two.partner];
    CHECK(gain_l > 0);
    const Words w = Draws(two.e.setup.seed, two.e.setup.replicate)
                        .words(two.e.firms.id[two.leader], two.e.month, Purpose::joint_month, 1);
    CHECK(gain_l == Approx(gain_of(l, normal_from(w[0], w[1]), two.e.setup.parameters.research)));
    CHECK(gain_l / gain_p == Approx(l / p));
    CHECK(two.e.firms.quality[two.leader] > quality);
    REQUIRE(two.e.joint.former.size() == 1);
    CHECK(two.e.joint.former[0].projects == 1);
    CHECK(former_work(two.e, two.e.firms.id[two.leader], two.e.firms.id[two.partner]) != nullptr);
    CHECK(former_work(two.e, two.e.firms.id[two.partner], two.e.firms.id[two.leader]) != nullptr);
    CHECK(former_work(two.e, two.e.firms.id[two.partner], 999999999) == nullptr);
    two.e.joint.former[0].month -= 60;
    two.month();
    CHECK(two.e.joint.former.empty());
}

TEST_CASE("a gain counts once, in the month after, beside what a firm finds alone")
{
    Two two;
    Economy plain = two.e;
    two.e.joint.projects.clear();
    two.e.firms.joint[two.leader] = two.e.firms.joint[two.partner] = 0;
    plain.joint.projects.clear();
    plain.firms.joint[two.leader] = plain.firms.joint[two.partner] = 0;
    two.e.firms.joint_gain[two.leader] = 0.2f;
    advance(two.e), advance(plain);
    CHECK(two.e.firms.joint_gain[two.leader] == 0);
    CHECK(two.e.firms.technology[two.leader] - plain.firms.technology[two.leader] == Approx(0.2).epsilon(1e-4));
}

TEST_CASE("who is held up loses half of its share to the stronger, once the pilot is passed")
{
    Two two([](Parameters& p) {
        always_pass(p);
        p.joint.hold_up = 1, p.joint.ip = 0;
    });
    two.e.firms.expected[two.leader] = 1e12, two.project().stage = JointStage::pilot, two.project().done = 100;
    two.month();
    CHECK(two.project().held_up == 1);
    CHECK(two.project().leader_share == Approx(0.8)); // of .6 and half of .4
    CHECK(two.sums(two.partner).joint_held_up > 0);

    Two other([](Parameters& p) {
        always_pass(p);
        p.joint.hold_up = 1, p.joint.ip = 0;
    });
    other.e.firms.expected[other.partner] = 1e12, other.project().stage = JointStage::pilot, other.project().done = 100;
    other.month();
    CHECK(other.project().leader_share == Approx(0.3));
    CHECK(other.sums(other.leader).joint_held_up > 0);
}

TEST_CASE("who walks off has the idea in its own laboratory, the other has nothing")
{
    Two two([](Parameters& p) { p.joint.walk_off = 0.1, p.joint.ip = 0; });
    two.e.setup.parameters.joint.walk_off = 1;
    two.e.firms.expected[two.leader] = 1e12, two.project().stage = JointStage::pilot;
    two.e.firms.idea_done[two.leader] = 2, two.e.firms.idea_done[two.partner] = 2;
    two.month();
    CHECK(two.e.joint.projects.empty());
    CHECK(two.e.firms.project_stage[two.leader] == static_cast<std::uint8_t>(Stage::waiting));
    CHECK(two.e.firms.idea_done[two.leader] == 2);
    CHECK(two.e.firms.project_stage[two.partner] == 0);
    CHECK(two.e.firms.idea_done[two.partner] == 2);
    CHECK(two.sums(two.leader).joint_walked_off > 0);
    CHECK(two.e.joint.former.empty());
}

TEST_CASE("who walks off from the laboratory takes along what is done of the idea")
{
    Two two([](Parameters& p) { p.joint.ip = 0; });
    two.e.setup.parameters.joint.walk_off = 1;
    two.e.firms.expected[two.leader] = 1e12, two.project().done = 5;
    two.month();
    CHECK(two.e.firms.idea_done[two.leader] == 5);
    CHECK(two.e.firms.idea_done[two.partner] == 1);
}

TEST_CASE("nothing is said of a firm that left with its project")
{
    Two two;
    two.e.firms.state[two.partner] = FirmState::defaulted;
    two.e.work.joint_efforts[0] = {{static_cast<std::uint32_t>(two.leader), 1, 1}};
    work_jointly(two.e, Draws(two.e.setup.seed, two.e.setup.replicate));
    CHECK(two.e.joint.projects.empty());
    REQUIRE(two.e.work.joint.events.size() == 1);
    CHECK(two.e.work.joint.events[0].kind == EventKind::joint_partner_gone);
    CHECK(two.e.work.joint.events[0].firm == two.e.firms.id[two.leader]);
}

TEST_CASE("money is looked at before the joint project takes its part, so that no own project starves of it")
{
    Setup setup = researching(3000);
    setup.parameters.joint.part = 1;
    Economy e = start_economy(setup);
    std::int64_t starved = 0;
    for (int month = 0; month < 18; ++month) advance(e), starved += e.total.projects_starved;
    CHECK(starved == 0);
}

TEST_CASE("a project ends where a partner is gone, gives up R&D, or has no money for too long")
{
    Two gone;
    gone.e.joint.projects[0].partner = 999999999; // left, or was bought
    gone.month();
    CHECK(gone.e.joint.projects.empty());
    CHECK(gone.e.firms.joint[gone.leader] == 0);
    CHECK(gone.sums(gone.leader).joint_partner_gone == 1);

    Two dry;
    const auto months = static_cast<int>(dry.e.setup.parameters.research.no_money_months);
    for (int m = 1; m < months; ++m) dry.month(0.05f, 0.05f);
    REQUIRE(dry.e.joint.projects.size() == 1);
    dry.month(0.05f, 0.05f);
    CHECK(dry.e.joint.projects.empty());
    CHECK(dry.sums(dry.leader).joint_starved > 0);
}

TEST_CASE("a firm in a joint project has the rest of its R&D for its own")
{
    Two two;
    Economy plain = two.e;
    plain.firms.joint[two.leader] = 0;
    plain.joint.projects.clear(), plain.firms.joint[two.partner] = 0;
    advance(two.e), advance(plain);
    const double joint = two.e.firms.idea_done[two.leader] - 1, alone = plain.firms.idea_done[two.leader] - 1;
    CHECK(alone > 0.5);
    CHECK(joint == Approx(0.5 * alone).epsilon(1e-3));
}
