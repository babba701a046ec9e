// A text file that gets its name when it is whole.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "output/output_path.hpp"
#include "sim/error.hpp"

namespace rongtong {

// The place was good and the content too, but the file could not be written: the disk is full, say.
struct NotWritten : OutputError {
    using OutputError::OutputError;
};

class TextFile {
public:
    // Refuses what check_output_path refuses.
    TextFile(std::filesystem::path path, bool force) : path_(std::move(path)), part_(part_path_of(path_)), force_(force)
    {
        check_output_path(path_, force_);
        if (std::filesystem::exists(part_)) throw OutputError(part_.string() + ": is in the way; move it elsewhere");
        mine_ = true;
        out_.open(part_, std::ios::binary | std::ios::trunc);
        check();
    }
    // What was not finished is taken away again.
    ~TextFile()
    {
        std::error_code error;
        if (mine_ && !finished_) std::filesystem::remove(part_, error);
    }
    TextFile(const TextFile&) = delete;
    TextFile& operator=(const TextFile&) = delete;

    void write(const std::string& text)
    {
        out_.write(text.data(), static_cast<std::streamsize>(text.size()));
        check();
    }
    void close()
    {
        if (out_.is_open()) out_.close();
        check();
    }
    void finish()
    {
        close();
        publish(part_, std::filesystem::absolute(path_), force_);
        finished_ = true;
    }

private:
    void check() const
    {
        if (!out_) throw NotWritten(path_.string() + ": can't be written (is the disk full?)");
    }

    std::filesystem::path path_, part_;
    bool force_, mine_ = false, finished_ = false;
    std::ofstream out_;
};

} // namespace rongtong
