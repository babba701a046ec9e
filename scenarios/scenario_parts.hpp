// The parts of a scenario, one function each. They report what is wrong through the node and go on.
#pragma once

#include "models/retired.hpp"
#include "scenarios/node.hpp"
#include "scenarios/scenario.hpp"

#include <filesystem>

namespace rongtong {

inline constexpr double most_months = 1200, fewest_firms = 500, most_firms = 35e6, largest_seed = 4294967295.0;
inline constexpr std::size_t longest_label = 64; // bytes

// Keys of the parts, in the order in which they are documented.
const std::vector<std::string>& scenario_keys();
const std::vector<std::string>& policy_keys();
const std::vector<std::string>& shock_keys(); // without the shock's own parameters
const std::vector<std::string>& target_keys();

// Reads the merged document into s. Where s has a calibration, that one is taken. Throws ScenarioError.
Scenario finish_scenario(Document& document, const ScenarioOverrides& overrides,
                         const std::filesystem::path& calibration_folder, Scenario s);

void read_model(const Node& model, Parameters& parameters, const RetiredParameters& retired = retired_parameters());
void check_stability(const Node& root, const Parameters& parameters, const Calibration& calibration);

// The calibration gives the codes of regions and sectors; without one (it is faulty itself) they are not checked.
struct Figures {
    const Calibration* calibration = nullptr;
    std::filesystem::path folder{}; // for hints
};
void read_policies(const Node& policies, std::int32_t months, const Figures& figures, std::vector<Policy>& out);
void read_shocks(const Node& shocks, std::int32_t months, const Figures& figures, std::vector<ShockEvent>& out);
void check_named(const Node& root, const std::vector<Policy>& policies, const std::vector<ShockEvent>& shocks);
Target read_target(const Node& target, const Calibration* calibration, const std::filesystem::path& calibration_folder);
// What a lever or shock (`who`, for messages) would pass over may not be a target.
void check_target_parts(const Node& target, const TargetParts& parts, const std::string& who);
std::vector<std::string> names_of_parts(const TargetParts& parts); // the keys of a target that it looks at
// `intensity`: values by month from `start` on, each from low to high.
Schedule read_schedule(const Node& node, std::int32_t start, double low, double high);
std::optional<Rule> read_rule(const Node& node, const Calibration* calibration); // `when`
void check_rule(const Node& node, const Policy& policy, std::int32_t months);    // can it ever hold?
// Size times each value must be a size that the shock may have.
void check_sizes(const Node& list, double size, const ParameterInfo& bounds);
// A label stands in results files and on the command line.
void check_label(const Node& node, const std::string& label);

OutputRequest read_output(const Node& output);
std::vector<std::string> indicator_names();

// Tables of firms and links that the start is given. Those that the scenario has already are taken; s.start_files, where they
// are given, win over the text's own paths.
void read_start(const Node& start, const Document& document, Scenario& s);
const std::vector<std::string>& start_keys();

// Values by declaration, defaults where the object has none.
std::vector<double> read_declared(const Node& object, const std::vector<ParameterInfo>& declared);

} // namespace rongtong
