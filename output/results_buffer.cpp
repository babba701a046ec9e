#include "output/results_buffer.hpp"

#include "output/hdf5.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace rongtong {

using hdf5::name_of;
using hdf5::parent_of;
using hdf5::size_of;

namespace {

template <class T>
std::span<const T> values_of(const ResultsBuffer::Column& column, std::size_t steps)
{
    return {reinterpret_cast<const T*>(column.bytes.data()), steps * column.cells};
}

void give(ResultsSink& sink, VariableId id, const ResultsBuffer::Column& c, std::size_t steps)
{
    switch (c.declared.type) {
    case ValueType::int8: return sink.put(id, values_of<std::int8_t>(c, steps));
    case ValueType::int32: return sink.put(id, values_of<std::int32_t>(c, steps));
    case ValueType::int64: return sink.put(id, values_of<std::int64_t>(c, steps));
    case ValueType::uint64: return sink.put(id, values_of<std::uint64_t>(c, steps));
    case ValueType::float32: return sink.put(id, values_of<float>(c, steps));
    case ValueType::float64: return sink.put(id, values_of<double>(c, steps));
    case ValueType::text: break;
    }
    throw std::logic_error(c.declared.path + ": texts are not kept in memory");
}

} // namespace

Unlimited ResultsBuffer::Axis::known() const
{
    Unlimited axis = declared;
    if (steps > 0) axis.block = std::min(axis.block, steps);
    return axis;
}

void ResultsBuffer::group(const std::string& path, const Description& text)
{
    declared_.emplace_back(Group{path, text});
}

void ResultsBuffer::dimension(const Dimension& dimension)
{
    if (!fixed_.emplace(dimension.path, declared_.size()).second) return;
    declared_.emplace_back(dimension);
}

DimensionId ResultsBuffer::unlimited(const Unlimited& dimension)
{
    const auto [at, added] = axis_index_.emplace(dimension.path, axes_.size());
    if (added) {
        declared_.emplace_back(AxisIndex{axes_.size()});
        axes_.push_back({dimension, 0, {}, {}});
    }
    return {at->second};
}

const Dimension* ResultsBuffer::find_dimension(const std::string& path) const
{
    const auto found = fixed_.find(path);
    return found == fixed_.end() ? nullptr : &std::get<Dimension>(declared_[found->second]);
}

std::string ResultsBuffer::path_of_dimension(const std::string& group, const std::string& name) const
{
    for (std::string in = group;; in = parent_of(in)) {
        const std::string path = (in == "/" ? "" : in) + "/" + name;
        if (fixed_.contains(path) || axis_index_.contains(path)) return path;
        if (in == "/") throw std::logic_error(fmt::format("no dimension '{}' in {} or above", name, group));
    }
}

VariableId ResultsBuffer::variable(const Variable& variable)
{
    if (const auto known = column_index_.find(variable.path); known != column_index_.end()) return {known->second};
    Column column{variable, {}, 1, no_axis, 0, {}};
    for (const auto& name : variable.dimensions) {
        const auto path = path_of_dimension(parent_of(variable.path), name);
        if (const auto axis = axis_index_.find(path); axis != axis_index_.end()) {
            if (&name != &variable.dimensions.front())
                throw std::logic_error(variable.path + ": a growing dimension must come first");
            column.axis = axis->second;
        } else {
            column.axes.push_back(path);
            column.cells *= length_of(*find_dimension(path));
        }
    }
    const std::size_t index = columns_.size();
    if (column.axis != no_axis) axes_[column.axis].columns.push_back(index);
    declared_.emplace_back(ColumnIndex{index});
    columns_.push_back(std::move(column));
    column_index_.emplace(variable.path, index);
    return {index};
}

void ResultsBuffer::attribute(const std::string& path, const std::string& name, const AttributeValue& value)
{
    const auto same = [&](const Note& note) { return note.path == path && note.name == name; };
    if (const auto found = std::ranges::find_if(notes_, same); found != notes_.end()) found->value = value;
    else notes_.push_back({path, name, value});
}

