// Growth that research makes: how fast, by how many, and with the cycle. Of runs in which firms do R&D.
//
//   growth:     ln(technology level of the last month / of month 1) a year, less that of the path that was asked for
//   performers: share of firms that do R&D, mean of the last year
//   cycle:      correlation of yearly growth of R&D with that of real value added
// Test: tests/analysis/validate/research.cpp.
#include "analysis/validate/family.hpp"
#include "analysis/validate/paths.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong::validation {

namespace {

namespace research_family {

constexpr const char* bar = "acceptance bar of the research model";
constexpr const char* runs_needed =
    "runs without policies and shocks, with luck, in which firms do R&D, of 36 months and more";
constexpr std::size_t least_years = 3, settled_years = 10;

using Figure = std::optional<double> (*)(const ObservedRun&, const Ensemble&);

struct Row {
    Regularity regularity;
    Figure figure;
};

std::optional<std::vector<double>> years_of(const ObservedRun& run, const char* name)
{
    const auto months = series(run.run, {.name = name});
    if (!months) return std::nullopt;
    auto years = yearly(*months);
    if (years.size() < least_years) return std::nullopt;
    return years;
}

std::optional<double> growth(const ObservedRun& run, const Ensemble& ensemble)
{
    const auto level = series(run.run, {.name = "technology_level"});
    if (!level || level->size() < 12 * least_years) return std::nullopt;
    const double years = static_cast<double>(level->size() - 1) / 12;
    return 100 * (std::log(level->back() / level->front()) / years - std::log1p(ensemble.growth));
}

std::optional<double> performers(const ObservedRun& run, const Ensemble&)
{
    const auto few = years_of(run, "performers"), all = years_of(run, "firms");
    if (!few || !all) return std::nullopt;
    return 100 * few->back() / all->back();
}

std::vector<double> log_growth(const std::vector<double>& years)
{
    std::vector<double> rates;
    for (std::size_t y = 1; y < years.size(); ++y) rates.push_back(std::log(years[y] / years[y - 1]));
    return rates;
}

std::optional<double> cycle(const ObservedRun& run, const Ensemble&)
{
    const auto research = years_of(run, "research"), output = years_of(run, real_output().name.c_str());
    if (!research || !output || research->size() < settled_years) return std::nullopt;
    return correlation(log_growth(*research), log_growth(*output));
}

const std::vector<Row>& rows()
{
    static const std::vector<Row> all{
        {{"research.growth",
          "growth of technology less that of the path",
          "pp",
          "ln(technology level, last month over month 1) a year, less ln(1 + g); mean over runs",
          "",
          {-0.4, 0.4},
          bar,
          runs_needed},
         growth},
        {{"research.performers",
          "share of firms that do R&D",
          "%",
          "mean of the last year",
          "",
          {{}, 20},
          bar,
          runs_needed},
         performers},
        {{"research.cycle",
          "correlation of growth of R&D and of real value added",
          "1",
          "of yearly growth, mean over runs",
          "Barlevy 2007, doi 10.1257/aer.97.4.1131",
          {0, {}},
          "sign",
          runs_needed},
         cycle},
    };
    return all;
}

bool does_research(const ObservedRun& run)
{
    const auto performers = series(run.run, {.name = "performers"});
    return performers && std::ranges::any_of(*performers, [](double n) { return n > 0; });
}

std::optional<Finding> find(const Row& row, const Ensemble& ensemble)
{
    std::vector<double> by_run;
    for (const auto* run : ensemble.runs) {
        if (!does_research(*run)) return std::nullopt;
        const auto figure = row.figure(*run, ensemble);
        if (!figure) return std::nullopt;
        by_run.push_back(*figure);
    }
    return judged(row.regularity, ensemble.name, by_run);
}

std::vector<Regularity> regularities() { return regularities_of(rows()); }

std::vector<Finding> measure(const Material& material) { return measure_rows(material, rows(), find); }

} // namespace research_family

} // namespace

extern const Family family_research{"Growth that research makes", research_family::regularities(),
                                    research_family::measure};

} // namespace rongtong::validation
