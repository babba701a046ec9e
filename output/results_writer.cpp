#include "output/results_writer.hpp"

#include <fstream>
#include <stdexcept>

#include "output/attributes.hpp"
#include "output/output_path.hpp"
#include "output/results_reader.hpp"
#include "output/seal.hpp"
#include "output/writer_impl.hpp"
#include "sim/error.hpp"

namespace rongtong {

using namespace hdf5;

namespace {

std::vector<std::byte> read_bytes(const std::filesystem::path& path)
{
    std::vector<std::byte> bytes(std::filesystem::file_size(path));
    std::ifstream in(path, std::ios::binary);
    if (!in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size())))
        throw OutputError(path.string() + ": can't be read back");
    return bytes;
}

void write_bytes(const std::filesystem::path& path, std::span<const std::byte> bytes)
{
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) throw OutputError(path.string() + ": can't be written");
}

// The finished file must open and say that it is finished, before it gets its name.
void verify(const std::filesystem::path& part) { const ResultsReader file(part, {.unfinished = false, .own = true}); }

} // namespace

ResultsWriter::Impl::Impl(const std::filesystem::path& path, WriterOptions wanted)
    : final_path(std::filesystem::absolute(path)), part(part_path_of(path)), options(wanted)
{
    check_output_path(path, wanted.force);
    check_part_path(part);
}

ResultsWriter::Impl::~Impl()
{
    const Session session;
    try {
        close_file();
    } catch (const std::exception&) { // NOLINT(bugprone-empty-catch): whoever needs to know has called finish()
    }
}

void ResultsWriter::Impl::abandon()
{
    for (auto& variable : variables) variable.dataset.release();
    for (auto& dimension : dimensions) dimension.scale.release();
    file.release();
}

void ResultsWriter::Impl::close_file()
{
    if (!file) return;
    if (H5Fflush(file.get(), H5F_SCOPE_GLOBAL) < 0) {
        abandon();
        fail(part, "can't be written");
    }
    for (auto& variable : variables) variable.dataset.reset();
    for (auto& dimension : dimensions) dimension.scale.reset();
    hdf5::close_file(file, part);
}

void ResultsWriter::Impl::put(std::size_t index, ValueType type, const void* values, std::size_t count)
{
    auto& variable = variables.at(index);
    const std::size_t row = variable.values_per_step();
    if (variable.type != type) throw std::logic_error(variable.path + ": values of another type");
    if (row == 0 || count % row != 0) throw std::logic_error(variable.path + ": not a whole number of steps");
    const std::size_t steps = count / row;
    if (variable.growing == no_dimension) {
        const Session session;
        if (steps != 1) throw std::logic_error(variable.path + ": takes all its values at once");
        check(H5Dwrite(variable.dataset.get(), memory_type(type), H5S_ALL, H5S_ALL, H5P_DEFAULT, values), part,
              variable.path + " can't be written");
        return;
    }
    variable.given += steps;
    // Large pieces go straight to the file; texts too, since only pointers to them are here.
    if (type == ValueType::text || steps >= dimensions[variable.growing].block) {
        const Session session;
        const std::size_t before = variable.given - steps - variable.written;
        write_steps(variable, variable.waiting.data(), before, part);
        variable.waiting.clear();
        write_steps(variable, values, steps, part);
        return;
    }
    const auto* bytes = static_cast<const std::byte*>(values);
    variable.waiting.insert(variable.waiting.end(), bytes, bytes + count * size_of(type));
}

void ResultsWriter::Impl::advance(DimensionState& dimension, std::size_t steps)
{
    for (const auto index : dimension.variables)
        if (variables[index].given != dimension.steps + steps)
            throw std::logic_error(variables[index].path + ": was not given the steps that " + dimension.path +
                                   " advances by");
    dimension.steps += steps;
    if (dimension.steps - dimension.written < dimension.block) return;
    const Session session;
    write_out(dimension);
}

void ResultsWriter::Impl::write_out(DimensionState& dimension)
{
    for (const auto index : dimension.variables) {
        if (variables[index].given != dimension.steps)
            throw std::logic_error(variables[index].path + ": holds values of a step that is not complete");
        write_waiting(variables[index], part);
    }
    write_scale(dimension, part);
}

void ResultsWriter::Impl::write_out_all()
{
    for (auto& dimension : dimensions) write_out(dimension);
    check(H5Fflush(file.get(), H5F_SCOPE_GLOBAL), part, "can't be written");
}

ResultsWriter::ResultsWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

