// The registry of purposes of random draws. A number, once given, is never given to another purpose and never changed:
// results of earlier versions depend on it. Append only.
#pragma once

#include <cstdint>

namespace rongtong {

enum class Purpose : std::uint32_t {
    firm_workers = 1,      // size of a firm at the start
    firm_productivity = 2, // its productivity at the start
    firm_region = 3,       // its region at the start
    firm_owner = 4,        // state-owned or private
    link_supplier = 5,     // which supplier a link gets (start, entry and replacement)
    link_terms = 6,        // payment term, lateness and compliance of a link
    firm_month = 7,        // word 0 hiring, 1 exit and (upper tail) sale, 2 and 3 appeal of a firm in a month
    link_noise = 8,        // timing of orders on a firm's links
    export_shock = 9,      // foreign demand
    entry_count = 10,      // how many firms enter a cell
    entry_firm = 11,       // what an entrant looks like
    firm_age = 12,         // age of a firm at the start
    design_point = 13,     // points of a design of experiments
    firm_bank = 14,        // a firm's bank, at the start and at entry
    bank_opinion = 15,     // error of what a bank sees of a borrower, once a year
    merger = 16,           // which firm buys one that is for sale
    equity_signal = 17,    // word 0: whether a firm looks for equity, 1 and 2: error of what investors see
    equity_exit = 18,      // sale of a stake (n: place among the stakes of the firm)
    arrears_claim = 20,    // whether a supplier claims interest on what is late
    make_or_buy = 21,      // what making an input, or another supplier, costs more; which supplier instead
    reorganisation = 22,   // whether a firm that fails is reorganised
    prudence = 23,         // how much cash a firm wants to hold, for life
    sentiment = 24,        // common willingness to spend and to invest
    succession = 25,       // whether a firm goes on under another owner
    owner_money = 26,      // whether owners put money into a firm that is short
    firm_technology = 27,  // technology of a firm, at the start
    performer = 29,        // whether a firm of the start does R&D; once a year, whether one takes it up
    innovation = 30,       // word 0: whether a project succeeds in the month, 1 and 2: what it gives
    research_project = 31, // word 0: stage of a performer's project at the start, 1: how far it is
    pilot_line = 32,       // word 0: place in the queue for a pilot line, 1: whether it goes on without
    joint_demand = 33,     // field in which a leader looks for a partner in R&D
    joint_candidate = 34,  // words 0 to 2: which performer is looked at, 3: order of equals (n: which candidate)
    joint_answer = 35,     // error of what a candidate expects (n: lowest bits of the leader's id)
    joint_month = 36,    // word 0: whether a stage passes, 1, 2: who walks off, 3: hold-up; n = 1: what a success gives
    capability = 37,     // what a firm knows by field (n: pair of fields)
    link_review = 38,    // candidates for a link and how they look to the buyer (n: place and candidate)
    need_ends = 39,      // whether a link's need ends (n: place among the buyer's links)
    trial_place = 40,    // whether a firm looks around for a link in the coming year (n: the same)
    agency = 41,         // whether an agency helps a firm to look around in the coming year
    on_map = 42,         // whether a map of capabilities covers a firm
    platform_taste = 43, // what membership costs a firm, for life (n: platform)
    platform_start = 44, // word 0: whether a firm is tried as a member at the start, 1: of which platform
    platform_search =
        45, // word 0: whom a member sees, 1: on which platform, 2 and 3: how it looks (n: place and candidate)
    digital =
        46, // word 0: how a firm's tools age in a year, 1: whether an agency serves it, 2: whether it climbs; n = 1: what is lost unpaid
    digital_start = 47, // n = 0: level of a new firm; else how firms of the start settled
    main_field = 50,    // share of the main field in a firm's sales, for life
    tier = 51,          // whether a firm is named for a tier; at the start (month 0) its rank and term (n: tier)
    entrant_edge = 28,  // grade and technology of an entrant (n: which candidate)
};

} // namespace rongtong