void ResultsBuffer::put_values(VariableId id, ValueType type, const void* values, std::size_t count)
{
    Column& column = columns_.at(id.index);
    if (column.declared.type != type) throw std::logic_error(column.declared.path + ": values of another type");
    if (column.cells == 0 || count % column.cells != 0)
        throw std::logic_error(column.declared.path + ": not a whole number of steps");
    const auto* bytes = static_cast<const std::byte*>(values);
    column.bytes.insert(column.bytes.end(), bytes, bytes + count * size_of(type));
    column.steps += count / column.cells;
}

void ResultsBuffer::advance(Axis& axis, std::size_t steps)
{
    axis.steps += steps;
    for (const auto index : axis.columns)
        if (columns_[index].steps != axis.steps)
            throw std::logic_error(columns_[index].declared.path + ": was not given the steps that " +
                                   axis.declared.path + " advances by");
}

void ResultsBuffer::advance(DimensionId id, std::span<const std::int32_t> values)
{
    Axis& axis = axes_.at(id.index);
    axis.values.insert(axis.values.end(), values.begin(), values.end());
    advance(axis, values.size());
}

void ResultsBuffer::advance_rows(DimensionId id, std::size_t rows) { advance(axes_.at(id.index), rows); }

// What is to follow is as it was there; the labels of the last axis say which cell went where.
void ResultsBuffer::adopt_column(Column& to, const Column* from, const ResultsBuffer& earlier, std::size_t steps)
{
    const std::size_t size = size_of(to.declared.type), row = to.cells * size;
    const auto labels = [](const ResultsBuffer& of, const std::string& path) {
        const Dimension* dimension = of.find_dimension(path);
        const auto* texts = dimension ? std::get_if<std::vector<std::string>>(&dimension->values) : nullptr;
        return texts ? *texts : std::vector<std::string>{};
    };
    const auto here = to.axes.size() == 1 ? labels(*this, to.axes[0]) : std::vector<std::string>{};
    const auto there = to.axes.size() == 1 ? labels(earlier, to.axes[0]) : std::vector<std::string>{};
    to.steps = steps;
    if (from && here == there && from->cells == to.cells) {
        to.bytes.assign(from->bytes.begin(), from->bytes.begin() + static_cast<std::ptrdiff_t>(steps * row));
        return;
    }
    if (here.empty()) throw std::logic_error(to.declared.path + ": the earlier results do not have it");
    to.bytes.assign(steps * row, std::byte{});
    for (std::size_t cell = 0; from && cell < here.size(); ++cell) {
        const auto found = std::ranges::find(there, here[cell]);
        if (found == there.end()) continue;
        const auto source = static_cast<std::size_t>(found - there.begin());
        for (std::size_t step = 0; step < steps; ++step)
            std::memcpy(&to.bytes[step * row + cell * size], &from->bytes[(step * from->cells + source) * size], size);
    }
}

void ResultsBuffer::adopt(const ResultsBuffer& earlier)
{
    for (auto& axis : axes_) {
        const auto found = earlier.axis_index_.find(axis.declared.path);
        if (axis.steps > 0 || found == earlier.axis_index_.end())
            throw std::logic_error(axis.declared.path + ": can't take up earlier steps");
        const Axis& from = earlier.axes_[found->second];
        axis.steps = from.steps;
        axis.values = from.values;
        for (const auto index : axis.columns) {
            Column& to = columns_[index];
            const auto column = earlier.column_index_.find(to.declared.path);
            adopt_column(to, column == earlier.column_index_.end() ? nullptr : &earlier.columns_[column->second],
                         earlier, axis.steps);
        }
    }
}

