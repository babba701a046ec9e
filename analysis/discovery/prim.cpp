#include "analysis/discovery/prim.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <boost/math/distributions/binomial.hpp>
#include <fmt/format.h>

#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/csv_table.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// Bounds of a box; of texts the levels that are left.
struct Bounds {
    std::vector<double> low, high;
    std::vector<std::vector<bool>> levels;
};

struct Data {
    const DesignTable& design;
    std::vector<std::size_t> points; // that are looked at
    std::vector<bool> of_interest;   // by point of the design
    std::size_t all_of_interest = 0; // of the points looked at

    bool is_text(std::size_t factor) const { return !design.levels[factor].empty(); }
};

bool inside(const Data& d, const Bounds& b, std::size_t point, std::size_t factor)
{
    const double x = d.design.x[point][factor];
    return d.is_text(factor) ? b.levels[factor][static_cast<std::size_t>(x)]
                             : x >= b.low[factor] && x <= b.high[factor];
}

std::vector<std::size_t> points_in(const Data& d, const Bounds& b)
{
    std::vector<std::size_t> list;
    for (const auto p : d.points) {
        bool in = true;
        for (std::size_t i = 0; in && i < d.design.factors.size(); ++i) in = inside(d, b, p, i);
        if (in) list.push_back(p);
    }
    return list;
}

double density_of(const Data& d, const std::vector<std::size_t>& points)
{
    const auto n = std::count_if(points.begin(), points.end(), [&](std::size_t p) { return d.of_interest[p]; });
    return points.empty() ? 0 : static_cast<double>(n) / static_cast<double>(points.size());
}

struct Step {
    Bounds bounds;
    std::vector<std::size_t> points;
    double density = -1;
};

// Keeps the denser step; of equally dense ones the larger, then the first.
void keep_better(Step& best, const Data& d, Bounds bounds, std::size_t least)
{
    auto points = points_in(d, bounds);
    if (points.size() < least) return;
    const double density = density_of(d, points);
    if (density > best.density || (density == best.density && points.size() > best.points.size()))
        best = {std::move(bounds), std::move(points), density};
}

// All slices that could be peeled off: at both ends of numbers, level by level of texts.
Step best_peel(const Data& d, const Step& box, double alpha, std::size_t least)
{
    Step best;
    for (std::size_t i = 0; i < d.design.factors.size(); ++i) {
        if (d.is_text(i)) {
            for (std::size_t level = 0; level < box.bounds.levels[i].size(); ++level) {
                if (!box.bounds.levels[i][level]) continue;
                Bounds b = box.bounds;
                b.levels[i][level] = false;
                keep_better(best, d, std::move(b), least);
            }
            continue;
        }
        std::vector<double> values;
        for (const auto p : box.points) values.push_back(d.design.x[p][i]);
        std::sort(values.begin(), values.end());
        if (values.front() == values.back()) continue;
        // A slice is what lies below the quantile; where many points have one value, all of these.
        const auto above = std::upper_bound(values.begin(), values.end(),
                                            std::nextafter(quantile_of_sorted(values, alpha), -infinity));
        const auto low = *above > values.front() ? above
                                                 : std::upper_bound(values.begin(), values.end(), values.front());
        const auto below = std::lower_bound(values.begin(), values.end(),
                                            std::nextafter(quantile_of_sorted(values, 1 - alpha), infinity));
        const auto high = (below != values.begin() && *(below - 1) < values.back())
                              ? below - 1
                              : std::lower_bound(values.begin(), values.end(), values.back()) - 1;
        Bounds from_below = box.bounds, from_above = box.bounds;
        from_below.low[i] = *low;
        from_above.high[i] = *high;
        keep_better(best, d, std::move(from_below), least);
        keep_better(best, d, std::move(from_above), least);
    }
    return best;
}

