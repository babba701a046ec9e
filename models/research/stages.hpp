// The way of an idea to the market: three stages that take money and time, each a place to die.
//
//   laboratory   idea_work months of usual R&D, then odds idea_odds
//   pilot        pilot_work; odds pilot_odds, or line_odds on a pilot line, where line_fee of what is spent is the line's price
//   market       market_work; odds market_odds; then a gain (gains.hpp)
// A month's work is R&D over what is usual, times what is known elsewhere (knowledge.hpp). It goes to the project that is at pilot or on the way to
// the market, else to the next idea. A project that waits for a line (pilot_lines.hpp) costs nothing, and the next idea is worked on meanwhile; once that is
// ripe the project is piloted without one. Who has no money for no_money_months loses what is at hand.
//
//   successes a year = 12 * idea_odds * P * market_odds / (idea_work + idea_odds * (L + P * market_work)),    P: mean odds of pilots, L: their mean work
// Odds of stages: Mansfield and others 1977 (technical .57, commercial .65, economic .74; recalled). Pilots with and without a line: .8 and .3 are quoted in
// China's press without a study behind them. Parameters: research_rules.hpp. Test: tests/models/research/stages.cpp.
#pragma once

#include "models/research/research_rules.hpp"

#include <algorithm>
#include <cstdint>

namespace rongtong {

enum class Stage : std::uint8_t {
    idea,    // nothing beyond the laboratory
    waiting, // for a pilot line
    pilot,   // without one
    line,
    market,
};
inline constexpr std::uint8_t last_stage = static_cast<std::uint8_t>(Stage::market);

enum class ProjectEvent : std::uint8_t {
    none,
    idea_failed,
    idea_ripe,
    pilot_failed,
    pilot_done,
    market_failed,
    success,
    starved
};

// Work done is in months of usual R&D.
struct Project {
    Stage stage = Stage::idea;
    float idea_done = 0, stage_done = 0;
    std::uint8_t waited = 0; // months in the queue; elsewhere, months without money
    std::uint8_t idea_months = 0,
                 months = 0; // since the idea in hand was begun; since the one beyond the laboratory was
};

inline std::uint8_t month_older(std::uint8_t months)
{
    return static_cast<std::uint8_t>(std::min<int>(254, months) + 1);
}

// Mean odds and work of pilots of which a share has a line.
inline double mean_pilot_odds(double lines, const ResearchRules& r)
{
    return r.pilot_odds + lines * (r.line_odds - r.pilot_odds);
}
inline double line_work(const ResearchRules& r) { return r.pilot_work / (1 - r.line_fee); } // months on a line
inline double mean_pilot_work(double lines, const ResearchRules& r)
{
    return r.pilot_work + lines * (line_work(r) - r.pilot_work);
}

// Months of usual R&D that an idea takes in the mean. ease: work of a month in the laboratory over what it is without equipment.
inline double mean_work(double lines, double ease, const ResearchRules& r)
{
    const double later = mean_pilot_work(lines, r) + mean_pilot_odds(lines, r) * r.market_work;
    return r.idea_work / ease + r.idea_odds * later;
}

inline double successes_a_year(double lines, double ease, const ResearchRules& r)
{
    return 12 * r.idea_odds * mean_pilot_odds(lines, r) * r.market_odds / mean_work(lines, ease, r);
}

// At the start.
inline double usual_success(const ResearchRules& r)
{
    return r.chain > 0 ? successes_a_year(r.line_share, 1, r) : r.success;
}

inline void begin_stage(Project& p, Stage stage, double done = 0)
{
    p.stage = stage, p.stage_done = static_cast<float>(done), p.waited = 0;
}

inline ProjectEvent work_in_laboratory(Project& p, double work, double u, const ResearchRules& r)
{
    p.idea_done += static_cast<float>(work);
    if (p.idea_done < r.idea_work) return ProjectEvent::none;
    if (p.stage == Stage::waiting) { // its next idea is ripe: no more waiting
        begin_stage(p, Stage::pilot);
        return ProjectEvent::none;
    }
    const bool ripe = u < r.idea_odds;
    if (ripe) begin_stage(p, Stage::waiting), p.months = p.idea_months;
    p.idea_done = 0, p.idea_months = 0;
    return ripe ? ProjectEvent::idea_ripe : ProjectEvent::idea_failed;
}

inline ProjectEvent work_beyond(Project& p, double work, double u, const ResearchRules& r)
{
    const bool on_line = p.stage == Stage::line, at_market = p.stage == Stage::market;
    p.stage_done += static_cast<float>(on_line ? work * (1 - r.line_fee) : work);
    if (p.stage_done < (at_market ? r.market_work : r.pilot_work)) return ProjectEvent::none;
    const double odds = at_market ? r.market_odds : on_line ? r.line_odds : r.pilot_odds;
    const bool passed = u < odds;
    begin_stage(p, passed && !at_market ? Stage::market : Stage::idea);
    if (at_market) return passed ? ProjectEvent::success : ProjectEvent::market_failed;
    return passed ? ProjectEvent::pilot_done : ProjectEvent::pilot_failed;
}

// A month. spent: R&D over what is usual; work: what it does; ease: of the laboratory, by equipment; u: uniform on (0, 1).
inline ProjectEvent work_on(Project& p, double spent, double work, double ease, double u, const ResearchRules& r)
{
    const bool beyond = p.stage != Stage::idea && p.stage != Stage::waiting;
    p.idea_months = month_older(p.idea_months), p.months = month_older(p.months);
    if (p.stage != Stage::waiting) {
        p.waited = spent < r.no_money ? month_older(p.waited) : 0;
        if (p.waited >= r.no_money_months) {
            if (!beyond) p.idea_done = 0, p.idea_months = 0;
            begin_stage(p, Stage::idea);
            return ProjectEvent::starved;
        }
    }
    return beyond ? work_beyond(p, work, u, r) : work_in_laboratory(p, work * ease, u, r);
}

} // namespace rongtong
