// What the starts of a sweep are built from: figures, and tables of firms and links that they were given (docs/own-data.md). Its folder
// has copies.
#pragma once

#include "scenarios/plan.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace rongtong::cli {

// Of a calibration: its digest tells two of the same name apart. That of a sweep's folder has it already.
std::string calibration_name(const Scenario& scenario);

// In a scenario of the folder's plan: where they lie in the folder.
void name_tables(const Scenario& scenario, nlohmann::json& stored);

// What is there already stays.
void copy_tables(const std::filesystem::path& folder, const Scenario& scenario);

// The plan as a folder keeps it that has these copies.
nlohmann::json stored_plan(const SweepPlan& plan);
// Makes the copies, and gives that plan.
nlohmann::json stored_beside(const std::filesystem::path& folder, const SweepPlan& plan);

} // namespace rongtong::cli