// Of points that all other restrictions take, the nearest share alpha (of the box) beyond each bound.
Step best_paste(const Data& d, const Step& box, double alpha)
{
    Step best;
    const auto slice = std::max<std::size_t>(1,
                                             static_cast<std::size_t>(alpha * static_cast<double>(box.points.size())));
    for (std::size_t i = 0; i < d.design.factors.size(); ++i) {
        if (d.is_text(i)) continue;
        Bounds open = box.bounds;
        open.low[i] = -infinity;
        open.high[i] = infinity;
        std::vector<double> values;
        for (const auto p : points_in(d, open)) values.push_back(d.design.x[p][i]);
        std::sort(values.begin(), values.end());
        const auto first = static_cast<std::size_t>(std::lower_bound(values.begin(), values.end(), box.bounds.low[i]) -
                                                    values.begin());
        const auto last = static_cast<std::size_t>(std::upper_bound(values.begin(), values.end(), box.bounds.high[i]) -
                                                   values.begin());
        if (first > 0) {
            Bounds b = box.bounds;
            b.low[i] = first > slice ? values[first - slice] : -infinity;
            keep_better(best, d, std::move(b), 1);
        }
        if (last < values.size()) {
            Bounds b = box.bounds;
            b.high[i] = last + slice < values.size() ? values[last + slice - 1] : infinity;
            keep_better(best, d, std::move(b), 1);
        }
    }
    return best;
}

// The odds that as many of the box are of interest where only the other restrictions hold.
double quasi_p(const Data& d, const Step& box, std::size_t factor)
{
    Bounds open = box.bounds;
    open.low[factor] = -infinity;
    open.high[factor] = infinity;
    open.levels[factor].assign(open.levels[factor].size(), true);
    const double without = density_of(d, points_in(d, open));
    const auto hits = static_cast<double>(
        std::count_if(box.points.begin(), box.points.end(), [&](std::size_t p) { return d.of_interest[p]; }));
    if (hits == 0 || without >= 1) return 1;
    if (without <= 0) return 0;
    const boost::math::binomial distribution(static_cast<double>(box.points.size()), without);
    return boost::math::cdf(boost::math::complement(distribution, hits - 1));
}

std::vector<FactorSpan> spans_of(const Data& d)
{
    std::vector<FactorSpan> spans;
    for (std::size_t i = 0; i < d.design.factors.size(); ++i) {
        FactorSpan span{d.design.factors[i], infinity, -infinity, d.design.levels[i]};
        for (const auto p : d.points) {
            span.low = std::min(span.low, d.design.x[p][i]);
            span.high = std::max(span.high, d.design.x[p][i]);
        }
        spans.push_back(std::move(span));
    }
    return spans;
}

void add_restrictions(const Data& d, const Step& step, PrimBox& box)
{
    const auto spans = spans_of(d);
    for (std::size_t i = 0; i < d.design.factors.size(); ++i) {
        Restriction r{d.design.factors[i]};
        const auto& levels = step.bounds.levels[i];
        r.from_below = step.bounds.low[i] > spans[i].low; // what was pasted back may reach the whole span
        r.from_above = step.bounds.high[i] < spans[i].high;
        const bool fewer = std::find(levels.begin(), levels.end(), false) != levels.end();
        if (!r.from_below && !r.from_above && !fewer) continue;
        r.low = r.high = d.design.x[step.points.front()][i];
        for (const auto p : step.points)
            r.low = std::min(r.low, d.design.x[p][i]), r.high = std::max(r.high, d.design.x[p][i]);
        for (std::size_t level = 0; level < levels.size(); ++level)
            if (levels[level]) r.levels.push_back(d.design.levels[i][level]);
        r.quasi_p = quasi_p(d, step, i);
        box.restrictions.push_back(std::move(r));
    }
}

PrimBox box_of(const Data& d, const Step& step, std::size_t all_points)
{
    PrimBox box;
    box.points = step.points.size();
    box.density = step.density;
    box.of_interest = static_cast<std::size_t>(std::lround(step.density * static_cast<double>(box.points)));
    box.mass = static_cast<double>(box.points) / static_cast<double>(all_points);
    box.coverage = d.all_of_interest ? static_cast<double>(box.of_interest) / static_cast<double>(d.all_of_interest)
                                     : 0;
    add_restrictions(d, step, box);
    return box;
}

std::size_t choose(const std::vector<PrimBox>& boxes, double least_density)
{
    std::size_t best = 0;
    bool dense = boxes.front().density >= least_density;
    for (std::size_t i = 1; i < boxes.size(); ++i) {
        const bool is_dense = boxes[i].density >= least_density;
        const bool better = is_dense != dense ? is_dense
                            : dense           ? boxes[i].coverage > boxes[best].coverage ||
                                          (boxes[i].coverage == boxes[best].coverage &&
                                           boxes[i].density > boxes[best].density)
                                    : boxes[i].density > boxes[best].density;
        if (better) best = i, dense = is_dense;
    }
    return best;
}

