// The checksum of a finished results file, behind what HDF5 wrote: eight letters, the length of what comes before, its
// XXH3-64 (format.md). HDF5 and its tools do not look there, and take it away when they change the file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace rongtong {

inline constexpr std::size_t seal_bytes = 24;

// Appends the checksum to a file that has none. Throws OutputError.
void add_seal(const std::filesystem::path& file);

// True: there is a checksum, and it is right. False: there is none. Throws OutputError where it is wrong.
bool check_seal(const std::filesystem::path& file);
bool check_seal(std::span<const std::byte> bytes, const std::filesystem::path& shown);

// What lies before the checksum; everything where there is none.
std::span<const std::byte> without_seal(std::span<const std::byte> bytes);

} // namespace rongtong
