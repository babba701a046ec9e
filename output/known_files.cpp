#include "output/known_files.hpp"

#include <array>
#include <cstdint>
#include <ctime>
#include <optional>
#include <set>

#include <sys/stat.h>

namespace rongtong {

namespace {

using FileMark = std::array<std::int64_t, 8>;

constexpr std::int64_t tick =
    50'000'000; // nanoseconds: what changes twice within a tick of the system may bear one time

std::optional<FileMark> mark_of(const std::filesystem::path& file, bool unfinished)
{
    struct stat about{};
    if (stat(file.c_str(), &about) != 0) return std::nullopt;
    return FileMark{static_cast<std::int64_t>(about.st_dev),
                    static_cast<std::int64_t>(about.st_ino),
                    about.st_size,
                    about.st_mtim.tv_sec,
                    about.st_mtim.tv_nsec,
                    about.st_ctim.tv_sec,
                    about.st_ctim.tv_nsec,
                    unfinished};
}

// One for the process, as HDF5 is, which a Session guards.
std::set<FileMark>& held_files()
{
    static std::set<FileMark> files;
    return files;
}

} // namespace

bool was_held(const std::filesystem::path& file, bool unfinished)
{
    const auto mark = mark_of(file, unfinished);
    return mark && held_files().contains(*mark);
}

void remember_held(const std::filesystem::path& file, bool unfinished)
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    const auto mark = mark_of(file, unfinished);
    if (!mark) return;
    const auto age = (now.tv_sec - (*mark)[5]) * 1'000'000'000 + now.tv_nsec - (*mark)[6];
    if (age > tick) held_files().insert(*mark);
}

} // namespace rongtong
