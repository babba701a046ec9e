// The bytes of a checkpoint file, version 1 (docs/checkpoint.md): a header of 64 bytes, a directory, the sections one
// after another without gaps. For the writer and the reader only. All numbers are little-endian.
#pragma once

#include "sim/checkpoint.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rongtong::checkpoint_format {

static_assert(std::endian::native == std::endian::little, "the values are written as they lie in memory");

inline constexpr std::uint32_t version = 1;
inline constexpr char magic[8] = {'R', 'T', 'C', 'K', 'P', 'T', '\n', '\0'};
inline constexpr std::size_t piece_bytes = std::size_t{1} << 20; // hashed while it is in the cache

struct Header {
    char magic[8];
    std::uint32_t version;
    std::uint32_t section_count;
    std::uint64_t directory_bytes;
    std::uint64_t directory_checksum;
    std::uint64_t file_bytes;
    std::uint64_t reserved[2];     // zero
    std::uint64_t header_checksum; // of the 56 bytes before it, at this place in every version
};
static_assert(sizeof(Header) == 64 && offsetof(Header, header_checksum) == 56);

// A directory entry; the name's bytes follow it.
struct Entry {
    std::uint32_t name_bytes;
    std::uint32_t kind;
    std::uint64_t element_bytes;
    std::uint64_t count;
    std::uint64_t offset;
    std::uint64_t checksum;
};
static_assert(sizeof(Entry) == 40);

// A complete header for sections that have their checksums.
Header make_header(const std::vector<std::byte>& directory, std::size_t sections, std::uint64_t file_bytes);

// Whether the header's own checksum is right.
bool whole(const Header& header);

std::vector<std::byte> write_directory(const std::vector<CheckpointSection>& sections);

// The sections of a directory; empty (while sections > 0) if it makes no sense: sections must lie one after another
// from the directory's end to the file's end.
std::vector<CheckpointSection> read_directory(const std::vector<std::byte>& directory, const Header& header);

// The system's words for an error number.
std::string reason(int error_number);

} // namespace rongtong::checkpoint_format
