// What happened to single firms in a month, for the table of events.
#pragma once

#include "sim/money.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rongtong {

enum class EventKind : std::uint8_t {
    entry,
    closure,
    bankruptcy,
    merger,
    trade_loss,
    loan_loss,
    reorganisation,
    investment,
    stake_sale,
    stake_end,
    succession,
    innovation, // of research: a project reached the market, or died (research/stages.hpp)
    idea_failed,
    pilot_failed,
    market_failed,
    project_starved,
    joint_success, // of joint projects (joint/joint_projects.hpp): one for each of the two firms; joint_held_up for the weaker
    joint_failed,
    joint_walked_off,
    joint_partner_gone,
    joint_starved,
    joint_held_up,
    joint_begun // last, since a firm may end one and begin another; one for each project, of the firm that looked for a partner
};
inline constexpr std::array<std::string_view, 23> event_names{
    "entry",           "closure",        "bankruptcy",   "merger",           "trade_loss",
    "loan_loss",       "reorganisation", "investment",   "stake_sale",       "stake_end",
    "succession",      "innovation",     "idea_failed",  "pilot_failed",     "market_failed",
    "project_starved", "joint_success",  "joint_failed", "joint_walked_off", "joint_partner_gone",
    "joint_starved",   "joint_held_up",  "joint_begun"};
inline constexpr std::array<std::string_view, 4> investor_names{"none", "private", "corporate", "fund"};

// Whether it is the end of the firm under its name.
inline bool leaves(EventKind kind)
{
    return kind == EventKind::closure || kind == EventKind::bankruptcy || kind == EventKind::merger;
}

struct Event {
    EventKind kind;
    std::uint64_t firm;
    std::uint16_t group;
    std::int32_t workers; // at entry or before exit; 0 in losses
    Money owed;           // to suppliers, before exit; in losses: what the debtor owed the creditor before
    Money lost; // by its suppliers; in losses: by the creditor; of stakes: cost less what the holder got, if above 0
    std::uint64_t partner =
        0; // the other party: of a merger, the buyer; of a trade_loss, the debtor (`firm` is the supplier that
           // loses); of a loan_loss, the row of the bank that loses + 1 (`firm` is the debtor); of stakes in
           // `firm`, the corporate investor; of a joint project, the other firm
    std::uint8_t investor = 0; // of stakes: kind of their holder (Investor) + 1
    Money paid{};              // of stakes: into the firm; price; part of the last payout
    double share =
        0; // of stakes: of the firm, once the round is closed; of an innovation or joint success: rise of log output per worker;
    // of a joint project begun: distance of the two in what they know
};

struct Records {
    std::vector<Event> events; // what happened to firms, in the order of their ids
    std::vector<Event> losses; // who lost how much to whom, in the order of `firm`, then of `partner`
    std::vector<Event> stakes; // who bought, sold and lost stakes in firms, in the order of `firm`
};

} // namespace rongtong
