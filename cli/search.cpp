#include "cli/search.hpp"

#include "cli/exit_codes.hpp"
#include "cli/sweep/folder.hpp"

#include <algorithm>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;

bool leads_down(const fs::directory_entry& entry)
{
    std::error_code gone;
    return !entry.is_symlink(gone) && entry.is_directory(gone) && !is_sweep_folder(entry.path());
}

} // namespace

Search search(const fs::path& folder, std::size_t most)
{
    Search found;
    std::vector<fs::path> level{folder};
    while (!level.empty() && found.ended) {
        std::vector<fs::path> below;
        for (const auto& each : level) {
            std::error_code error;
            for (fs::directory_iterator at(each, error), end; !error && at != end && found.ended; at.increment(error)) {
                if (found.paths.size() == most) found.ended = false;
                else found.paths.push_back(at->path());
                if (found.ended && leads_down(*at)) below.push_back(at->path());
            }
            if (error && each == folder) throw BadInput(folder.string() + ": can't be read: " + error.message());
        }
        level = std::move(below);
    }
    std::ranges::sort(found.paths);
    return found;
}

} // namespace rongtong::cli
