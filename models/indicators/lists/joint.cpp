// Indicators of joint projects (models/joint/).
#include "models/indicators/arithmetic.hpp"
#include "models/indicators/indicator.hpp"

namespace rongtong {

extern const std::vector<Indicator> indicators_joint{
    {"joint_firms", "count", "firms that are in a joint R&D project with another, at the beginning of the month",
     "column joint, before ends and begins of the month", nullptr,
     [](const FirmSums& s) { return count(s.joint_firms); }},
    {"joint_research", "yuan", "R&D of the month that firms put into joint projects, at current prices",
     "part * R&D paid by firms that are in one", nullptr, [](const FirmSums& s) { return yuan(s.joint_cost); }},
    {"joint_demands", "count", "demands for a partner in R&D that were posted in the month",
     "performers of leader_workers or more, and chain leaders, once a year (joint/propose.cpp)", nullptr,
     [](const FirmSums& s) { return count(s.joint_demands); }},
    {"joint_begun", "count", "firms that began a joint project in the month", "two for each project", nullptr,
     [](const FirmSums& s) { return count(s.joint_begun); }},
    {"joint_successes", "count", "firms whose joint project reached the market in the month", "both of its firms",
     nullptr, [](const FirmSums& s) { return count(s.joint_successes); }},
    {"joint_failed", "count", "firms whose joint project failed at a stage in the month",
     "odds of stages (research/stages.hpp)", nullptr, [](const FirmSums& s) { return count(s.joint_failed); }},
    {"joint_held_up", "count", "firms whose partner took half of their share in the month",
     "hold-up (joint/contract.hpp)", nullptr, [](const FirmSums& s) { return count(s.joint_held_up); }},
    {"joint_walked_off", "count", "firms whose joint project ended in the month as one side went on alone",
     "walk-off (joint/contract.hpp); both of its firms", nullptr,
     [](const FirmSums& s) { return count(s.joint_walked_off); }},
    {"joint_partner_gone", "count", "firms that lost the partner of their joint project in the month",
     "the partner left or was bought", nullptr, [](const FirmSums& s) { return count(s.joint_partner_gone); }},
    {"joint_starved", "count", "firms whose joint project ended in the month for lack of money",
     "no_money_months without R&D of one of the two", nullptr,
     [](const FirmSums& s) { return count(s.joint_starved); }},
    {"joint_distance", "1", "distance of the two in what they know, of joint projects begun in the month",
     "1 - cosine of capabilities by field (research/capabilities.hpp), mean over projects",
     [](const Economy& e) { return ratio(e.joint.distance, count(e.joint.begun)); }, nullptr},
    {"joint_coordination", "1", "part of the work that coordination takes, of joint projects begun in the month",
     "cost of joint/contract.hpp, mean over projects",
     [](const Economy& e) { return ratio(e.joint.cost, count(e.joint.begun)); }, nullptr},
};

} // namespace rongtong