ResultsWriter::ResultsWriter(const std::filesystem::path& final_path, WriterOptions options)
    : impl_(std::make_unique<Impl>(final_path, options))
{
    const Session session;
    impl_->file = create_file(impl_->part);
    impl_->groups["/"] = true;
    write_attribute(impl_->file.get(), "format", results_format_name, impl_->part);
    write_attribute(impl_->file.get(), "format_version", std::int32_t{results_format_version}, impl_->part);
    check(H5Fflush(impl_->file.get(), H5F_SCOPE_GLOBAL), impl_->part, "can't be written");
}

ResultsWriter ResultsWriter::resume(const std::filesystem::path& final_path, std::span<const std::byte> part,
                                    WriterOptions options)
{
    auto impl = std::make_unique<Impl>(final_path, options);
    const ResultsReader whole(part, "the results so far of " + impl->final_path.string(),
                              {.unfinished = true, .own = false});
    write_bytes(impl->part, part);
    const Session session;
    impl->file = open_file(impl->part, true);
    impl->take_layout();
    impl->open_datasets();
    return ResultsWriter(std::move(impl));
}

ResultsWriter::~ResultsWriter() = default;
ResultsWriter::ResultsWriter(ResultsWriter&&) noexcept = default;
ResultsWriter& ResultsWriter::operator=(ResultsWriter&&) noexcept = default;

void ResultsWriter::put_values(VariableId id, ValueType type, const void* values, std::size_t count)
{
    impl_->put(id.index, type, values, count);
}

void ResultsWriter::put(VariableId id, std::span<const std::string> texts)
{
    std::vector<const char*> pointers;
    for (const auto& text : texts) pointers.push_back(text.c_str());
    impl_->put(id.index, ValueType::text, pointers.data(), pointers.size());
}

void ResultsWriter::put_cell(VariableId id, std::span<const std::size_t> leading, const void* values)
{
    const auto& variable = impl_->variables.at(id.index);
    if (variable.growing != no_dimension || leading.size() > variable.inner.size())
        throw std::logic_error(variable.path + ": has no such cells");
    std::vector<hsize_t> start(variable.inner.size(), 0), count(variable.inner);
    for (std::size_t axis = 0; axis < leading.size(); ++axis) start[axis] = leading[axis], count[axis] = 1;
    const Session session;
    const std::string what = variable.path + " can't be written";
    const Handle target = checked(H5Dget_space(variable.dataset.get()), impl_->part, what);
    check(H5Sselect_hyperslab(target.get(), H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr), impl_->part,
          what);
    const Handle source = checked(H5Screate_simple(static_cast<int>(count.size()), count.data(), nullptr), impl_->part,
                                  what);
    check(H5Dwrite(variable.dataset.get(), memory_type(variable.type), source.get(), target.get(), H5P_DEFAULT, values),
          impl_->part, what);
}

void ResultsWriter::advance(DimensionId id, std::span<const std::int32_t> values)
{
    auto& dimension = impl_->dimensions.at(id.index);
    if (!dimension.has_values) throw std::logic_error(dimension.path + " has no coordinate values");
    dimension.waiting.insert(dimension.waiting.end(), values.begin(), values.end());
    impl_->advance(dimension, values.size());
}

void ResultsWriter::advance_rows(DimensionId id, std::size_t rows)
{
    auto& dimension = impl_->dimensions.at(id.index);
    if (dimension.has_values) throw std::logic_error(dimension.path + " has coordinate values");
    impl_->advance(dimension, rows);
}

std::size_t ResultsWriter::length(DimensionId id) const { return impl_->dimensions.at(id.index).steps; }

void ResultsWriter::flush()
{
    const Session session;
    impl_->write_out_all();
}

std::vector<std::byte> ResultsWriter::snapshot_bytes()
{
    const Session session;
    impl_->write_out_all();
    impl_->close_file();
    auto bytes = read_bytes(impl_->part);
    impl_->file = open_file(impl_->part, true);
    impl_->open_datasets();
    return bytes;
}

void ResultsWriter::finish()
{
    const Session session;
    impl_->write_out_all();
    impl_->fit_all_chunks();
    write_attribute(impl_->file.get(), "finished", std::int32_t{1}, impl_->part);
    impl_->close_file();
    verify(impl_->part);
    add_seal(impl_->part);
    publish(impl_->part, impl_->final_path, impl_->options.force);
}

const std::filesystem::path& ResultsWriter::final_path() const { return impl_->final_path; }
const std::filesystem::path& ResultsWriter::part_path() const { return impl_->part; }

} // namespace rongtong
