// A checkpoint: the whole state in one file, from which a run goes on with the same bits. Named sections of raw values
// behind a directory; everything is covered by checksums. The format is specified in docs/checkpoint.md.
#pragma once

#include "sim/error.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace rongtong {

// What a section's elements are, so that a column of doubles is never read back as one of integers.
enum class SectionKind : std::uint32_t { record = 0, natural = 1, integer = 2, real = 3, text = 4 };

template <class T>
constexpr SectionKind section_kind()
{
    if constexpr (std::is_enum_v<T>) return section_kind<std::underlying_type_t<T>>();
    else if constexpr (std::is_floating_point_v<T>) return SectionKind::real;
    else if constexpr (std::is_integral_v<T>) return std::is_signed_v<T> ? SectionKind::integer : SectionKind::natural;
    else return SectionKind::record;
}

// One entry of the directory.
struct CheckpointSection {
    std::string name;
    SectionKind kind = SectionKind::record;
    std::uint64_t element_bytes = 0;
    std::uint64_t count = 0;    // elements
    std::uint64_t offset = 0;   // bytes from the start of the file
    std::uint64_t checksum = 0; // XXH3-64 of the section's bytes

    std::uint64_t bytes() const { return element_bytes * count; }
};

// Collects what is to be saved. Columns are not copied: they must stay alive and unchanged until save() returns. Names
// are unique and not empty (std::invalid_argument otherwise).
class CheckpointWriter {
public:
    CheckpointWriter() = default;
    CheckpointWriter(const CheckpointWriter&) = delete;
    CheckpointWriter& operator=(const CheckpointWriter&) = delete;

    // A column, vector, array or span of trivially copyable elements. A temporary container is refused by the compiler.
    template <std::ranges::contiguous_range Values>
        requires std::ranges::borrowed_range<Values> && std::ranges::sized_range<Values>
    void add(std::string_view name, Values&& values)
    {
        using T = std::ranges::range_value_t<Values>;
        static_assert(std::is_trivially_copyable_v<T>, "a section holds plain values only");
        const std::span<const T> span(std::ranges::data(values), std::ranges::size(values));
        add_section(name, section_kind<T>(), sizeof(T), span.size(), std::as_bytes(span));
    }

    // One plain value, copied.
    template <class T>
    void add_value(std::string_view name, const T& value)
    {
        static_assert(std::is_trivially_copyable_v<T> && !std::is_pointer_v<T>, "a section holds plain values only");
        const auto bytes = std::as_bytes(std::span<const T, 1>(&value, 1));
        add_section(name, section_kind<T>(), sizeof(T), 1, keep(bytes));
    }

    // Text (UTF-8), copied.
    void add_text(std::string_view name, std::string_view text);

    // Writes a new file beside `path`, has it put on the disk, and renames it to `path`. An earlier checkpoint there is
    // replaced in one step, so that at any moment there is a whole one; anything else there is refused. On failure
    // (disk full, no permission, ...) what stood at `path` is untouched. Throws OutputError with the path and the
    // reason.
    void save(const std::string& path) const;

private:
    struct Pending {
        CheckpointSection section;
        std::span<const std::byte> data;
    };
    void add_section(std::string_view name, SectionKind kind, std::size_t element_bytes, std::size_t count,
                     std::span<const std::byte> data);
    std::span<const std::byte> keep(std::span<const std::byte> bytes);

    std::vector<Pending> sections_;
    std::deque<std::vector<std::byte>> kept_; // a deque, since spans point into it
};

// Opens a checkpoint and checks its header, directory and length; each section's checksum is checked when it is read.
// Every failure is a CheckpointError in plain words that says what to do. Not for use by several threads at once.
class CheckpointReader {
public:
    explicit CheckpointReader(const std::string& path);
    ~CheckpointReader();
    CheckpointReader(const CheckpointReader&) = delete;
    CheckpointReader& operator=(const CheckpointReader&) = delete;

    bool has(std::string_view name) const;
    const std::vector<CheckpointSection>& sections() const { return sections_; } // in the order of writing
    const std::string& path() const { return path_; }

    // Reads a section into a Column or std::vector, which takes its size.
    template <class T, class Allocator>
    void get(std::string_view name, std::vector<T, Allocator>& out)
    {
        const CheckpointSection& section = find<T>(name);
        out.resize(section.count);
        read(section, std::as_writable_bytes(std::span<T>(out)));
    }

    // Reads a section of exactly out.size() elements.
    template <class T, std::size_t N>
    void get(std::string_view name, std::span<T, N> out)
    {
        const CheckpointSection& section = find<T>(name);
        expect_count(section, out.size());
        read(section, std::as_writable_bytes(out));
    }

    template <class T>
    T value(std::string_view name)
    {
        T v{};
        get(name, std::span<T, 1>(&v, 1));
        return v;
    }

    std::string text(std::string_view name);

private:
    template <class T>
    const CheckpointSection& find(std::string_view name) const
    {
        static_assert(std::is_trivially_copyable_v<T>, "a section holds plain values only");
        return find(name, section_kind<T>(), sizeof(T));
    }
    const CheckpointSection& find(std::string_view name, SectionKind kind, std::size_t element_bytes) const;
    void expect_count(const CheckpointSection& section, std::size_t count) const;
    void read(const CheckpointSection& section, std::span<std::byte> out) const;

    std::string path_;
    int file_ = -1;
    std::vector<CheckpointSection> sections_;
};

} // namespace rongtong
