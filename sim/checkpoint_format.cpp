#include "sim/checkpoint_format.hpp"

#include "sim/hash.hpp"

#include <cstring>
#include <span>
#include <system_error>

namespace rongtong::checkpoint_format {

namespace {

std::uint64_t own_checksum(const Header& header)
{
    return checksum(std::as_bytes(std::span(&header, 1)).first(offsetof(Header, header_checksum)));
}

// Takes the next entry and its name off the front; false if it does not fit or is no entry.
bool take_entry(std::span<const std::byte>& rest, CheckpointSection& out)
{
    Entry entry;
    if (rest.size() < sizeof entry) return false;
    std::memcpy(&entry, rest.data(), sizeof entry);
    rest = rest.subspan(sizeof entry);
    if (entry.name_bytes > rest.size() || entry.kind > static_cast<std::uint32_t>(SectionKind::text)) return false;
    out.name.assign(reinterpret_cast<const char*>(rest.data()), entry.name_bytes);
    rest = rest.subspan(entry.name_bytes);
    out.kind = static_cast<SectionKind>(entry.kind);
    out.element_bytes = entry.element_bytes;
    out.count = entry.count;
    out.offset = entry.offset;
    out.checksum = entry.checksum;
    return true;
}

} // namespace

Header make_header(const std::vector<std::byte>& directory, std::size_t sections, std::uint64_t file_bytes)
{
    Header header{};
    std::memcpy(header.magic, magic, sizeof magic);
    header.version = version;
    header.section_count = static_cast<std::uint32_t>(sections);
    header.directory_bytes = directory.size();
    header.directory_checksum = checksum(directory);
    header.file_bytes = file_bytes;
    header.header_checksum = own_checksum(header);
    return header;
}

bool whole(const Header& header) { return header.header_checksum == own_checksum(header); }

std::vector<std::byte> write_directory(const std::vector<CheckpointSection>& sections)
{
    std::vector<std::byte> directory;
    for (const auto& s : sections) {
        const Entry entry{static_cast<std::uint32_t>(s.name.size()),
                          static_cast<std::uint32_t>(s.kind),
                          s.element_bytes,
                          s.count,
                          s.offset,
                          s.checksum};
        const auto fixed = std::as_bytes(std::span(&entry, 1));
        directory.insert(directory.end(), fixed.begin(), fixed.end());
        const auto name = std::as_bytes(std::span(s.name.data(), s.name.size()));
        directory.insert(directory.end(), name.begin(), name.end());
    }
    return directory;
}

std::vector<CheckpointSection> read_directory(const std::vector<std::byte>& directory, const Header& header)
{
    std::vector<CheckpointSection> sections;
    std::span<const std::byte> rest(directory);
    std::uint64_t next = sizeof(Header) + directory.size();
    for (std::uint32_t i = 0; i < header.section_count; ++i) {
        CheckpointSection s;
        std::uint64_t bytes = 0;
        if (!take_entry(rest, s) || s.offset != next) return {};
        if (__builtin_mul_overflow(s.element_bytes, s.count, &bytes) || bytes > header.file_bytes - next) return {};
        next += bytes;
        sections.push_back(std::move(s));
    }
    if (!rest.empty() || next != header.file_bytes) return {};
    return sections;
}

std::string reason(int error_number) { return std::generic_category().message(error_number); }

} // namespace rongtong::checkpoint_format
