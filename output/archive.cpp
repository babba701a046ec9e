#include "output/archive.hpp"

#include "output/input_error.hpp"
#include "output/output_path.hpp"
#include "output/plain_file.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace rongtong {

namespace {

namespace fs = std::filesystem;
using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

template <class Error>
[[noreturn]] void refuse_archive(const fs::path& path, const std::string& why)
{
    throw Error(path.string() + ": " + why);
}

template <class Error>
Archive open_archive(const fs::path& path, int flags)
{
    int code = 0;
    Archive archive(zip_open(path.c_str(), flags, &code), &zip_discard);
    if (archive) return archive;
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string why = zip_error_strerror(&error);
    zip_error_fini(&error);
    refuse_archive<Error>(path, "is no archive that can be opened: " + why);
}

void add(const Archive& archive, const fs::path& path, const std::string& name, const std::string& content)
{
    if (!is_member_name(name)) throw std::logic_error(name + ": no name of a member");
    zip_source_t* source = zip_source_buffer(archive.get(), content.data(), content.size(), 0);
    const auto index = source ? zip_file_add(archive.get(), name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        if (source) zip_source_free(source);
        refuse_archive<OutputError>(path, "can't take " + name + ": " + zip_strerror(archive.get()));
    }
    constexpr zip_uint16_t no_time = 0, first_day = (1 << 5) + 1; // 1 January 1980, the earliest there is
    zip_file_set_dostime(archive.get(), static_cast<zip_uint64_t>(index), no_time, first_day, 0);
}

std::string content_of(const Archive& archive, const fs::path& path, zip_uint64_t index, const zip_stat_t& about)
{
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(archive.get(), index, 0),
                                                                  &zip_fclose);
    std::string content(about.size + 1, '\0'); // one more, so that its end is seen, which is what checks the checksum
    zip_uint64_t length = 0;
    for (zip_int64_t got = 1; file && got > 0 && length <= about.size; length += static_cast<zip_uint64_t>(got)) {
        got = zip_fread(file.get(), content.data() + length, content.size() - length);
        if (got < 0) refuse_archive<InputError>(path, std::string(about.name) + " is damaged");
    }
    if (!file || length != about.size) refuse_archive<InputError>(path, std::string(about.name) + " is damaged");
    content.resize(length);
    return content;
}

bool is_part(std::string_view part)
{
    return !part.empty() && part.front() != '.' && std::ranges::all_of(part, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               c == '.';
    });
}

} // namespace

bool is_member_name(const std::string& name)
{
    constexpr int most_parts = 4;
    std::string_view rest = name;
    for (int parts = 1; name.size() <= 250 && parts <= most_parts; ++parts) {
        const auto end = rest.find('/');
        if (!is_part(rest.substr(0, end))) return false;
        if (end == std::string_view::npos) return true;
        rest.remove_prefix(end + 1);
    }
    return false;
}

void write_archive(const fs::path& path, const Members& members, bool force)
{
    const fs::path part = part_path_of(path);
    try {
        Archive archive = open_archive<OutputError>(part, ZIP_CREATE | ZIP_TRUNCATE);
        for (const auto& [name, content] : members) add(archive, part, name, content);
        if (zip_close(archive.get()) < 0)
            refuse_archive<OutputError>(part, std::string("can't be written: ") + zip_strerror(archive.get()));
        archive.release(); // zip_close has freed it
        if (read_archive(part) != members) refuse_archive<OutputError>(part, "does not hold what was written");
        publish(part, path, force);
    } catch (...) {
        std::error_code ec;
        fs::remove(part, ec);
        throw;
    }
}

Members read_archive(const fs::path& path)
{
    require_plain_file(path, "an archive");
    const Archive archive = open_archive<InputError>(path, ZIP_RDONLY);
    Members members;
    std::uint64_t all = 0;
    const auto count = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t about;
        const auto index = static_cast<zip_uint64_t>(i);
        constexpr zip_uint64_t wanted = ZIP_STAT_NAME | ZIP_STAT_SIZE;
        if (zip_stat_index(archive.get(), index, 0, &about) < 0 || (about.valid & wanted) != wanted)
            refuse_archive<InputError>(path, "a member is damaged");
        if (!is_member_name(about.name))
            refuse_archive<InputError>(path, "holds a member \"" + std::string(about.name) +
                                                 "\", which is no name of a bundle's");
        if (about.size > largest_archive || (all += about.size) > largest_archive)
            refuse_archive<InputError>(path, "is larger unpacked than a bundle can be");
        if (!members.emplace(about.name, content_of(archive, path, index, about)).second)
            refuse_archive<InputError>(path, "holds " + std::string(about.name) + " twice");
    }
    return members;
}

} // namespace rongtong
