// Files that this process has held against the rules already: a command opens the same ones several times.
#pragma once

#include <filesystem>

namespace rongtong {

// Within a Session. The same bytes: the same file by device and number, of the same size, and neither written nor renamed since.
bool was_held(const std::filesystem::path& file, bool unfinished);
void remember_held(const std::filesystem::path& file, bool unfinished);

} // namespace rongtong
