// A plan that has grown: other words, more replicates, another scenario. What was computed stays; runs get the numbers that the new
// plan gives them.
#pragma once

#include "scenarios/plan.hpp"

#include <filesystem>
#include <string>

namespace rongtong::cli {

// First few places in which two plans differ.
std::string differences(const nlohmann::json& stored, const nlohmann::json& given);

// Does the plan hold every run of the stored one, made of the same? Both as a folder keeps them (folder.cpp).
bool holds_all_of(const nlohmann::json& plan, const nlohmann::json& stored);

// Copies the finished runs of `folder` into `grown`, a folder of the new plan, under their new numbers. Throws OutputError.
void take_over(const std::filesystem::path& folder, const SweepPlan& before, const std::filesystem::path& grown,
               const SweepPlan& after);

// Puts `grown` in the place of `folder` in one step where the file system can, and removes what a sweep had written there. Throws
// OutputError.
void replace_folder(const std::filesystem::path& folder, const std::filesystem::path& grown);

} // namespace rongtong::cli
