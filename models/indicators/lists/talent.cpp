// Indicators of researchers (models/labour/talent.hpp). Nobody is one where they have no market of their own.
#include "models/indicators/arithmetic.hpp"
#include "models/indicators/indicator.hpp"

#include <algorithm>
#include <limits>

namespace rongtong {

namespace {

template <class Number>
double over_regions(const Economy& e, const Number& number)
{
    double sum = 0;
    for (std::size_t r = 0; r < e.labour.regions(); ++r) sum += number(e.labour(Labour::talent, r), r);
    return sum;
}

double force(const Economy& e)
{
    return over_regions(e, [](const LabourMarket& m, std::size_t) { return m.labour_force; });
}

double wanted(const Economy& e)
{
    return over_regions(e, [](const LabourMarket& m, std::size_t) { return m.wanted; });
}

double lacking(const Economy& e)
{
    return over_regions(e, [](const LabourMarket& m, std::size_t) { return m.wanted * (1 - m.hire_share); });
}

double premium(const Economy& e, std::size_t r)
{
    const LabourMarket& talent = e.labour(Labour::talent, r);
    if (talent.labour_force <= 0) return std::numeric_limits<double>::quiet_NaN();
    return talent.wage_index / e.labour(Labour::workers, r).wage_index;
}

// Part of the nation's researchers in the region whose pay was highest at the start.
double in_best_paid(const Economy& e)
{
    const auto& regions = e.setup.calibration->regions;
    const auto best = std::max_element(regions.begin(), regions.end(),
                                       [](const auto& a, const auto& b) { return a.relative_wage < b.relative_wage; });
    const auto r = static_cast<std::size_t>(best - regions.begin());
    return ratio(e.labour(Labour::talent, r).labour_force, force(e));
}

} // namespace

extern const std::vector<Indicator> indicators_talent{
    {"talent", "person", "researchers, with work or without", "sum over regions", force, nullptr,
     [](const Economy& e, std::size_t r) { return e.labour(Labour::talent, r).labour_force; }},
    {"talent_unemployment", "1", "researchers without work over all of them", "sum over regions",
     [](const Economy& e) {
         const double free = over_regions(e, [](const LabourMarket& m, std::size_t) { return m.unemployed(); });
         return ratio(free, force(e));
     },
     nullptr,
     [](const Economy& e, std::size_t r) {
         const LabourMarket& m = e.labour(Labour::talent, r);
         return ratio(m.unemployed(), m.labour_force);
     }},
    {"talent_wage", "1", "wages of researchers over those of other people, both over the start",
     "mean over regions by researchers",
     [](const Economy& e) {
         return ratio(
             over_regions(e, [&](const LabourMarket& m,
                                 std::size_t r) { return m.labour_force > 0 ? m.labour_force * premium(e, r) : 0; }),
             force(e));
     },
     nullptr, premium},
    {"talent_vacancies", "person", "researchers whom firms look for in a month and do not find",
     "wanted hires * (1 - hire share)", lacking, nullptr,
     [](const Economy& e, std::size_t r) {
         const LabourMarket& m = e.labour(Labour::talent, r);
         return m.wanted * (1 - m.hire_share);
     }},
    {"talent_fill", "1", "researchers whom firms find over those whom they look for", "sum over regions",
     [](const Economy& e) { return 1 - ratio(lacking(e), wanted(e)); }, nullptr,
     [](const Economy& e, std::size_t r) {
         const LabourMarket& m = e.labour(Labour::talent, r);
         return m.wanted > 0 ? m.hire_share : std::numeric_limits<double>::quiet_NaN();
     }},
    {"talent_moves", "person", "researchers who moved to another region in the month; they do so once a year",
     "sum over regions",
     [](const Economy& e) { return over_regions(e, [](const LabourMarket& m, std::size_t) { return m.arrived; }); },
     nullptr, [](const Economy& e, std::size_t r) { return e.labour(Labour::talent, r).arrived; }},
    {"talent_spread", "1", "researchers in the region that paid most at the start, over all of them",
     "by relative wages of the calibration", in_best_paid, nullptr},
};

} // namespace rongtong
