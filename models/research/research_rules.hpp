// Parameters of firms' research (performers.hpp, budget.hpp, gains.hpp, stages.hpp, pilot_lines.hpp, frontier.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct ResearchRules {
    double base, formation_limit, performer_size, performer_slope;
    double budget_speed, budget_profit, additionality, success, public_knowledge, home_lag, gain_spread, largest_gain,
        crowding;
    double catch_up, performer_spread, others_spread, mean_speed;
    double chain, idea_work, idea_odds, pilot_work, pilot_odds, market_work, market_odds; // stages.hpp
    double no_money, no_money_months;
    double line_share, line_odds, line_fee, line_travel, patience, longest_wait; // pilot_lines.hpp
    double small_lab, equipment_saving;
    double product_gain, absorption, along_links, knowledge_loss;
};

inline constexpr Parameter<ResearchRules> research_parameters[]{
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
    {{"success", "1/year", 0.01, 1, 0.23, "projects of a performer that end in a gain, a year, where chain is 0",
      "product of three stages' odds of 0.5 to 0.75; Mansfield and others 1977 (order of magnitude); value assumed"},
     &ResearchRules::success},
    {{"public_knowledge", "1", 0, 1, 0.3, "elasticity of success with what is known at home and abroad", "assumed"},
     &ResearchRules::public_knowledge},
    {{"home_lag", "month", 0, 480, 60,
      "mean lag from research that government buys to what firms' research does with it; 0: it does nothing",
      "basic research reaches industry after years: Mansfield 1991, doi 10.1016/0048-7333(91)90080-A; value assumed"},
     &ResearchRules::home_lag},
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
    {{"chain", "1", 0, 1, 1,
      "1: a project passes laboratory, pilot and market, each with cost, time and odds; 0: successes come with the "
      "odds "
      "success",
      "switch"},
     &ResearchRules::chain},
    {{"idea_work", "month", 0.5, 60, 8.1, "usual R&D that an idea takes in the laboratory",
      "30 percent of a project of 27 months; assumed"},
     &ResearchRules::idea_work},
    {{"idea_odds", "1", 0.01, 1, 0.585, "odds that the laboratory succeeds",
      "technical success .57: Mansfield and others 1977 (order of magnitude)"},
     &ResearchRules::idea_odds},
    {{"pilot_work", "month", 0.5, 60, 12.15, "usual R&D that a pilot takes, without a line's price",
      "45 percent of a project of 27 months; assumed"},
     &ResearchRules::pilot_work},
    {{"pilot_odds", "1", 0.01, 1, 0.3, "odds of a pilot without a line",
      "quoted in China's press without a study; assumed"},
     &ResearchRules::pilot_odds},
    {{"market_work", "month", 0.5, 60, 6.75, "usual R&D that the way to the market takes",
      "25 percent of a project of 27 months; assumed"},
     &ResearchRules::market_work},
    {{"market_odds", "1", 0.01, 1, 0.74, "odds that a piloted project ends in a gain",
      "economic success .74: Mansfield and others 1977 (order of magnitude)"},
     &ResearchRules::market_odds},
    {{"no_money", "1", 0, 1, 0.1, "R&D over what is usual below which a month does not count", "assumed"},
     &ResearchRules::no_money},
    {{"no_money_months", "month", 1, 120, 12, "months without money after which a project is dead", "assumed"},
     &ResearchRules::no_money_months},
    {{"line_share", "1", 0, 1, 0.5, "projects that find a pilot line at the start, over all that reach the pilot",
      "assumed: mean odds of a pilot of .55"},
     &ResearchRules::line_share},
    {{"line_odds", "1", 0.01, 1, 0.8, "odds of a pilot on a line", "quoted in China's press without a study; assumed"},
     &ResearchRules::line_odds},
    {{"line_fee", "1", 0, 0.9, 0.2, "price of a line over what is spent on a pilot that uses it", "assumed"},
     &ResearchRules::line_fee},
    {{"line_travel", "1", 0, 1, 0.1, "work that a line in another region adds, over that of a pilot", "assumed"},
     &ResearchRules::line_travel},
    {{"patience", "month", 1, 60, 3, "mean months that a project waits for a line before it does without", "assumed"},
     &ResearchRules::patience},
    {{"longest_wait", "month", 1, 120, 15, "months after which it does without at the latest", "assumed"},
     &ResearchRules::longest_wait},
    {{"small_lab", "person", 1, 10000, 50, "workers below which a performer has use for shared equipment", "assumed"},
     &ResearchRules::small_lab},
    {{"equipment_saving", "1", 0, 0.9, 0.25, "part of the laboratory's work that shared equipment saves", "assumed"},
     &ResearchRules::equipment_saving},
    {{"product_gain", "1", 0, 2, 0.1,
      "mean rise of quality by a project that ends in a gain; 0: R&D makes no product better",
      "quality ladders: Klette & Kortum 2004, doi 10.1086/422563 (form); value assumed"},
     &ResearchRules::product_gain},
    {{"absorption", "1", 0, 10, 0.7,
      "how much faster a firm learns that has much R&D behind it, over one without; half of it at usual R&D",
      "absorptive capacity: Cohen & Levinthal 1990, doi 10.2307/2393553 (form); value assumed"},
     &ResearchRules::absorption},
    {{"along_links", "1", 0, 0.9, 0.3,
      "part of what firms without R&D catch up that they learn from customers that do some; 0: all is in the air",
      "suppliers learn from large customers: Alfaro-Urena, Manelici & Vasquez 2022, doi 10.1093/qje/qjac006 (sign); "
      "value "
      "assumed"},
     &ResearchRules::along_links},
    {{"knowledge_loss", "1/year", 0.01, 1, 0.15, "part of the stock of past R&D that is lost in a year",
      "convention since Griliches 1979, doi 10.2307/3003321"},
     &ResearchRules::knowledge_loss},
};

} // namespace rongtong
