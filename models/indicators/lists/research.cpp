// Indicators of firms' research (models/research/).
#include "models/indicators/arithmetic.hpp"
#include "models/indicators/indicator.hpp"

#include <algorithm>
#include <numeric>

namespace rongtong {

namespace {

double research_of(const FirmSums& s) { return from_fixed_goods(s.research_received); }

} // namespace

extern const std::vector<Indicator> indicators_research{
    {"research", "yuan", "R&D delivered to firms in a month at starting prices",
     "goods and services of the sectors that sell research", nullptr, research_of},
    {"research_intensity", "1", "R&D of firms that do some, over their output", "research / output of performers",
     nullptr, [](const FirmSums& s) { return ratio(research_of(s), from_fixed_goods(s.lab_weight)); }},
    {"subsidies", "yuan", "public money paid to firms by policies in a month", "flow subsidies", nullptr,
     [](const FirmSums& s) { return yuan(s.flow(Flow::subsidies)); }},
    {"research_relabelled", "yuan", "other costs that performers called R&D in a month, to be supported",
     "relabelled * R&D (research/user_cost.hpp)", nullptr,
     [](const FirmSums& s) { return yuan(s.research_relabelled); }},
    {"threshold_takers", "count", "firms that pay a lower rate of profit tax for their R&D",
     "R&D over sales at or above the threshold, or said to be", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.threshold_takers); }},
    {"threshold_aims", "count", "firms among these that do more R&D, or call other costs so, to get there",
     "research/threshold.hpp: they bunch at the threshold", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.threshold_aims); }},
    {"performers", "count", "firms that do R&D", "usual R&D above 0", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.performers); }},
    {"new_performers", "count", "firms that took up R&D in the month", "once a year by id", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.new_performers); }},
    {"innovations", "count", "projects of R&D that ended in a gain in the month",
     "successes; without luck none is counted", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.innovations); }},
    {"research_per_innovation", "yuan", "R&D delivered to firms per innovation, at starting prices",
     "research / innovations", nullptr,
     [](const FirmSums& s) { return ratio(research_of(s), static_cast<double>(s.innovations)); }},
    {"prizes", "count", "prizes paid in the month, for pilots passed and markets reached in the month before",
     "research/prizes.hpp; what is paid for them is in subsidies", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.pilot_prizes + s.market_prizes); }},
    {"projects_waiting", "count", "projects of R&D that wait for a pilot line", "stage 1 of research/stages.hpp",
     nullptr, [](const FirmSums& s) { return static_cast<double>(s.projects_waiting); }},
    {"projects_at_pilot", "count", "projects of R&D at pilot, with a line or without", "stages 2 and 3", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.projects_pilot + s.projects_line); }},
    {"projects_on_lines", "count", "projects of R&D on a pilot line", "stage 3", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.projects_line); }},
    {"projects_at_market", "count", "projects of R&D on the way to the market", "stage 4", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.projects_market); }},
    {"ideas_failed", "count", "ideas that the laboratory gave up in the month", "odds 1 - idea_odds", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.ideas_failed); }},
    {"pilots_failed", "count", "projects that failed at pilot in the month", "odds 1 - pilot_odds or 1 - line_odds",
     nullptr, [](const FirmSums& s) { return static_cast<double>(s.pilots_failed); }},
    {"markets_failed", "count", "projects that failed on the market in the month", "odds 1 - market_odds", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.markets_failed); }},
    {"projects_starved", "count", "ideas and projects given up in the month for lack of money",
     "no_money_months without", nullptr, [](const FirmSums& s) { return static_cast<double>(s.projects_starved); }},
    {"time_to_market", "month", "age of projects that reached the market in the month, from their idea on",
     "mean over projects", nullptr,
     [](const FirmSums& s) {
         return ratio(static_cast<double>(s.project_months), static_cast<double>(s.innovations));
     }},
    {"pilots_with_line", "1", "projects that got a pilot line in the month, over those that went to pilot",
     "given / (given + refused)", nullptr,
     [](const FirmSums& s) {
         return ratio(static_cast<double>(s.lines_given), static_cast<double>(s.lines_given + s.lines_refused));
     }},
    {"pilot_wait", "month", "months that projects waited which went to pilot in the month", "mean over projects",
     nullptr,
     [](const FirmSums& s) {
         return ratio(static_cast<double>(s.line_months), static_cast<double>(s.lines_given + s.lines_refused));
     }},
    {"pilot_capacity", "month", "lane-months of pilot lines that are open in the month",
     "of the start, and by policies", [](const Economy& e) { return e.facilities.capacity; }, nullptr},
    {"pilot_idle", "1", "pilot capacity that lapsed unused in the month, over what was open", "idle / capacity",
     [](const Economy& e) { return ratio(e.facilities.idle, e.facilities.capacity); }, nullptr},
    {"equipment_open", "month", "lab-months of shared equipment that are open in the month", "by policies",
     [](const Economy& e) { return e.facilities.equipment; }, nullptr},
    {"equipment_asked", "count", "small performers that could have used shared equipment in the month",
     "below small_lab workers, in the laboratory", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.equipment_asked); }},
    {"equipment_served", "1", "shared equipment that small performers got, over what they could have used",
     "min(open, asked) / asked",
     [](const Economy& e) {
         const double asked = std::accumulate(e.facilities.asked.begin(), e.facilities.asked.end(), 0.0);
         return ratio(std::min(e.facilities.equipment, asked), asked);
     },
     nullptr},
    {"technology_gained", "1", "rise of log output per worker in the month by R&D and by catching up",
     "mean over firms by labour cost", nullptr,
     [](const FirmSums& s) { return ratio(from_fixed_goods(s.cost_gain), from_fixed_goods(s.cost_weight)); }},
    {"technology_lead", "1", "log technology over the level that all producers share", "mean over firms by labour cost",
     nullptr,
     [](const FirmSums& s) { return ratio(from_fixed_goods(s.cost_technology), from_fixed_goods(s.cost_weight)); }},
    {"technology_level", "1", "output of a worker that technology gives, over the start",
     "level that all producers share", [](const Economy& e) { return e.progress.level; }, nullptr},
};

} // namespace rongtong
