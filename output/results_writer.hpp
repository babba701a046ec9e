// Writes a results file (format.md): HDF5 that is also valid netCDF-4, under a temporary name until it is whole.
//
//     ResultsWriter writer("R.h5");
//     ...                              // layout and values: results_sink.hpp
//     writer.finish();                 // R.h5.part becomes R.h5
//
// A file that can't be written (disk full included) throws OutputError with its path and the reason; after that the
// writer is only good for destruction. A wrong call (unknown id, a value too few, an undeclared dimension) throws
// std::logic_error. Objects may be used from any thread, one call at a time each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "output/results_sink.hpp"

namespace rongtong {

struct WriterOptions {
    bool force = false;  // replace a results file that exists
    int compression = 0; // deflate level 0 (none) to 9, with shuffle, on everything that grows
};

class ResultsWriter final : public ResultsSink {
public:
    // Refuses what check_output_path (output_path.hpp) refuses, and a `.part` file that another run is writing.
    explicit ResultsWriter(const std::filesystem::path& final_path, WriterOptions options = {});

    // The writer as it was at snapshot_bytes(): the part file is made anew from the bytes. Declare the layout again as
    // for a new file to get the ids: what exists is checked against the declaration (OutputError where it differs).
    static ResultsWriter resume(const std::filesystem::path& final_path, std::span<const std::byte> part,
                                WriterOptions options = {});

    // Without finish() before: the part file stays, closed, and looks unfinished to every reader of ours.
    ~ResultsWriter() override;
    ResultsWriter(ResultsWriter&&) noexcept;
    ResultsWriter& operator=(ResultsWriter&&) noexcept;

    void group(const std::string& path, const Description& text = {}) override;
    void dimension(const Dimension& dimension) override;
    DimensionId unlimited(const Unlimited& dimension) override;
    VariableId variable(const Variable& variable) override;
    void attribute(const std::string& path, const std::string& name, const AttributeValue& value) override;

    using ResultsSink::put;
    void put(VariableId variable, std::span<const std::string> texts);
    // Part of a variable that does not grow: the cell at these leading indices, with all values of the other axes.
    void put_cell(VariableId variable, std::span<const std::size_t> leading, const void* values);
    using ResultsSink::advance;
    void advance(DimensionId dimension, std::span<const std::int32_t> values) override;
    void advance_rows(DimensionId dimension, std::size_t rows) override;
    std::size_t length(DimensionId dimension) const; // steps complete so far

    // What a variable of type uint64 holds so far.
    std::vector<std::uint64_t> written_naturals(const std::string& path);

    // Everything that was advanced over is in the file, for a reader with HDF5_USE_FILE_LOCKING=FALSE.
    void flush();
    // The same, and the whole part file as bytes, to be kept in a checkpoint.
    std::vector<std::byte> snapshot_bytes();
    // Sets `finished`, closes, looks whether the file opens, appends its checksum (seal.hpp), forces it to the disk and
    // gives it its final name.
    void finish();

    const std::filesystem::path& final_path() const;
    const std::filesystem::path& part_path() const;

private:
    void put_values(VariableId variable, ValueType type, const void* values, std::size_t count) override;

    struct Impl;
    explicit ResultsWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace rongtong
