// A month of a performer's projects (equations: research/stages.hpp, gains.hpp).
#include "models/firm/receive.hpp"
#include "models/research/gains.hpp"
#include "models/research/prizes.hpp"

#include <optional>

namespace rongtong {

namespace {

Project project_of(const Firms& f, std::size_t row)
{
    return {static_cast<Stage>(f.project_stage[row]),
            f.idea_done[row],
            f.project_done[row],
            f.project_waited[row],
            f.idea_months[row],
            f.project_months[row]};
}

void keep(Firms& f, std::size_t row, const Project& p)
{
    f.project_stage[row] = static_cast<std::uint8_t>(p.stage);
    f.idea_done[row] = p.idea_done, f.project_done[row] = p.stage_done, f.project_waited[row] = p.waited;
    f.idea_months[row] = p.idea_months, f.project_months[row] = p.months;
}

// What is written of a project that ends without success.
std::optional<EventKind> end_of(ProjectEvent event)
{
    switch (event) {
    case ProjectEvent::idea_failed: return EventKind::idea_failed;
    case ProjectEvent::pilot_failed: return EventKind::pilot_failed;
    case ProjectEvent::market_failed: return EventKind::market_failed;
    case ProjectEvent::starved: return EventKind::project_starved;
    default: return {};
    }
}

std::uint8_t claims_of(ProjectEvent event)
{
    if (event == ProjectEvent::pilot_done) return passed_pilot;
    return event == ProjectEvent::success ? reached_market : 0;
}

void count_event(ProjectEvent event, const Project& p, FirmSums& s)
{
    s.ideas_failed += event == ProjectEvent::idea_failed;
    s.pilots_passed += event == ProjectEvent::pilot_done;
    s.pilots_failed += event == ProjectEvent::pilot_failed;
    s.markets_failed += event == ProjectEvent::market_failed;
    s.projects_starved += event == ProjectEvent::starved;
    if (event != ProjectEvent::success) return;
    s.innovations += 1, s.project_months += p.months;
}

void count_stage(Stage stage, FirmSums& s)
{
    s.projects_pilot += stage == Stage::pilot, s.projects_line += stage == Stage::line;
    s.projects_market += stage == Stage::market;
}

} // namespace

// Log points of output per worker. spent: R&D over what is usual; own: what its own projects have of it.
double Receipt::gain_of_projects(std::size_t row, const GroupFacts& f, double spent, double own, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& rules = e.setup.parameters.research;
    const bool small = firms.workers[row] < rules.small_lab;
    const Words w = draws.words(firms.id[row], month, Purpose::innovation);
    Project p = project_of(firms, row);
    s.equipment_asked += small && (p.stage == Stage::idea || p.stage == Stage::waiting);
    const ProjectEvent event = work_on(p, spent, own * f.knowledge, small ? f.equipment : 1, to_uniform(w[0]), rules);
    keep(firms, row, p);
    count_event(event, p, s);
    firms.claims[row] = claims_of(event);
    if (const auto end = end_of(event)) note_project(row, *end, 0);
    count_stage(p.stage, s);
    if (p.stage == Stage::waiting) line_asks->push_back({static_cast<std::uint32_t>(row), 0, 0, p.waited, false});
    return event == ProjectEvent::success ? take_gain(row, f, normal_from(w[1], w[2])) : 0;
}

} // namespace rongtong
