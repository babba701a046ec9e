// What drives the outcomes of a study: `rongtong sensitivity`. Sobol indices for a Saltelli design, elementary effects for
// Morris's, and a regression for each design; and an outcome as a surface over two factors.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/sensitivity/factorial.hpp"
#include "analysis/sensitivity/morris.hpp"
#include "analysis/sensitivity/outcomes.hpp"
#include "analysis/sensitivity/regression.hpp"
#include "analysis/sensitivity/sobol.hpp"

namespace rongtong {

// Mean outcome over two factors: at their values where they have few, else in equally full classes.
struct Surface {
    std::string rows, columns;                          // the factors
    std::vector<std::string> row_values, column_values; // "0.2", or "0.1 to 0.3"
    std::vector<std::vector<double>> mean;              // NaN where there is no point
    std::vector<std::vector<std::size_t>> points;
};
Surface surface(const DesignTable& design, const Outcome& outcome, const std::string& rows, const std::string& columns);

struct Drivers {
    std::string outcome, unit;
    int month = 0; // 0: not followed over time
    std::size_t points = 0, replicates = 0;
    std::optional<SobolIndices> sobol;
    std::vector<MorrisFactor> morris;
    std::optional<Regression> regression;
    std::optional<Surface> surface;
    std::vector<std::string> notes;
};

struct SensitivityOptions {
    double level = 0.95;
    std::size_t resamples = 1000;
    std::vector<std::string> surface; // two factors, or none
};

std::vector<Drivers> find_drivers(const Study& study, const SensitivityOptions& options);
nlohmann::ordered_json drivers_json(const Study& study, const std::vector<Drivers>& drivers, double level);
std::string drivers_table(const Study& study, const std::vector<Drivers>& drivers, double level);

nlohmann::ordered_json factorial_json(const Study& study, const std::vector<Factorial>& effects, double level);
std::string factorial_table(const Study& study, const std::vector<Factorial>& effects, double level);

} // namespace rongtong