PrimTrajectory peel(const Data& d, const PrimOptions& options, std::size_t all_points, std::vector<Step>& steps)
{
    const auto least = std::max<std::size_t>(
        1, static_cast<std::size_t>(std::ceil(options.least_mass * static_cast<double>(all_points))));
    Step box;
    box.bounds.low.assign(d.design.factors.size(), -infinity);
    box.bounds.high.assign(d.design.factors.size(), infinity);
    for (const auto& levels : d.design.levels) box.bounds.levels.emplace_back(levels.size(), true);
    box.points = d.points;
    box.density = density_of(d, d.points);
    steps = {box};
    for (;;) {
        Step next = best_peel(d, steps.back(), options.alpha, least);
        if (next.density < 0 || next.points.size() == steps.back().points.size()) break;
        steps.push_back(std::move(next));
        if (steps.back().density >= 1) break;
    }
    for (;;) {
        Step wider = best_paste(d, steps.back(), options.alpha);
        const bool better = wider.density > steps.back().density ||
                            (wider.density == steps.back().density && wider.points.size() > steps.back().points.size());
        if (!better) break;
        steps.push_back(std::move(wider));
    }
    PrimTrajectory trajectory;
    for (const auto& step : steps) trajectory.boxes.push_back(box_of(d, step, all_points));
    trajectory.chosen = choose(trajectory.boxes, options.least_density);
    return trajectory;
}

} // namespace

bool Interest::holds(double value) const
{
    switch (than) {
    case Than::below: return value < bound;
    case Than::at_most: return value <= bound;
    case Than::above: return value > bound;
    case Than::at_least: return value >= bound;
    }
    return false;
}

Interest parse_interest(const std::string& text)
{
    const auto at = text.find_first_of("<>");
    const auto bad = [&] {
        return OutputError("'" + text + "' is no condition; write OUTCOME<VALUE, <=, > or >=, such as 'output>=1e9'");
    };
    if (at == text.npos || at == 0) throw bad();
    const bool equal = at + 1 < text.size() && text[at + 1] == '=';
    const auto trimmed = [](std::string part) {
        part.erase(0, std::min(part.size(), part.find_first_not_of(' ')));
        part.erase(part.find_last_not_of(' ') + 1);
        return part;
    };
    const auto bound = number_of(trimmed(text.substr(at + 1 + equal)));
    Interest interest;
    interest.outcome = trimmed(text.substr(0, at));
    if (!bound || !std::isfinite(*bound) || interest.outcome.empty()) throw bad();
    interest.bound = *bound;
    interest.than = text[at] == '<' ? (equal ? Interest::Than::at_most : Interest::Than::below)
                                    : (equal ? Interest::Than::at_least : Interest::Than::above);
    return interest;
}

Discovery discover(const Study& study, const Interest& interest, const PrimOptions& options)
{
    const auto found = std::find_if(study.outcomes.begin(), study.outcomes.end(),
                                    [&](const Outcome& o) { return o.name == interest.outcome && o.month == 0; });
    if (found == study.outcomes.end()) throw OutputError("there is no outcome '" + interest.outcome + "'");
    const auto means = found->means();
    Discovery result;
    result.interest = interest;
    Data data{study.design, {}, std::vector<bool>(means.size(), false)};
    for (std::size_t p = 0; p < means.size(); ++p) {
        if (!std::isfinite(means[p])) {
            ++result.left_out;
            continue;
        }
        data.points.push_back(p);
        data.of_interest[p] = interest.holds(means[p]);
        result.of_interest += data.of_interest[p];
    }
    result.points = data.points.size();
    data.all_of_interest = result.of_interest;
    if (result.of_interest == 0 || result.of_interest == result.points)
        throw OutputError(fmt::format("{} of {} points are of interest: there is nothing to tell apart",
                                      result.of_interest, result.points));
    result.factors = spans_of(data);
    for (std::size_t b = 0; b < options.boxes; ++b) {
        std::vector<Step> steps;
        auto trajectory = peel(data, options, result.points, steps);
        const auto& chosen = steps[trajectory.chosen];
        if (chosen.points.size() == data.points.size()) break; // no box is better than all that is left
        std::erase_if(data.points,
                      [&](std::size_t p) { return std::binary_search(chosen.points.begin(), chosen.points.end(), p); });
        result.trajectories.push_back(std::move(trajectory));
        if (std::none_of(data.points.begin(), data.points.end(), [&](std::size_t p) { return data.of_interest[p]; }))
            break;
    }
    return result;
}

} // namespace rongtong
