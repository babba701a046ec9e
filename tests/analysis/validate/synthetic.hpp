// Runs whose properties are known because they were made so.
#pragma once

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "analysis/validate/family.hpp"
#include "analysis/validate/validate.hpp"

namespace rongtong::validation::synthetic {

struct Described {
    std::string scenario = "free";
    std::uint64_t replicate = 0;
    bool luck = true;
    double growth = 0;
    nlohmann::json shocks = nlohmann::json::object(), policies = nlohmann::json::object();
};

inline ObservedRun run(const Described& d, std::vector<IndicatorSeries> indicators)
{
    ObservedRun seen;
    seen.run.path = d.scenario + std::to_string(d.replicate) + (d.luck ? "" : "-still") + ".h5";
    seen.run.scenario = d.scenario;
    seen.run.replicate = d.replicate;
    seen.run.firms = 10000;
    for (std::size_t m = 0; m < indicators.front().values.size(); ++m)
        seen.run.months.push_back(static_cast<int>(m) + 1);
    seen.run.indicators = std::move(indicators);
    seen.luck = d.luck;
    seen.growth = d.growth;
    seen.change = {d.policies, d.shocks};
    seen.economy = "an economy";
    return seen;
}

inline IndicatorSeries indicator(const std::string& name, std::vector<double> values)
{
    return {name, "1", name, std::move(values)};
}

// f(month from 0) for so many months.
template <class F>
std::vector<double> months(std::size_t count, const F& f)
{
    std::vector<double> values;
    for (std::size_t m = 0; m < count; ++m) values.push_back(f(static_cast<double>(m)));
    return values;
}

inline const Finding* find(const Validation& validation, const std::string& id, std::size_t which = 0)
{
    for (const auto& section : validation.sections)
        for (const auto& finding : section.findings)
            if (finding.regularity.id == id && which-- == 0) return &finding;
    return nullptr;
}

} // namespace rongtong::validation::synthetic
