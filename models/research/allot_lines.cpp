// Who gets a pilot line this month, and what stays idle (equations: research/pilot_lines.hpp).
#include "models/phases.hpp"
#include "models/research/facilities.hpp"

#include <algorithm>
#include <numeric>

namespace rongtong {

namespace {

// Projects that wait, of all blocks, in the order in which they are served.
void line_up(Economy& e, const Draws& draws)
{
    auto& queue = e.work.line_queue;
    queue.clear();
    for (auto& block : e.work.line_asks) {
        for (LineAsk& ask : block) {
            const Group& group = e.groups[e.firms.group[ask.row]];
            ask.place = static_cast<std::uint32_t>(place_of(e, group.sector, group.region));
            ask.key = draws.words(e.firms.id[ask.row], e.month, Purpose::pilot_line)[0];
            queue.push_back(ask);
        }
        block.clear();
    }
    std::sort(queue.begin(), queue.end(), comes_before);
}

void open_lines(Economy& e)
{
    auto& f = e.facilities;
    const auto& open = e.work.open_facilities.lines;
    const auto& equipment = e.work.open_facilities.equipment;
    f.capacity = f.idle = 0;
    f.equipment = std::accumulate(equipment.begin(), equipment.end(), 0.0);
    for (std::size_t place = 0; place < open.size(); ++place) {
        f.capacity += open[place];
        f.idle += open_line(f.room[place], open[place], e.setup.parameters.research);
    }
}

void give_line(Economy& e, LineAsk& ask, std::size_t place)
{
    const auto& rules = e.setup.parameters.research;
    const double travel = place == ask.place ? 0 : rules.line_travel;
    e.facilities.room[place] -= line_work(rules) * (1 + travel);
    e.firms.project_stage[ask.row] = static_cast<std::uint8_t>(Stage::line);
    e.firms.project_done[ask.row] = static_cast<float>(-travel * rules.pilot_work);
    e.firms.project_waited[ask.row] = 0;
    FirmSums& s = e.sums[e.firms.group[ask.row]];
    s.lines_given += 1, s.line_months += ask.waited;
    ask.served = true;
}

// The place of the same field that has most room; ties: the first region.
std::size_t roomiest(const Economy& e, std::size_t place)
{
    const std::size_t regions = e.groups.regions(), first = place - place % regions;
    const auto begin = e.facilities.room.begin() + static_cast<std::ptrdiff_t>(first);
    return first +
           static_cast<std::size_t>(std::max_element(begin, begin + static_cast<std::ptrdiff_t>(regions)) - begin);
}

// Without a line: it waits on, or is piloted without.
void go_on(Economy& e, const LineAsk& ask, const Draws& draws)
{
    const auto& rules = e.setup.parameters.research;
    FirmSums& s = e.sums[e.firms.group[ask.row]];
    const double u = to_uniform(draws.words(e.firms.id[ask.row], e.month, Purpose::pilot_line)[1]);
    if (ask.waited < rules.longest_wait && u >= 1 / rules.patience) {
        e.firms.project_waited[ask.row] = month_older(ask.waited);
        s.projects_waiting += 1;
        return;
    }
    e.firms.project_stage[ask.row] = static_cast<std::uint8_t>(Stage::pilot);
    e.firms.project_done[ask.row] = 0, e.firms.project_waited[ask.row] = 0;
    s.lines_refused += 1, s.line_months += ask.waited;
}

// What small laboratories could have used: next month's equipment is shared out by it.
void count_asked(Economy& e)
{
    auto& asked = e.facilities.asked;
    std::fill(asked.begin(), asked.end(), 0);
    for (std::size_t g = 0; g < e.groups.size(); ++g)
        asked[place_of(e, e.groups[g].sector, e.groups[g].region)] += static_cast<double>(e.sums[g].equipment_asked);
}

} // namespace

void sum_facilities(const Economy& e, OpenFacilities& open)
{
    const auto& c = e.policy.conditions;
    const std::size_t R = e.groups.regions(), places = e.facilities.room.size();
    for (auto* v : {&open.lines, &open.equipment, &open.equipment_worth}) v->assign(places, 0);
    for (std::size_t cell = 0; cell < e.facilities.lines.size(); ++cell) {
        const std::size_t place = place_of(e, cell / R, cell % R);
        open.lines[place] += e.facilities.lines[cell] * (1 + c.more_lines[cell]);
        open.equipment[place] += e.facilities.small_labs[cell] * c.equipment[cell];
        open.equipment_worth[place] += e.facilities.small_labs[cell] * c.equipment_worth[cell];
    }
    for (std::size_t place = 0; place < places; ++place)
        if (open.equipment[place] > 0) open.equipment_worth[place] /= open.equipment[place];
}

void allot_lines(Economy& e, const Draws& draws)
{
    if (!has_chain(e)) return;
    open_lines(e);
    line_up(e, draws);
    const auto& room = e.facilities.room;
    for (auto& ask : e.work.line_queue)
        if (room[ask.place] > 0) give_line(e, ask, ask.place);
    for (auto& ask : e.work.line_queue) {
        if (ask.served) continue;
        const std::size_t place = roomiest(e, ask.place);
        if (room[place] > 0) give_line(e, ask, place);
        else go_on(e, ask, draws);
    }
    count_asked(e);
}

} // namespace rongtong
