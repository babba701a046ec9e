// A folder for one test, gone afterwards.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <stdlib.h>
#include <string>

namespace rongtong {

struct Scratch {
    std::filesystem::path path;
    Scratch()
    {
        std::string name = (std::filesystem::temp_directory_path() / "rongtong-test-XXXXXX").string();
        if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
        path = name;
    }
    ~Scratch()
    {
        std::error_code error;
        std::filesystem::remove_all(path, error);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    std::filesystem::path operator/(const char* name) const { return path / name; }
};

} // namespace rongtong
