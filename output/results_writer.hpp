// Writes a results file (format.md): HDF5 that is also valid netCDF-4, under a temporary name until it is whole.
//
//     ResultsWriter writer("R.h5");
//     const auto month = writer.unlimited({.path = "/month", .has_values = true, .text = {.units = "month"}});
//     writer.dimension({.path = "/size", .values = std::vector<std::string>{"micro", "large"}});
//     const auto output = writer.variable({.path = "/output", .dimensions = {"month"}, .text = {.units = "yuan"}});
//     const auto by_size = writer.variable({.path = "/by_size/output", .dimensions = {"month", "size"}});
//     writer.put(output, 12.5);
//     writer.put(by_size, two_values);
//     writer.advance(month, 0);          // month 0 is complete
//     writer.finish();                   // R.h5.part becomes R.h5
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

#include "output/layout.hpp"

namespace rongtong {

struct WriterOptions {
    bool force = false;  // replace a results file that exists
    int compression = 0; // deflate level 0 (none) to 9, with shuffle, on everything that grows
};

struct DimensionId {
    std::size_t index = 0;
};
struct VariableId {
    std::size_t index = 0;
};

class ResultsWriter {
public:
    // Refuses what check_output_path (output_path.hpp) refuses, and a `.part` file that another run is writing.
    explicit ResultsWriter(const std::filesystem::path& final_path, WriterOptions options = {});

    // The writer as it was at snapshot_bytes(): the part file is made anew from the bytes. Declare the layout again as
    // for a new file to get the ids: what exists is checked against the declaration (OutputError where it differs).
    static ResultsWriter resume(const std::filesystem::path& final_path, std::span<const std::byte> part,
                                WriterOptions options = {});

    // Without finish() before: the part file stays, closed, and looks unfinished to every reader of ours.
    ~ResultsWriter();
    ResultsWriter(ResultsWriter&&) noexcept;
    ResultsWriter& operator=(ResultsWriter&&) noexcept;

    // --- Layout. Groups above a path are made where they lack. Declaring the same thing twice gives the same id.
    void group(const std::string& path, const Description& text = {});
    void dimension(const Dimension& dimension);
    DimensionId unlimited(const Unlimited& dimension);
    VariableId variable(const Variable& variable);
    // Sets or replaces an attribute of a group or variable ("/" for provenance), any length of UTF-8.
    void attribute(const std::string& path, const std::string& name, const AttributeValue& value);

    // --- Values. For a growing variable: one step or more, each step row-major over the other dimensions (n steps:
    // n times the product of their lengths). For a fixed one: all of it. The type must be the variable's.
    void put(VariableId variable, std::span<const double> values);
    void put(VariableId variable, std::span<const float> values);
    void put(VariableId variable, std::span<const std::int8_t> values);
    void put(VariableId variable, std::span<const std::int32_t> values);
    void put(VariableId variable, std::span<const std::int64_t> values);
    void put(VariableId variable, std::span<const std::uint64_t> values);
    void put(VariableId variable, std::span<const std::string> values);
    void put(VariableId variable, double value) { put(variable, std::span<const double>(&value, 1)); }
    void put(VariableId variable, std::uint64_t value) { put(variable, std::span<const std::uint64_t>(&value, 1)); }

    // One step more along a dimension with values (`month`), n >= 0 more along one without (records). Every variable
    // over it must have been given exactly these steps.
    void advance(DimensionId dimension, std::int32_t value);
    void advance_rows(DimensionId dimension, std::size_t rows);
    std::size_t length(DimensionId dimension) const; // steps complete so far

    // Everything that was advanced over is in the file, for a reader with HDF5_USE_FILE_LOCKING=FALSE.
    void flush();
    // The same, and the whole part file as bytes, to be kept in a checkpoint.
    std::vector<std::byte> snapshot_bytes();
    // Sets `finished`, closes, looks whether the file opens, forces it to the disk and gives it its final name.
    void finish();

    const std::filesystem::path& final_path() const;
    const std::filesystem::path& part_path() const;

private:
    struct Impl;
    explicit ResultsWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace rongtong
