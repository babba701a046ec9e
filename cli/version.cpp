#include "cli/version.hpp"

#include "cli/provenance.hpp"
#include "models/state.hpp"
#include "output/results_reader.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace rongtong::cli {

std::string version_json()
{
    const nlohmann::ordered_json versions{{"program", "rongtong"},
                                          {"version", program_version()},
                                          {"commit", git_commit()},
                                          {"compiler", compiler()},
                                          {"results_format", ResultsReader::newest_version},
                                          {"oldest_results_format", ResultsReader::oldest_version},
                                          {"checkpoint_layout", fmt::format("{:016x}", state_layout())}};
    return versions.dump(2);
}

} // namespace rongtong::cli
