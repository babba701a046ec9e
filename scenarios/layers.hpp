// A scenario file and what it extends, merged, with the place of every value in the file that it came from.
#pragma once

#include "scenarios/node.hpp"
#include "scenarios/scenario.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace rongtong {

// Reads the file and its parents and merges them into document.value; `extends` and `$schema` do not enter. False if
// any file could not be read as JSON: then there is nothing to check further. Circles, missing parents and folders
// are problems.
bool read_layers(const std::filesystem::path& file, Document& document);

// The steps of it: the file's own layer and its parents behind what the document holds; then the merged value.
// seen: files that must not be extended again.
bool add_parents(const std::shared_ptr<const JsonSource>& first, std::vector<std::filesystem::path> seen,
                 Document& document);
void merge_layers(Document& document);

// Applies --set, --seed, --replicate and --months.
void apply_overrides(const ScenarioOverrides& overrides, Document& document);

// The folder that a relative path under this pointer is relative to: that of the file which gave it, or the working
// folder where the command line did.
std::filesystem::path folder_of(const Document& document, const std::string& pointer);

} // namespace rongtong
