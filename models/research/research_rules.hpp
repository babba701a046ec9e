// Parameters of firms' research (performers.hpp, budget.hpp, gains.hpp, frontier.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct ResearchRules {
    double base, formation_limit, performer_size, performer_slope;
    double budget_speed, budget_profit, additionality, success, public_knowledge, gain_spread, largest_gain, crowding;
    double catch_up, performer_spread, others_spread, mean_speed;
};

inline const std::vector<Parameter<ResearchRules>> research_parameters{
    {{"base", "1", 0, 1.5, 1, "R&D of all firms over what the table shows; 0: none, and no growth", "assumed"},
     &ResearchRules::base},
    {{"formation_limit", "1", 0.05, 0.9, 0.6,
      "largest part of a firm's capital formation that is R&D, at the start; more where performers could not pay "
      "for the table's",
      "assumed"},
     &ResearchRules::formation_limit},
    {{"performer_size", "person", 10, 100000, 400,
      "workers at which half of the firms of a sector that does R&D perform some",
      "order of magnitude: industrial firms above size with R&D by size, China Economic Census Yearbook 2018; value "
      "assumed"},
     &ResearchRules::performer_size},
    {{"performer_slope", "1", 0.1, 3, 0.75, "slope of the log-odds of performing R&D in log workers", "assumed"},
     &ResearchRules::performer_slope},
    {{"budget_speed", "1/month", 0, 1, 0.05, "speed at which R&D over sales moves to what is wanted", "assumed"},
     &ResearchRules::budget_speed},
    {{"budget_profit", "1", 0, 10, 2, "rise of log wanted R&D over sales with the margin over the usual one",
      "R&D moves with profit and cash flow: Hall & Lerner 2010, doi 10.1016/S0169-7218(10)01014-2 (sign); value "
      "assumed"},
     &ResearchRules::budget_profit},
    {{"additionality", "1", 0, 1, 0.3,
      "R&D that a grant adds where the performer is not short of cash, over the grant; elsewhere all of it is added",
      "partial additionality: David, Hall & Toole 2000, doi 10.1016/S0048-7333(99)00087-6 (form); value assumed"},
     &ResearchRules::additionality},
    {{"success", "1/year", 0.01, 1, 0.23, "projects of a performer that end in a gain, a year",
      "product of three stages' odds of 0.5 to 0.75; Mansfield and others 1977 (order of magnitude); value assumed"},
     &ResearchRules::success},
    {{"public_knowledge", "1", 0, 1, 0.3, "elasticity of success with what is known at home and abroad", "assumed"},
     &ResearchRules::public_knowledge},
    {{"gain_spread", "1", 0, 2, 1, "standard deviation of the log gain of a project that succeeds",
      "skewed returns: Scherer & Harhoff 2000, doi 10.1016/S0048-7333(99)00089-X (form); value assumed"},
     &ResearchRules::gain_spread},
    {{"largest_gain", "1", 0.01, 2, 0.5, "largest gain of a project, log points of output per worker", "assumed"},
     &ResearchRules::largest_gain},
    {{"crowding", "1", 0, 10, 3.5, "fall of log gains with a firm's lead over the performers of its sector", "assumed"},
     &ResearchRules::crowding},
    {{"catch_up", "1/year", 0, 1, 0.15, "part of what a firm is behind its sector's performers that it makes up",
      "form: Nelson & Phelps 1966, American Economic Review 56(1/2), 69-75; value assumed"},
     &ResearchRules::catch_up},
    {{"performer_spread", "1", 0, 1, 0.13,
      "standard deviation of log technology of a sector's performers at the start: about what gains, crowding and "
      "catching up keep it at",
      "assumed"},
     &ResearchRules::performer_spread},
    {{"others_spread", "1", 0, 1, 0.07, "standard deviation of log technology of firms that do no R&D, at the start",
      "assumed"},
     &ResearchRules::others_spread},
    {{"mean_speed", "1/month", 0, 1, 0.0833,
      "speed at which the indices of technology follow the means of those who make it up when these come and go",
      "assumed"},
     &ResearchRules::mean_speed},
};

} // namespace rongtong
