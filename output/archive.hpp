// A small zip archive whole in memory, written so that the same members make the same bytes. Read as a stranger's: members whose
// names could lead outside, that are there twice or that are too large are refused.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace rongtong {

using Members = std::map<std::string, std::string>; // content by name

inline constexpr std::uint64_t largest_archive = std::uint64_t{1} << 30; // bytes of all members together

// Up to four parts of letters, digits, "_", "-" and "." apart by "/", none of which begins with ".".
bool is_member_name(const std::string& name);

// Throws OutputError; then there is no new file. Names are member names.
void write_archive(const std::filesystem::path& path, const Members& members, bool force);

// Throws InputError.
Members read_archive(const std::filesystem::path& path);

} // namespace rongtong