namespace {

// "/by_size/output" over "/size": the name by which its group finds the dimension.
std::vector<std::string> names_of(const std::vector<std::string>& paths)
{
    std::vector<std::string> names;
    for (const auto& path : paths) names.push_back(name_of(path));
    return names;
}

void give(ResultsSink& sink, VariableId id, const ResultsReader& file, const VariableInfo& variable)
{
    const auto narrow = [&]<class T>(T) {
        const auto wide = file.integers(variable.path);
        const std::vector<T> values(wide.begin(), wide.end());
        sink.put(id, std::span<const T>(values));
    };
    switch (variable.type) {
    case ValueType::int8: return narrow(std::int8_t{});
    case ValueType::int32: return narrow(std::int32_t{});
    case ValueType::int64: return sink.put(id, std::span<const std::int64_t>(file.integers(variable.path)));
    case ValueType::uint64: return sink.put(id, std::span<const std::uint64_t>(file.unsigned_integers(variable.path)));
    case ValueType::float64: return sink.put(id, std::span<const double>(file.doubles(variable.path)));
    case ValueType::float32: {
        const auto wide = file.doubles(variable.path); // exact, and back
        return sink.put(id, std::span<const float>(std::vector<float>(wide.begin(), wide.end())));
    }
    case ValueType::text: break;
    }
    throw std::logic_error(variable.path + ": is not read into memory");
}

} // namespace

ResultsBuffer ResultsBuffer::of(const ResultsReader& file)
{
    ResultsBuffer buffer;
    for (const auto& group : file.groups())
        for (const auto& d : file.dimensions(group)) {
            if (d.unlimited) buffer.unlimited({.path = d.path, .has_values = d.has_values, .text = {}});
            else if (d.has_values) buffer.dimension({.path = d.path, .values = file.labels(d.path), .text = {}});
            else buffer.dimension({.path = d.path, .length = d.length, .values = {}, .text = {}});
        }
    for (const auto& group : file.groups())
        for (const auto& v : file.variables(group)) {
            const auto id = buffer.variable({v.path, v.type, names_of(v.dimensions), {}});
            if (buffer.columns_[id.index].axis != no_axis || v.type != ValueType::text) give(buffer, id, file, v);
        }
    for (auto& axis : buffer.axes_) {
        const auto length = file.dimension(axis.declared.path).length;
        if (axis.declared.has_values)
            for (const auto value : file.integers(axis.declared.path)) axis.values.push_back(static_cast<int>(value));
        buffer.advance(axis, length);
    }
    return buffer;
}

std::size_t ResultsBuffer::bytes() const
{
    std::size_t sum = 0;
    for (const auto& column : columns_) sum += column.bytes.size();
    return sum;
}

void ResultsBuffer::declare_in(ResultsSink& sink, std::vector<DimensionId>& axes,
                               std::vector<VariableId>& columns) const
{
    for (const auto& entry : declared_) {
        if (const auto* group = std::get_if<Group>(&entry)) sink.group(group->path, group->text);
        else if (const auto* dimension = std::get_if<Dimension>(&entry)) sink.dimension(*dimension);
        else if (const auto* axis = std::get_if<AxisIndex>(&entry))
            axes.push_back(sink.unlimited(axes_[axis->index].known()));
        else columns.push_back(sink.variable(columns_[std::get<ColumnIndex>(entry).index].declared));
    }
}

void ResultsBuffer::copy_to(ResultsSink& sink) const
{
    std::vector<DimensionId> axes;
    std::vector<VariableId> columns;
    declare_in(sink, axes, columns);
    for (std::size_t c = 0; c < columns_.size(); ++c) give(sink, columns[c], columns_[c], columns_[c].steps);
    for (std::size_t a = 0; a < axes_.size(); ++a) {
        if (axes_[a].declared.has_values) sink.advance(axes[a], axes_[a].values);
        else sink.advance_rows(axes[a], axes_[a].steps);
    }
    for (const auto& note : notes_) sink.attribute(note.path, note.name, note.value);
}

} // namespace rongtong
