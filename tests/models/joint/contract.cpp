// Terms of joint work, and what each side expects (models/joint/contract.hpp).
#include "models/joint/contract.hpp"
#include "tests/models/fixture.hpp"

using namespace rongtong;

namespace {

JointRules rules()
{
    JointRules r = default_parameters().joint;
    r.cost = 0.15, r.cost_size = 0.02;
    return r;
}

} // namespace

TEST_CASE("coordination costs rise with distance and difference, and fall with trust and standard contracts")
{
    Pair p{10, 10, 50, 50, 0, false};
    CHECK(agree(p, {}, rules()).cost == Approx(0.15));
    CHECK(agree(p, {}, rules()).leader_share == 0.5);
    p.km = 100, p.workers_leader = 50 * std::exp(2.0);
    CHECK(agree(p, {}, rules()).cost == Approx(0.15 + 0.03 * std::log(2.0) + 0.04));
    CHECK(agree(p, {0.5, 0.5}, rules()).cost == Approx(0.075 + 0.03 * std::log(2.0) + 0.04));
    p.know_each_other = true;
    CHECK(agree(p, {}, rules()).cost == Approx(0.03 * std::log(2.0) + 0.04));
    p.km = 1e9;
    CHECK(agree(p, {}, rules()).cost == Approx(0.03 * std::log1p(1e7) + 0.04));
    JointRules dear = rules();
    dear.cost_distance = 0.2;
    CHECK(agree(p, {}, dear).cost == most_joint_cost);
}

TEST_CASE("who is larger bargains for more, unless a standard contract says otherwise")
{
    const Pair p{90, 10, 50, 50, 0, false};
    CHECK(agree(p, {}, rules()).leader_share == Approx(0.54));
    CHECK(agree(p, {1, 0.5}, rules()).leader_share == 0.5);
    CHECK(agree({10, 90, 50, 50, 0, false}, {}, rules()).leader_share == Approx(0.46));
}

TEST_CASE("protection lowers the odds of hold-up and of walking off, and slows what spreads")
{
    CHECK(hold_up_odds(0.9, 0, rules()) == Approx(0.27));
    CHECK(hold_up_odds(0.1, 0.5, rules()) == Approx(0.135)); // the partner is the stronger
    CHECK(hold_up_odds(0.9, 1, rules()) == 0);
    CHECK(walk_off_odds(0.5, rules()) == Approx(0.005));
    CHECK(diffusion_factor(0.5, rules()) == 1);
    CHECK(diffusion_factor(1, rules()) == Approx(0.5 / 0.75));
    CHECK(diffusion_factor(0, rules()) == Approx(1 / 0.75));
}

TEST_CASE("a side expects its share of what is new, less coordination and what the other may take")
{
    JointRules r = rules();
    r.hold_up = r.walk_off = 0;
    const Pair even{10, 10, 50, 50, 0, false};
    CHECK(joint_value(true, even, {0.2, 0.5}, 1.5, 0.5, 27, r) == Approx(1.5 * 0.8));
    CHECK(joint_value(false, even, {0.2, 0.6}, 1.5, 0.5, 27, r) == Approx(2 * 0.4 * 1.5 * 0.8));
    r.hold_up = 0.5; // at power .8 and without protection: .4
    const Pair uneven{40, 10, 50, 50, 0, false};
    CHECK(joint_value(false, uneven, {0, 0.5}, 1, 0, 27, r) == Approx(0.8));
    CHECK(joint_value(true, uneven, {0, 0.5}, 1, 0, 27, r) == Approx(1.2));
    r.hold_up = 0, r.walk_off = 0.1; // two months: ended with the odds .19, by the leader in eight of ten
    r.part = 0.5;
    CHECK(joint_value(false, uneven, {0, 0.5}, 1, 0, 2, r) == Approx(1 - 0.095 * 0.8 + 0.095 * 0.2));
    CHECK(joint_value(true, uneven, {0.5, 0.5}, 1, 0, 1, r) == Approx(0.5 * (1 - 0.095 * 0.2 + 0.095 * 0.8)));
}
