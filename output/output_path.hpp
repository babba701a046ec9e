// Where output goes: can it be written at all, and how a finished file gets its name.
#pragma once

#include <filesystem>

namespace rongtong {

// Throws OutputError with the reason if a file can't be written there: it exists (unless force), is a folder, the
// folder is missing or not writable. For use before a run starts.
void check_output_path(const std::filesystem::path& path, bool force);

// "R.h5" -> "R.h5.part", in the same folder, absolute.
std::filesystem::path part_path_of(const std::filesystem::path& final_path);

// Throws OutputError if the part file exists and a running process holds it, or if it is no leftover of ours.
void check_part_path(const std::filesystem::path& part);

// Forces `part` to the disk and renames it; without force an existing final file is never replaced.
void publish(const std::filesystem::path& part, const std::filesystem::path& final_path, bool force);

} // namespace rongtong
