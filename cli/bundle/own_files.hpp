// What rongtong rerun writes for itself and takes away again.
#pragma once

#include "output/output_path.hpp"
#include "sim/error.hpp"

#include <cstdlib>
#include <filesystem>
#include <string>

namespace rongtong::cli {

// A folder of our own for figures and results, which goes with this object.
class WorkFolder {
public:
    WorkFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "rongtong-XXXXXX").string();
        if (!::mkdtemp(name.data())) throw OutputError(name + ": can't be made");
        path_ = name;
    }
    ~WorkFolder()
    {
        std::error_code ec;
        std::filesystem::remove_all(path_, ec);
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// The unfinished results of a run, which go with this object unless the run got to its end.
class PartFile {
public:
    explicit PartFile(const std::filesystem::path& results)
        : path_(part_path_of(results)), mine_(!std::filesystem::exists(path_))
    {}
    ~PartFile()
    {
        std::error_code ec;
        if (mine_) std::filesystem::remove(path_, ec);
    }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;
    void written() { mine_ = true; } // over what an earlier run left

private:
    std::filesystem::path path_;
    bool mine_;
};

} // namespace rongtong::cli
