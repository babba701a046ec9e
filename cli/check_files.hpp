// What `rongtong check` says of files that are no JSON: results, collected files, checkpoints.
#pragma once

#include <optional>
#include <string>

namespace rongtong::cli {

// What the file holds; empty where it begins like none of them. Throws OutputError or CheckpointError.
std::optional<std::string> describe_binary(const std::string& file);

} // namespace rongtong::cli
