#include "cli/sweep/share.hpp"

#include "cli/exit_codes.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace rongtong::cli {

namespace fs = std::filesystem;

namespace {

bool is_locked(const fs::path& file)
{
    const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0) return false;
    const bool locked = ::flock(opened, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(opened); // with its lock
    return locked;
}

} // namespace

std::vector<std::string> shares_at_work(const fs::path& folder, const std::string& but)
{
    std::vector<std::string> names;
    std::error_code ec;
    for (const auto& entry : fs::directory_iterator(folder / "processes", ec)) {
        const auto name = entry.path().filename().string();
        if (name != but && name.find("of") != name.npos && is_locked(entry.path())) names.push_back(name);
    }
    return names;
}

SweepLock::SweepLock(const fs::path& folder)
    : file_(::open((folder / "processes" / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666))
{
    if (file_ >= 0) ::flock(file_, LOCK_EX);
}

SweepLock::~SweepLock()
{
    if (file_ >= 0) ::close(file_);
}

Share::Share(const fs::path& folder, const std::string& name, bool resume)
{
    const SweepLock lock(folder); // of two that begin together the later one sees the other
    const fs::path path = folder / "processes" / name;
    std::error_code ec;
    const bool begun = fs::exists(path, ec);
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    const int why = errno;
    const bool taken = file_ >= 0 && ::flock(file_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    if (file_ >= 0 && !taken) others_ = shares_at_work(folder, name);
    if (file_ < 0) throw BadInput(fmt::format("{}: can't be written: {}", path.string(), std::strerror(why)));
    if (taken) throw BadInput(fmt::format("{}: another process is at work on share {}", folder.string(), name));
    if (begun && !resume)
        throw BadInput(
            fmt::format("{}: share {} was begun before; --resume does what is missing", folder.string(), name));
}

Share::~Share()
{
    if (file_ >= 0) ::close(file_);
}

} // namespace rongtong::cli
