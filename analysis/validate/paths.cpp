#include "analysis/validate/paths.hpp"

#include <cmath>

#include "analysis/validate/statistics.hpp"

namespace rongtong::validation {

const Quantity& real_output()
{
    static const Quantity quantity{.name = "real_value_added", .stand_in = "output", .grows = true};
    return quantity;
}

namespace {

constexpr double year = 12;

const IndicatorSeries* found(const Run& run, const Quantity& quantity)
{
    const auto* series = run.find(quantity.name);
    return series || quantity.stand_in.empty() ? series : run.find(quantity.stand_in);
}

} // namespace

std::optional<std::vector<double>> series(const Run& run, const Quantity& quantity)
{
    const auto* indicator = found(run, quantity);
    if (!indicator) return std::nullopt;
    auto values = indicator->values;
    if (quantity.deflator.empty()) return values;
    const auto* deflator = run.find(quantity.deflator);
    if (!deflator) return std::nullopt;
    for (std::size_t i = 0; i < values.size(); ++i) values[i] /= deflator->values[i];
    return values;
}

std::string used(const Run& run, const Quantity& quantity)
{
    const auto* indicator = found(run, quantity);
    return indicator ? indicator->name : "";
}

std::vector<double> without_growth(std::vector<double> values, double growth)
{
    for (std::size_t t = 0; t < values.size(); ++t) values[t] /= std::pow(1 + growth, static_cast<double>(t) / year);
    return values;
}

std::vector<double> yearly(const std::vector<double>& months)
{
    std::vector<double> years;
    for (std::size_t first = 0; first + 12 <= months.size(); first += 12) {
        double sum = 0;
        for (std::size_t m = 0; m < 12; ++m) sum += months[first + m];
        years.push_back(sum / year);
    }
    return years;
}

std::vector<double> deviation(std::vector<double> values, double start, double growth, const Quantity& quantity)
{
    if (quantity.grows) values = without_growth(std::move(values), growth);
    for (auto& v : values) {
        if (quantity.measure == Measure::percent) v = 100 * (v / start - 1);
        else v = (quantity.measure == Measure::points ? 100 : 1) * (v - start);
    }
    return values;
}

std::optional<Paths> yearly_paths(const Ensemble& ensemble, const Quantity& quantity)
{
    Paths paths;
    for (std::size_t i = 0; i < ensemble.runs.size(); ++i) {
        const auto own = series(ensemble.runs[i]->run, quantity);
        if (!own || own->size() < 12) return std::nullopt;
        const auto* start = ensemble.starts[i];
        const auto at_rest = start && !quantity.turns_over ? series(start->run, quantity) : std::nullopt;
        if (!at_rest) paths.own_start = true;
        paths.runs.push_back(
            yearly(deviation(*own, at_rest ? at_rest->front() : own->front(), ensemble.growth, quantity)));
    }
    paths.years = paths.runs.front().size();
    return paths;
}

} // namespace rongtong::validation
