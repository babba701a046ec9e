// What a policy or shock does: runs with it less the runs of the same luck without.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/validate/family.hpp"
#include "analysis/validate/paths.hpp"

namespace rongtong::validation {

// By pair, by month from the run's first on. In percent of the base run, or points.
using Responses = std::vector<std::vector<double>>;
std::optional<Responses> responses(const Pairing& pairing, const Quantity& quantity);
std::vector<double> mean_response(const Responses& all);
std::vector<double> at_month(const Responses& all, std::size_t month); // over pairs; months from 0
Responses by_year(const Responses& all, std::size_t first_month);      // means of whole years from that month on

// The one shock or policy of a pairing; nullptr where it has several, or both.
const nlohmann::json* only_shock(const Pairing& pairing, const std::string& kind);
const nlohmann::json* only_policy(const Pairing& pairing, const std::string& lever);
double number_or(const nlohmann::json& object, const char* key, double otherwise);
std::size_t first_month(const nlohmann::json& change); // from 0: key month of a shock, start_month of a policy
bool has_target(const nlohmann::json& change);         // it reaches not all

// The band holds for pairs without luck; with luck the figure is reported.
Regularity reported_with_luck(Regularity regularity, const Pairing& pairing);
Plot response_plot(const Responses& all, const std::string& what, std::size_t from,
                   const std::vector<double>& borders = {});

} // namespace rongtong::validation
