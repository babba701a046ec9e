// Which part of a sweep's runs a process does, and who else is at work in the folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace rongtong::cli {

// Held by one process at a time: while it looks who is at work, and while it puts another folder in the place of this one.
class SweepLock {
public:
    explicit SweepLock(const std::filesystem::path& folder); // waits for others
    ~SweepLock();
    SweepLock(const SweepLock&) = delete;
    SweepLock& operator=(const SweepLock&) = delete;

private:
    int file_ = -1;
};

// Names of the shares that processes are at work on, but for this one.
std::vector<std::string> shares_at_work(const std::filesystem::path& folder, const std::string& but = "");

// Held while a process works on its share of the runs ("1of4"): two processes never do the same share. Shares of different counts
// may overlap ("1of2", "1of4"): who comes later leaves to the others what is theirs.
class Share {
public:
    // resume: the share may have been begun before. Throws BadInput.
    Share(const std::filesystem::path& folder, const std::string& name, bool resume);
    ~Share();
    Share(const Share&) = delete;
    Share& operator=(const Share&) = delete;

    const std::vector<std::string>& others() const { return others_; } // shares at work when this one began

private:
    std::vector<std::string> others_;
    int file_ = -1;
};

} // namespace rongtong::cli
