// The state of a writer. Inside output/ only.
#pragma once

#include <map>
#include <optional>

#include "output/growing.hpp"
#include "output/results_writer.hpp"
#include "output/stored_layout.hpp"

namespace rongtong {

struct ResultsWriter::Impl {
    std::filesystem::path final_path, part; // both absolute
    WriterOptions options;
    hdf5::Handle file;
    std::vector<hdf5::VariableState> variables;
    std::vector<hdf5::DimensionState> dimensions;        // those that grow
    std::map<std::string, hdf5::StoredDimension> scales; // by path, all of them
    std::map<std::string, std::size_t> variable_index, dimension_index;
    std::map<std::string, bool> groups;

    Impl(const std::filesystem::path& path, WriterOptions wanted);
    ~Impl();

    void make_group(const std::string& path);
    void take_layout(); // what the open file holds, as if it had been declared
    void open_datasets();
    void close_file(); // flushes, then closes everything; what can't be flushed is abandoned
    void abandon();    // lets go of all handles without closing: see Session

    hdf5::StoredVariable described(const Variable& variable) const; // dimensions looked up
    const hdf5::StoredDimension& scale_for(const std::string& group, const std::string& name) const;
    std::size_t add_variable(const hdf5::StoredVariable& stored);
    std::size_t add_dimension(const hdf5::StoredDimension& stored);
    void put(std::size_t index, ValueType type, const void* values, std::size_t count);
    void advance(hdf5::DimensionState& dimension, std::size_t steps);
    void write_out(hdf5::DimensionState& dimension);
    void write_out_all();
    void fit_chunks(hdf5::DimensionState& dimension); // of one with fewer steps than a chunk
    void fit_all_chunks();
};

} // namespace rongtong
