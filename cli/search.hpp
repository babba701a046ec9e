// Where the runs of a folder are.
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

namespace rongtong::cli {

struct Search {
    std::vector<std::filesystem::path> paths; // by name
    bool ended = true;                        // false: there is more than was looked at
};

// Every file and folder in the folder and below it; a sweep is one path, links to folders are not followed. What is near
// comes first, so that a search that stops after `most` paths has what lies at hand. Folders that may not be read are passed
// over, unless it is the first. Throws BadInput.
Search search(const std::filesystem::path& folder, std::size_t most);

} // namespace rongtong::cli
