// Ranks under MPI.
#pragma once

#include "cli/sweep/ranks.hpp"

namespace rongtong::cli {

std::unique_ptr<Ranks> join_mpi(); // nullptr in a build without MPI

} // namespace rongtong::cli
