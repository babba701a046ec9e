// Problems of input files, as a user reads them.
#pragma once

#include "sim/error.hpp"

#include <string>
#include <vector>

namespace rongtong {

// One block a problem: "file:line:column: /pointer: message (expected ...; hint)". Parts that are missing are left out.
std::string format_problems(const std::vector<Problem>& problems);

// Files in the order in which they first occur, inside a file by line and column.
void sort_problems(std::vector<Problem>& problems);

} // namespace rongtong
