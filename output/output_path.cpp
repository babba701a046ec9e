#include "output/output_path.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <unistd.h>

#include "sim/error.hpp"

namespace rongtong {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse_output(const fs::path& path, const std::string& reason)
{
    throw OutputError(path.string() + ": " + reason);
}

std::string system_words() { return std::strerror(errno); }

class Descriptor {
public:
    Descriptor(const fs::path& path, int how) : fd_(::open(path.c_str(), how | O_CLOEXEC)) {}
    ~Descriptor()
    {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }

private:
    int fd_;
};

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

void force_to_disk(const fs::path& path)
{
    const Descriptor file(path, O_RDONLY);
    if (file.get() < 0 || ::fsync(file.get()) != 0)
        refuse_output(path, "can't be forced to the disk: " + system_words());
}

} // namespace

void check_output_path(const fs::path& path, bool force)
{
    std::error_code error;
    if (!path.has_filename()) refuse_output(path, "is no name of a file");
    if (fs::is_directory(path, error)) refuse_output(path, "is a folder, not a file");
    const auto there = fs::status(path, error).type();
    if (there != fs::file_type::regular && there != fs::file_type::not_found && there != fs::file_type::none)
        refuse_output(path, "is a pipe or a device, which is never replaced");
    const auto folder = folder_of(path);
    if (!fs::exists(folder, error)) refuse_output(path, "the folder " + folder.string() + " does not exist");
    if (!fs::is_directory(folder, error)) refuse_output(path, folder.string() + " is not a folder");
    if (::access(folder.c_str(), W_OK | X_OK) != 0)
        refuse_output(path, "the folder is not writable: " + system_words());
    if (!force && fs::symlink_status(path, error).type() != fs::file_type::not_found)
        refuse_output(path, "exists already (--force replaces it)");
}

fs::path part_path_of(const fs::path& final_path)
{
    auto part = fs::absolute(final_path);
    part += ".part";
    return part;
}

void check_part_path(const fs::path& part)
{
    std::error_code error;
    if (fs::symlink_status(part, error).type() == fs::file_type::not_found) return;
    if (!fs::is_regular_file(fs::symlink_status(part, error))) refuse_output(part, "is in the way: not a file");
    const Descriptor file(part, O_RDONLY);
    if (file.get() < 0) refuse_output(part, "is in the way: " + system_words());
    // HDF5 holds such a lock on a file while it writes it.
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        refuse_output(part, "another run is writing this file");
    std::array<char, 8> head{};
    const auto got = ::read(file.get(), head.data(), head.size());
    if (got != 0 && std::memcmp(head.data(), "\x89HDF\r\n\x1a\n", head.size()) != 0)
        refuse_output(part, "is in the way: not left by an earlier run; move it elsewhere");
}

void publish(const fs::path& part, const fs::path& final_path, bool force)
{
    force_to_disk(part);
    const int failed = ::renameat2(AT_FDCWD, part.c_str(), AT_FDCWD, final_path.c_str(), force ? 0 : RENAME_NOREPLACE);
    if (failed && errno == EEXIST)
        refuse_output(final_path, "has appeared meanwhile; the results are in " + part.string());
    if (failed && errno != EINVAL && errno != ENOSYS)
        refuse_output(final_path,
                      "can't be given its name: " + system_words() + "; the results are in " + part.string());
    if (failed) { // a file system without that kind of rename
        check_output_path(final_path, force);
        if (::rename(part.c_str(), final_path.c_str()) != 0)
            refuse_output(final_path, "can't be given its name: " + system_words());
    }
    const Descriptor folder(folder_of(final_path), O_RDONLY | O_DIRECTORY);
    if (folder.get() >= 0) ::fsync(folder.get()); // not every file system can; the file itself is safe
}

} // namespace rongtong
