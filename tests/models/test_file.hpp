// A file of one test, gone at its end.
#pragma once

#include <filesystem>
#include <string>
#include <unistd.h>

namespace rongtong {

class TestFile {
public:
    TestFile()
    {
        static int count = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("rongtong-state-" + std::to_string(getpid()) + "-" + std::to_string(count++) + ".checkpoint");
    }
    ~TestFile() { std::filesystem::remove(path_); }
    TestFile(const TestFile&) = delete;
    TestFile& operator=(const TestFile&) = delete;
    std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

} // namespace rongtong
