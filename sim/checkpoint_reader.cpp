#include "sim/checkpoint_format.hpp"

#include "sim/hash.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <new>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

namespace rongtong {

namespace {

using namespace checkpoint_format;

[[noreturn]] void refuse_checkpoint(const std::string& path, std::string_view why)
{
    throw CheckpointError(fmt::format("can't go on from {}: {}", path, why));
}

[[noreturn]] void fail_damaged(const std::string& path, std::string_view what)
{
    refuse_checkpoint(
        path,
        fmt::format("{}, so the file is damaged; use another copy or an earlier checkpoint, or start the run again",
                    what));
}

std::string_view word_for(SectionKind kind)
{
    switch (kind) {
    case SectionKind::record: return "records";
    case SectionKind::natural: return "unsigned whole numbers";
    case SectionKind::integer: return "whole numbers";
    case SectionKind::real: return "real numbers";
    case SectionKind::text: return "text";
    }
    return "values of an unknown kind";
}

// Reads as many bytes as asked for; false at the end of the file.
bool read_bytes(const std::string& path, int file, std::span<std::byte> out, std::uint64_t offset)
{
    while (!out.empty()) {
        const ssize_t n = pread(file, out.data(), out.size(), static_cast<off_t>(offset));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) refuse_checkpoint(path, reason(errno));
        if (n == 0) return false;
        out = out.subspan(static_cast<std::size_t>(n));
        offset += static_cast<std::uint64_t>(n);
    }
    return true;
}

std::uint64_t plain_file_bytes(const std::string& path, int file)
{
    struct stat info{};
    if (fstat(file, &info) != 0) refuse_checkpoint(path, reason(errno));
    if (S_ISDIR(info.st_mode)) refuse_checkpoint(path, "it is a folder; name the checkpoint file itself");
    if (!S_ISREG(info.st_mode)) refuse_checkpoint(path, "it is not a plain file; name a checkpoint file");
    if (info.st_size == 0)
        refuse_checkpoint(path, "the file is empty; use an earlier checkpoint, or start the run again");
    return static_cast<std::uint64_t>(info.st_size);
}

Header read_header(const std::string& path, int file)
{
    const std::uint64_t bytes = plain_file_bytes(path, file);
    Header header{};
    const auto start = std::as_writable_bytes(std::span(&header, 1));
    const auto there = std::min<std::uint64_t>(bytes, start.size());
    read_bytes(path, file, start.first(there), 0);
    if (std::memcmp(header.magic, magic, std::min<std::size_t>(there, sizeof magic)) != 0)
        refuse_checkpoint(path, "it is not a checkpoint of rongtong; name the .checkpoint file that a run has written");
    if (there < sizeof header) fail_damaged(path, "it ends within its header");
    if (!whole(header)) fail_damaged(path, "the checksum of its header does not match");
    if (header.version != version)
        refuse_checkpoint(
            path, fmt::format("it has format version {}, and this program reads version {}; go on with the version of "
                              "rongtong that wrote it",
                              header.version, version));
    if (bytes != header.file_bytes)
        fail_damaged(path, fmt::format("it should have {} bytes and has {}", header.file_bytes, bytes));
    return header;
}

std::vector<CheckpointSection> open_sections(const std::string& path, int file)
{
    const Header header = read_header(path, file);
    if (header.directory_bytes > header.file_bytes - sizeof header) fail_damaged(path, "its directory makes no sense");
    std::vector<std::byte> directory(header.directory_bytes);
    if (!read_bytes(path, file, directory, sizeof header)) fail_damaged(path, "it ends within its directory");
    if (checksum(directory) != header.directory_checksum)
        fail_damaged(path, "the checksum of its directory does not match");
    auto sections = read_directory(directory, header);
    if (sections.size() != header.section_count) fail_damaged(path, "its directory makes no sense");
    return sections;
}

} // namespace

CheckpointReader::CheckpointReader(const std::string& path) : path_(path)
{
    file_ = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); // a pipe without a writer would hang
    if (file_ < 0) refuse_checkpoint(path, errno == ENOENT ? "there is no such file; check the path" : reason(errno));
    try {
        sections_ = open_sections(path, file_);
    } catch (...) {
        close(file_);
        throw;
    }
}

CheckpointReader::~CheckpointReader() { close(file_); }

bool CheckpointReader::has(std::string_view name) const
{
    return std::ranges::find(sections_, name, &CheckpointSection::name) != sections_.end();
}

const CheckpointSection& CheckpointReader::find(std::string_view name, SectionKind kind,
                                                std::size_t element_bytes) const
{
    const auto it = std::ranges::find(sections_, name, &CheckpointSection::name);
    if (it == sections_.end())
        refuse_checkpoint(
            path_, fmt::format("it has no section '{}'; go on with the version of rongtong that wrote it", name));
    if (it->kind != kind || it->element_bytes != element_bytes)
        refuse_checkpoint(
            path_,
            fmt::format("section '{}' holds {} of {} bytes, but {} of {} bytes are wanted; go on with the version "
                        "of rongtong that wrote it",
                        name, word_for(it->kind), it->element_bytes, word_for(kind), element_bytes));
    return *it;
}

void CheckpointReader::expect_count(const CheckpointSection& section, std::size_t count) const
{
    if (section.count != count)
        refuse_checkpoint(
            path_,
            fmt::format("section '{}' has {} values, but {} are wanted; go on with the version of rongtong and the "
                        "scenario that wrote it",
                        section.name, section.count, count));
}

void CheckpointReader::read(const CheckpointSection& section, std::span<std::byte> out) const
{
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    if (!state) throw std::bad_alloc();
    XXH3_64bits_reset(state.get());
    for (std::uint64_t offset = section.offset; !out.empty();) {
        const auto piece = out.first(std::min(piece_bytes, out.size()));
        if (!read_bytes(path_, file_, piece, offset))
            fail_damaged(path_, fmt::format("it ends within section '{}'", section.name));
        XXH3_64bits_update(state.get(), piece.data(), piece.size());
        offset += piece.size();
        out = out.subspan(piece.size());
    }
    if (XXH3_64bits_digest(state.get()) != section.checksum)
        fail_damaged(path_, fmt::format("the checksum of section '{}' does not match", section.name));
}

std::string CheckpointReader::text(std::string_view name)
{
    const CheckpointSection& section = find(name, SectionKind::text, 1);
    std::string text(section.count, '\0');
    read(section, std::as_writable_bytes(std::span(text.data(), text.size())));
    return text;
}

} // namespace rongtong
