// The layout of a results file under construction: declaring, and taking up again what a part file holds.
#include <fmt/format.h>

#include <stdexcept>

#include "output/attributes.hpp"
#include "output/writer_impl.hpp"
#include "sim/error.hpp"

namespace rongtong {

using namespace hdf5;

namespace {

// A path begins with one slash, ends with none and has no empty part.
void check_path(const std::string& path)
{
    if (path.size() < 2 || path.front() != '/' || path.back() == '/' || path.find("//") != path.npos)
        throw std::logic_error("not a path in a results file: '" + path + "'");
}

bool same_values(const Dimension& dimension, hid_t scale, const std::filesystem::path& part)
{
    if (const auto* texts = std::get_if<std::vector<std::string>>(&dimension.values))
        return read_texts(scale, part) == *texts;
    const auto* numbers = std::get_if<std::vector<std::int32_t>>(&dimension.values);
    if (!numbers) return true;
    std::vector<std::int32_t> stored(numbers->size());
    check(H5Dread(scale, H5T_NATIVE_INT32, H5S_ALL, H5S_ALL, H5P_DEFAULT, stored.data()), part, "can't be read");
    return stored == *numbers;
}

[[noreturn]] void differs(const std::filesystem::path& part, const std::string& path)
{
    throw OutputError(part.string() + ": " + path +
                      " is laid out otherwise than this run would; it can't be gone on with");
}

// One file is of one version: what the months so far mean, those to come must mean as well. `part` was made just now.
void check_version(hid_t file, const std::filesystem::path& part)
{
    const auto stored = read_attribute(file, "format_version", part);
    const auto* version = std::get_if<std::int32_t>(&stored);
    if (version && *version == results_format_version) return;
    std::error_code ec;
    std::filesystem::remove(part, ec);
    throw OutputError(
        fmt::format("{}: holds results of format version {}, and this program writes version {}; go on with "
                    "the program that began the run, or begin it again",
                    part.string(), version ? fmt::to_string(*version) : "?", results_format_version));
}

} // namespace

void ResultsWriter::Impl::make_group(const std::string& path)
{
    if (path == "/" || groups.contains(path)) return;
    check_path(path);
    make_group(parent_of(path));
    create_group(file.get(), path, part);
    groups[path] = true;
}

void ResultsWriter::Impl::take_layout()
{
    check_version(file.get(), part);
    const StoredLayout stored = read_layout(file.get(), part);
    for (const auto& path : stored.groups) groups[path] = true;
    for (const auto& dimension : stored.dimensions) {
        scales[dimension.path] = dimension;
        if (dimension.block > 0) add_dimension(dimension);
    }
    for (const auto& variable : stored.variables) add_variable(variable);
}

void ResultsWriter::Impl::open_datasets()
{
    const auto open = [&](const std::string& path) {
        return checked(H5Dopen2(file.get(), path.c_str(), H5P_DEFAULT), part, path + " can't be opened");
    };
    for (auto& variable : variables) variable.dataset = open(variable.path);
    for (auto& dimension : dimensions) dimension.scale = open(dimension.path);
}

const StoredDimension& ResultsWriter::Impl::scale_for(const std::string& group, const std::string& name) const
{
    for (std::string in = group;; in = parent_of(in)) {
        std::string path = in == "/" ? "" : in;
        path += '/';
        path += name;
        const auto found = scales.find(path);
        if (found != scales.end()) return found->second;
        if (in == "/") throw std::logic_error(fmt::format("no dimension '{}' in {} or above", name, group));
    }
}

StoredVariable ResultsWriter::Impl::described(const Variable& variable) const
{
    StoredVariable stored{variable.path, variable.type, {}, {}};
    for (const auto& name : variable.dimensions) {
        const auto& scale = scale_for(parent_of(variable.path), name);
        if (scale.block > 0 && !stored.shape.empty())
            throw std::logic_error(variable.path + ": a growing dimension must come first");
        stored.dimensions.push_back(scale.path);
        stored.shape.push_back(scale.length);
    }
    return stored;
}

std::size_t ResultsWriter::Impl::add_variable(const StoredVariable& stored)
{
    VariableState state;
    state.path = stored.path;
    state.type = stored.type;
    state.dimensions = stored.dimensions;
    state.inner.assign(stored.shape.begin(), stored.shape.end());
    const auto first = stored.dimensions.empty() ? dimension_index.end()
                                                 : dimension_index.find(stored.dimensions.front());
    if (first != dimension_index.end()) {
        state.growing = first->second;
        state.given = state.written = stored.shape.front();
        state.inner.erase(state.inner.begin());
        dimensions[first->second].variables.push_back(variables.size());
    }
    variables.push_back(std::move(state));
    return variable_index[stored.path] = variables.size() - 1;
}

std::size_t ResultsWriter::Impl::add_dimension(const StoredDimension& stored)
{
    DimensionState state;
    state.path = stored.path;
    state.block = stored.block;
    state.has_values = stored.has_values;
    state.steps = state.written = stored.length;
    dimensions.push_back(std::move(state));
    return dimension_index[stored.path] = dimensions.size() - 1;
}

void ResultsWriter::group(const std::string& path, const Description& text)
{
    const Session session;
    impl_->make_group(path);
    const Handle group = checked(H5Gopen2(impl_->file.get(), path.c_str(), H5P_DEFAULT), impl_->part, path);
    write_description(group.get(), text, impl_->part);
}

void ResultsWriter::dimension(const Dimension& dimension)
{
    const Session session;
    check_path(dimension.path);
    const std::size_t length = length_of(dimension);
    if (length == 0) throw std::logic_error(dimension.path + ": a dimension of length 0; leave out what is empty");
    const auto known = impl_->scales.find(dimension.path);
    const bool has_values = dimension.values.index() != 0;
    if (known != impl_->scales.end()) {
        const Handle scale = checked(H5Dopen2(impl_->file.get(), dimension.path.c_str(), H5P_DEFAULT), impl_->part,
                                     dimension.path);
        if (known->second.block > 0 || known->second.length != length || known->second.has_values != has_values ||
            !same_values(dimension, scale.get(), impl_->part))
            differs(impl_->part, dimension.path);
        return;
    }
    impl_->make_group(parent_of(dimension.path));
    create_fixed_scale(impl_->file.get(), dimension, length, impl_->part);
    impl_->scales[dimension.path] = {dimension.path, length, 0, has_values, ValueType::int32};
}

DimensionId ResultsWriter::unlimited(const Unlimited& dimension)
{
    const Session session;
    check_path(dimension.path);
    if (dimension.block == 0) throw std::logic_error(dimension.path + ": a block of no steps");
    const auto known = impl_->scales.find(dimension.path);
    if (known != impl_->scales.end()) {
        if (known->second.block == 0 || known->second.has_values != dimension.has_values)
            differs(impl_->part, dimension.path);
        return {impl_->dimension_index.at(dimension.path)};
    }
    impl_->make_group(parent_of(dimension.path));
    Handle scale = create_growing_scale(impl_->file.get(), dimension, impl_->part);
    const StoredDimension stored{dimension.path, 0, dimension.block, dimension.has_values, ValueType::int32};
    impl_->scales[dimension.path] = stored;
    const auto index = impl_->add_dimension(stored);
    impl_->dimensions[index].scale = std::move(scale);
    return {index};
}

VariableId ResultsWriter::variable(const Variable& variable)
{
    const Session session;
    check_path(variable.path);
    const StoredVariable wanted = impl_->described(variable);
    const auto known = impl_->variable_index.find(variable.path);
    if (known != impl_->variable_index.end()) {
        const auto& state = impl_->variables[known->second];
        if (state.type != variable.type || state.dimensions != wanted.dimensions) differs(impl_->part, variable.path);
        return {known->second};
    }
    impl_->make_group(parent_of(variable.path));
    const auto index = impl_->add_variable(wanted);
    auto& state = impl_->variables[index];
    const bool grows = state.growing != no_dimension;
    if (grows && impl_->dimensions[state.growing].steps > 0)
        throw std::logic_error(variable.path + ": its dimension has steps already");
    const std::size_t block = grows ? impl_->dimensions[state.growing].block : 0;
    state.dataset = create_variable(impl_->file.get(), variable, state, block, impl_->options.compression, impl_->part);
    return {index};
}

void ResultsWriter::attribute(const std::string& path, const std::string& name, const AttributeValue& value)
{
    const Session session;
    const Handle object = checked(H5Oopen(impl_->file.get(), path.c_str(), H5P_DEFAULT), impl_->part, path);
    write_attribute(object.get(), name, value, impl_->part);
}

} // namespace rongtong
