// Firms of the start where some are given.
//
//   firms beside them     the run's firms less those that are given, over cells in proportion to what the census has beyond them; at
//                         least fewest_firms_of_sector of a sector in all
//   workers               as given; else what the given sales take at the output of a worker that is drawn; else drawn. Drawn sizes sum to
//                         what the given workers leave of the census
//   sales                 as given. The others make the rest of the sector's output, each of their workers at least rest_least and at
//                         most rest_most of the sector's mean; the pool takes up to pool_gives of its own output more or less; what is
//                         left then multiplies given sales (factor)
//   output of a worker    q = sales / workers over the sector's mean and the region's relative wage. ln q = ln grade + ln technology, in
//                         three standard deviations: technology is drawn given that sum, the grade is the rest. Beyond three it is neither.
// Assumed: the three bounds, and that what parts firms in output per worker is their grade and technology, as in firms.cpp.
// Test: tests/models/own_data.cpp.
#include "models/start/given_firms.hpp"

#include "models/start/firm_draws.hpp"
#include "models/start/given_edge.hpp"
#include "models/start/growth.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

constexpr double rest_least = 0.1, rest_most = 10, pool_gives = 0.5, same_sales = 1e-5;

double made_by(const FirmSketch& f) { return f.productivity * (f.workers - f.idle); }

// Workers that the census has beyond those that are known.
double workers_left(const Sector& s, const std::vector<FirmSketch>& known)
{
    double left = s.output * (1 - s.pool_share) / s.productivity;
    for (const auto& f : known) left -= f.workers;
    return std::max(0.0, left);
}

} // namespace

SalesSplit split_sales_of(const Sector& s, double given, double hours)
{
    const double firms = s.output * (1 - s.pool_share), mean = s.productivity, pool = s.output * s.pool_share;
    SalesSplit split;
    const double least = std::min(rest_least * mean * hours, firms / 2);
    split.others = std::clamp(firms - given, least, std::max(least, rest_most * mean * hours));
    if (given <= 0) split.others = firms;
    const double left = firms - given - split.others;
    const double taken = std::clamp(left, -pool_gives * pool, pool_gives * pool);
    split.pool = pool + taken;
    split.given = firms - taken - split.others;
    if (given > 0) split.factor = split.given / given;
    if (std::fabs(split.factor - 1) < same_sales) split.factor = 1;
    return split;
}

GivenFirms::GivenFirms(Economy& e)
{
    if (!e.setup.own) return;
    const std::size_t regions = e.setup.calibration->region_count();
    beside_ = firms_beside(e.setup, e.technology);
    of_cell_.resize(beside_.size());
    for (std::uint32_t k = 0; k < e.setup.own->firms.size(); ++k) {
        const GivenFirm& f = e.setup.own->firms[k];
        of_cell_[f.sector * regions + f.region].push_back(k);
    }
    for (std::size_t s = 0; s < e.technology.sectors.size(); ++s) {
        auto& count = e.technology.sectors[s].firm_count = 0;
        for (std::size_t cell = s * regions; cell < (s + 1) * regions; ++cell)
            count += beside_[cell] + of_cell_[cell].size();
    }
}

// Firms of a sector: those of which something is known, in the order of their cells and the list, then the others by size.
std::vector<FirmSketch> GivenFirms::draw(const Economy& e, std::size_t sector, const Draws& draws,
                                         std::size_t& known) const
{
    const Sector& s = e.technology.sectors[sector];
    const std::size_t regions = e.setup.calibration->region_count();
    std::vector<FirmSketch> firms;
    std::size_t open = 0;
    for (std::size_t cell = sector * regions; cell < (sector + 1) * regions; ++cell) {
        open += beside_[cell];
        for (auto place : of_cell_[cell]) {
            const GivenFirm& given = e.setup.own->firms[place];
            const std::size_t k = firms.size();
            if (given.sales) firms.push_back(firm_with_sales(e, sector, k, given, draws));
            else if (given.workers) firms.push_back(drawn_firm(sector, k, *given.workers, draws));
            else ++open;
        }
    }
    known = firms.size();
    const auto sizes = drawn_sizes(s, e.setup.parameters.network.size_shape, sector, open, workers_left(s, firms),
                                   draws);
    for (double size : sizes) firms.push_back(drawn_firm(sector, firms.size(), size, draws));
    const bool researched = s.research_weight > 0;
    if (researched) choose_performers(e, sector, firms, draws);
    for (std::size_t k = 0; k < firms.size(); ++k) {
        if (firms[k].sales_given) infer_edge(e, sector, k, firms[k], draws);
        else draw_edge(e, sector, k, firms[k], draws);
    }
    if (researched) centre_performers(firms);
    return firms;
}

