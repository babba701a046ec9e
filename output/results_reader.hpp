// Reads a results file back. A damaged, foreign, unfinished or newer file throws OutputError in plain words. The file may
// be a stranger's: its checksum is looked at before HDF5 opens it, then a child process reads all of it and holds it
// against the format (file_rules.hpp), and only what survived that is opened here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "output/layout.hpp"

namespace rongtong {

struct ReaderOptions {
    bool unfinished = false; // also take a file that is still being written, or that a killed run left
    bool own = false;        // this process has just written it: its checksum and rules need not be looked at
};

struct VariableInfo {
    std::string path, name; // "/by_size/output", "output"
    ValueType type = ValueType::float64;
    std::vector<std::string> dimensions; // paths
    std::vector<std::size_t> shape;
    std::string units, long_name, comment;
};

struct DimensionInfo {
    std::string path, name;
    std::size_t length = 0;
    bool unlimited = false;
    bool has_values = false;
};

class ResultsReader {
public:
    explicit ResultsReader(const std::filesystem::path& path, ReaderOptions options = {});
    // A file that is in memory, such as one out of a pack or a checkpoint; `shown` names it in messages.
    ResultsReader(std::span<const std::byte> bytes, const std::filesystem::path& shown, ReaderOptions options = {});
    ~ResultsReader();
    ResultsReader(ResultsReader&&) noexcept;
    ResultsReader& operator=(ResultsReader&&) noexcept;

    static constexpr int oldest_version = 1, newest_version = 2; // of the format that this reader takes

    const std::filesystem::path& path() const;
    std::vector<std::string> groups() const;                             // "/" first, as written
    std::vector<VariableInfo> variables(const std::string& group) const; // of that group alone, as written
    std::vector<VariableInfo> shapes(const std::string& group) const;    // the same without texts: nothing is opened
    std::vector<DimensionInfo> dimensions(const std::string& group) const;
    bool has(const std::string& path) const; // a group, variable or dimension
    bool is_dimension(const std::string& path) const;
    VariableInfo variable(const std::string& path) const;
    DimensionInfo dimension(const std::string& path) const;

    // Row-major; the shape is the variable's. Any numeric type becomes double; int64 refuses floating types and uint64.
    std::vector<double> doubles(const std::string& path) const;
    std::vector<std::int64_t> integers(const std::string& path) const;
    std::vector<std::uint64_t> unsigned_integers(const std::string& path) const; // uint64 alone
    std::vector<std::string> texts(const std::string& path) const;
    // Rows [first, first + count) of the leading dimension.
    std::vector<double> doubles(const std::string& path, std::size_t first, std::size_t count) const;
    std::vector<std::int64_t> integers(const std::string& path, std::size_t first, std::size_t count) const;
    std::vector<std::uint64_t> unsigned_integers(const std::string& path, std::size_t first, std::size_t count) const;

    // Coordinate values of a dimension as texts ("0", "1", ... where it has none).
    std::vector<std::string> labels(const std::string& dimension) const;

    Attributes attributes(const std::string& path) const;
    bool has_attribute(const std::string& path, const std::string& name) const;
    std::string text_attribute(const std::string& path, const std::string& name) const; // OutputError if absent
    double number_attribute(const std::string& path, const std::string& name) const;    // of any numeric type
    std::uint64_t integer_attribute(const std::string& path, const std::string& name) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace rongtong
