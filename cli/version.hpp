// What `--version --json` prints.
#pragma once

#include <string>

namespace rongtong::cli {

std::string version_json(); // of the program and of the formats that it reads and writes

} // namespace rongtong::cli