// By region, given ones first; with the productivity of given sales, of the others relative to a median firm.
std::vector<FirmSketch> GivenFirms::by_region(const Economy& e, std::size_t sector, const Draws& draws) const
{
    const auto& c = *e.setup.calibration;
    std::size_t known = 0;
    auto drawn = draw(e, sector, draws, known);
    auto next_known = drawn.begin(), next_sized = drawn.begin() + static_cast<std::ptrdiff_t>(known);
    std::stable_sort(next_sized, drawn.end(), [](auto& a, auto& b) { return a.order < b.order; });
    std::vector<FirmSketch> firms;
    firms.reserve(drawn.size());
    for (std::size_t r = 0; r < c.region_count(); ++r) {
        const std::size_t cell = sector * c.region_count() + r;
        const auto add = [&](FirmSketch f) {
            f.region = static_cast<std::uint8_t>(r);
            f.productivity *= c.regions[r].relative_wage;
            firms.push_back(f);
        };
        for (auto place : of_cell_[cell]) {
            const GivenFirm& given = e.setup.own->firms[place];
            add(given.sales || given.workers ? *next_known++ : *next_sized++);
        }
        for (std::uint64_t n = 0; n < beside_[cell]; ++n) add(*next_sized++);
    }
    return firms;
}

namespace {

// Cost edges of all cells where firms without given sales make `open` times what they make relative to a median firm.
std::vector<FirmSketch> with_edges(Economy& e, std::size_t sector, std::vector<FirmSketch> firms, double open,
                                   double factor)
{
    for (auto& f : firms) f.productivity *= f.sales_given ? factor : open;
    const std::size_t regions = e.setup.calibration->region_count();
    for (std::size_t r = 0, first = 0; r < regions; ++r) {
        std::size_t count = 0;
        while (first + count < firms.size() && firms[first + count].region == r) ++count;
        set_cost_edges(e, sector, sector * regions + r, std::span(firms).subspan(first, count));
        first += count;
    }
    return firms;
}

double made_without_sales(const std::vector<FirmSketch>& firms)
{
    double sum = 0;
    for (const auto& f : firms) sum += f.sales_given ? 0 : made_by(f);
    return sum;
}

// Output of a worker of a median firm where wages are the mean.
double median_productivity(const Economy& e, const std::vector<FirmSketch>& firms)
{
    double made = 0, relative = 0;
    for (const auto& f : firms) {
        made += made_by(f);
        relative += (f.workers - f.idle) * e.setup.calibration->regions[f.region].relative_wage * f.worth *
                    std::exp(f.grade + f.technology);
    }
    return made / relative;
}

} // namespace

std::vector<FirmSketch> GivenFirms::sketch(Economy& e, std::size_t sector, const Draws& draws) const
{
    Sector& s = e.technology.sectors[sector];
    const double growth = StartGrowth(e.setup.parameters).made(s);
    const auto drawn = by_region(e, sector, draws);
    double given = 0, hours = 0;
    for (const auto& f : drawn)
        (f.sales_given ? given : hours) += f.sales_given ? made_by(f) / growth : f.workers - f.idle;
    const SalesSplit split = split_sales_of(s, given, hours);
    s.pool_share = split.pool / s.output;
    // Firms without given sales weigh in their cells' mean costs by what they make, and their prices follow these costs.
    constexpr int most_rounds = 30;
    double open = hours > 0 ? split.others * growth / made_without_sales(drawn) : 1;
    auto firms = with_edges(e, sector, drawn, open, split.factor);
    for (int round = 0; hours > 0 && round < most_rounds; ++round) {
        const double by = split.others * growth / made_without_sales(firms);
        if (std::fabs(by - 1) < 1e-12) break;
        firms = with_edges(e, sector, drawn, open *= by, split.factor);
    }
    s.productivity = median_productivity(e, firms);
    return firms;
}

std::vector<std::uint32_t> rows_of_given(const Economy& e)
{
    std::vector<std::uint32_t> next(e.groups.count<Cell>(), 0), rows;
    for (std::size_t row = e.firms.rows(); row-- > 0;)
        if (e.firms.id[row] <= e.setup.firms) next[e.groups.cell(e.firms.group[row])] = static_cast<std::uint32_t>(row);
    for (const auto& f : e.setup.own->firms) rows.push_back(next[f.sector * e.groups.regions() + f.region]++);
    return rows;
}

} // namespace rongtong
