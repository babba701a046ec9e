// Projects of performers at the start, and pilot lines for line_share of those that they bring (research/stages.hpp, pilot_lines.hpp).
// Stages are drawn by how long a project is in each. Test: tests/models/research/pilot_lines.cpp.
#include "models/research/facilities.hpp"
#include "models/start/start.hpp"

namespace rongtong {

namespace {

// Months of usual R&D that a performer's idea spends in each stage, in the mean.
std::array<double, 5> time_by_stage(const ResearchRules& r)
{
    const double lines = r.line_share;
    return {r.idea_work, 0, r.idea_odds * (1 - lines) * r.pilot_work, r.idea_odds * lines * line_work(r),
            r.idea_odds * mean_pilot_odds(lines, r) * r.market_work};
}

double whole_work(Stage stage, const ResearchRules& r)
{
    if (stage == Stage::idea) return r.idea_work;
    return stage == Stage::market ? r.market_work : r.pilot_work;
}

void draw_project(Economy& e, std::size_t row, const std::array<double, 5>& time, const Draws& draws)
{
    const auto& r = e.setup.parameters.research;
    const Words w = draws.words(e.firms.id[row], 0, Purpose::research_project);
    double left = to_uniform(w[0]) * mean_work(r.line_share, 1, r);
    std::size_t stage = 0;
    while (stage < last_stage && left >= time[stage]) left -= time[stage++];
    const double done = to_uniform(w[1]) * whole_work(static_cast<Stage>(stage), r);
    e.firms.project_stage[row] = static_cast<std::uint8_t>(stage);
    (stage == 0 ? e.firms.idea_done : e.firms.project_done)[row] = static_cast<float>(done);
    const double before = stage == 0 ? 0 : stage == last_stage ? r.idea_work + r.pilot_work : r.idea_work;
    const auto months = static_cast<std::uint8_t>(std::min(255.0, before + done));
    (stage == 0 ? e.firms.idea_months : e.firms.project_months)[row] = months;
}

} // namespace

void start_projects(Economy& e, const Draws& draws)
{
    const auto& r = e.setup.parameters.research;
    const std::size_t cells = e.groups.sectors() * e.groups.regions();
    std::size_t fields = 0;
    for (const auto& s : e.technology.sectors) fields = std::max<std::size_t>(fields, s.field + 1u);
    auto& f = e.facilities;
    for (auto* v : {&f.lines, &f.labs, &f.spending, &f.small_labs, &f.small_spending}) v->assign(cells, 0);
    for (auto* v : {&f.room, &f.asked}) v->assign(fields * e.groups.regions(), 0);
    if (!has_chain(e)) return;
    const double ideas = r.idea_odds / mean_work(r.line_share, 1, r); // that a performer brings to the pilot a month
    const auto time = time_by_stage(r);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.research_usual[row] <= 0) continue;
        const std::size_t cell = e.groups.cell(e.firms.group[row]);
        const double spending = e.firms.research_order[row];
        f.lines[cell] += r.line_share * ideas * line_work(r);
        f.labs[cell] += 1, f.spending[cell] += spending;
        if (e.firms.workers[row] < r.small_lab) f.small_labs[cell] += 1, f.small_spending[cell] += spending;
        if (e.setup.parameters.luck.luck_switch > 0) draw_project(e, row, time, draws);
    }
}

} // namespace rongtong
