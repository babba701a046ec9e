// Indicators of firms' research (models/research/).
#include "models/indicators/arithmetic.hpp"
#include "models/indicators/indicator.hpp"

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
    {"performers", "count", "firms that do R&D", "usual R&D above 0", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.performers); }},
    {"new_performers", "count", "firms that took up R&D in the month", "once a year by id", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.new_performers); }},
    {"innovations", "count", "projects of R&D that ended in a gain in the month",
     "successes; without luck none is counted", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.innovations); }},
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
