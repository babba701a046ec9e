// A folder for several files, which goes again if none of them comes to be.
#pragma once

#include "sim/error.hpp"

#include <filesystem>
#include <vector>

namespace rongtong {

class NewFolder {
public:
    explicit NewFolder(const std::filesystem::path& path)
    {
        std::error_code error;
        for (auto p = std::filesystem::absolute(path); !p.empty() && !std::filesystem::exists(p, error);
             p = p.parent_path())
            made_.push_back(p);
        std::filesystem::create_directories(path, error);
        if (!error) return;
        remove_empty();
        throw OutputError(path.string() + ": can't be made a folder: " + error.message());
    }
    ~NewFolder() { remove_empty(); }
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;

private:
    void remove_empty() const
    {
        std::error_code error;
        for (const auto& path : made_)
            std::filesystem::remove(path, error); // the innermost first; none with something in it
    }

    std::vector<std::filesystem::path> made_;
};

} // namespace rongtong
