// Options that are whole numbers. CLI11 cuts what is beyond 64 bits to the nearest that fits; here it is refused, and shown as it was
// given.
#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace rongtong::cli {

CLI::Option* add_whole_number(CLI::App& command, const std::string& name, std::optional<std::int64_t>& value,
                              const std::string& help);

} // namespace rongtong::cli
