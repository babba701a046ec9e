#include "cli/usual_progress.hpp"

#include "models/parameters.hpp"

#include <string_view>

namespace rongtong::cli {

double usual_progress()
{
    double progress = 0;
    Parameters defaults = default_parameters();
    for_each_group(defaults, [&](const char* group, auto&, const auto& declared) {
        for (const auto& d : declared)
            if (std::string_view(group) == "technology" && std::string_view(d.info.name) == "progress")
                progress = d.info.initial;
    });
    return progress;
}

} // namespace rongtong::cli
