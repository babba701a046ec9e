// What the firms of a group face of policies and shocks in a month. A new condition is a member with the value that it has where
// nothing acts on it: levers and shocks change it, mechanisms read it from the facts of the group (workspace.hpp).
#pragma once

#include "models/capital/payments.hpp"
#include "models/digital/forecasts.hpp"
#include "models/digital/tools_help.hpp"
#include "models/network/search_help.hpp"
#include "models/orders/fair_terms.hpp"
#include "models/research/prizes.hpp"
#include "models/research/research_support.hpp"
#include "models/tiers/tier_terms.hpp"

namespace rongtong {

struct GroupConditions {
    double capacity = 1;              // multiplier on what the capital stock can produce
    TermCap cap;                      // law on the payment terms of buyers of the group
    double noise_left = 1;            // share of the noise in what banks see of a borrower, 0 to 1
    bool fund_reach = false;          // guidance funds invest in its firms
    double venture_match = 0;         // public yuan per yuan that a chain leader puts into a supplier
    ResearchSupport research_support; // public money for R&D
    Prizes prizes;                    // public prizes for projects that succeed
    double templates = 0;             // part of bargaining and its costs that standard contracts take off joint work
    double more_ip = 0;               // rise of the enforceable part of rights in what is found
    double joint_grant = 0;           // public yuan for each yuan of R&D in a joint project
    SearchHelp search;                // of buyers that look for suppliers
    double on_map = 0;                // part of its firms that a map of capabilities covers
    double fee_support = 0;           // part of its firms' fees to trade platforms that government pays, at most all
    FairTerms fair;                   // rule on what a largest customer can press out of its markups
    ToolsHelp tools;                  // with digital tools
    ForecastTerms forecasts;          // that its firms pass on as buyers
    double small_bonus = 0;           // what a small supplier is worth to its buyers beyond its offer, in log weight
    double foreign_knowledge = 1;     // part of what is known abroad that its R&D builds on
    TierTerms tiers;                  // bars of tiers, and what reaching them brings
    double independence_loss = 0;     // fall of a firm's markup per unit of corporate share, relative
};

} // namespace rongtong
