#include "output/growing.hpp"

#include <algorithm>
#include <numeric>

#include <hdf5_hl.h>

#include "output/attributes.hpp"
#include "output/stored_layout.hpp"

namespace rongtong::hdf5 {

namespace {

constexpr unsigned creation_order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
constexpr std::size_t largest_chunk = std::size_t{1} << 20; // bytes; HDF5's cache holds one such chunk per dataset

Handle dataset_list(const std::filesystem::path& file)
{
    Handle list = checked(H5Pcreate(H5P_DATASET_CREATE), file, "can't be laid out");
    check(H5Pset_attr_creation_order(list.get(), creation_order), file, "can't be laid out");
    check(H5Pset_obj_track_times(list.get(), false), file, "can't be laid out");
    check(H5Pset_obj_track_times(list.get(), false), file, "can't be laid out");
    return list;
}

// As many steps as fit into the largest chunk, at least one, at most a block.
std::size_t chunk_steps(const VariableState& state, std::size_t block)
{
    const std::size_t bytes = std::max<std::size_t>(1, state.values_per_step() * size_of(state.type));
    return std::clamp<std::size_t>(largest_chunk / bytes, 1, block);
}

Handle create_dataset(hid_t file_id, const std::string& path, hid_t type, hid_t space, hid_t list,
                      const std::filesystem::path& file)
{
    return checked(H5Dcreate2(file_id, path.c_str(), type, space, H5P_DEFAULT, list, H5P_DEFAULT), file,
                   path + " can't be created");
}

// HDF5 wants pointers to texts; numbers lie as they are.
std::vector<const char*> pointers_to(const std::vector<std::string>& texts)
{
    std::vector<const char*> pointers;
    for (const auto& text : texts) pointers.push_back(text.c_str());
    return pointers;
}

void write_labels(hid_t scale, const Dimension& dimension, const std::filesystem::path& file)
{
    const std::string what = dimension.path + " can't be written";
    if (const auto* texts = std::get_if<std::vector<std::string>>(&dimension.values)) {
        const hid_t type = memory_type(ValueType::text);
        check(H5Dwrite(scale, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers_to(*texts).data()), file, what);
    }
    if (const auto* numbers = std::get_if<std::vector<std::int32_t>>(&dimension.values))
        check(H5Dwrite(scale, H5T_NATIVE_INT32, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers->data()), file, what);
}

void mark_scale(hid_t scale, const std::string& path, bool has_values, std::size_t length,
                const std::filesystem::path& file)
{
    const std::string name = has_values ? name_of(path) : bare_dimension_name(length);
    check(H5DSset_scale(scale, name.c_str()), file, path + " can't be made a dimension");
}

} // namespace

std::size_t VariableState::values_per_step() const
{
    return std::accumulate(inner.begin(), inner.end(), std::size_t{1}, std::multiplies<>());
}

void create_group(hid_t file_id, const std::string& path, const std::filesystem::path& file)
{
    const Handle list = checked(H5Pcreate(H5P_GROUP_CREATE), file, "can't be laid out");
    check(H5Pset_link_creation_order(list.get(), creation_order), file, "can't be laid out");
    check(H5Pset_attr_creation_order(list.get(), creation_order), file, "can't be laid out");
    check(H5Pset_obj_track_times(list.get(), false), file, "can't be laid out");
    const Handle group(check(H5Gcreate2(file_id, path.c_str(), H5P_DEFAULT, list.get(), H5P_DEFAULT), file,
                             path + " can't be created"));
}

Handle create_variable(hid_t file_id, const Variable& variable, const VariableState& state, std::size_t block,
                       int compression, const std::filesystem::path& file)
{
    const bool grows = state.growing != no_dimension;
    std::vector<hsize_t> now(state.inner), most(state.inner), chunk(state.inner);
    const Handle list = dataset_list(file);
    if (grows) {
        now.insert(now.begin(), 0);
        most.insert(most.begin(), H5S_UNLIMITED);
        chunk.insert(chunk.begin(), chunk_steps(state, block));
        check(H5Pset_chunk(list.get(), static_cast<int>(chunk.size()), chunk.data()), file, variable.path + ": chunks");
        if (compression > 0) {
            H5Pset_shuffle(list.get());
            check(H5Pset_deflate(list.get(), static_cast<unsigned>(compression)), file,
                  variable.path + ": compression");
        }
    }
    const Handle space = checked(now.empty() ? H5Screate(H5S_SCALAR)
                                             : H5Screate_simple(static_cast<int>(now.size()), now.data(), most.data()),
                                 file, variable.path + " can't be laid out");
    Handle dataset = create_dataset(file_id, variable.path, file_type(state.type), space.get(), list.get(), file);
    for (unsigned axis = 0; axis < state.dimensions.size(); ++axis) {
        const Handle scale = checked(H5Dopen2(file_id, state.dimensions[axis].c_str(), H5P_DEFAULT), file,
                                     variable.path);
        check(H5DSattach_scale(dataset.get(), scale.get(), axis), file,
              variable.path + " can't be given its dimension");
    }
    write_description(dataset.get(), variable.text, file);
    return dataset;
}

Handle create_growing_scale(hid_t file_id, const Unlimited& dimension, const std::filesystem::path& file)
{
    const Handle list = dataset_list(file);
    const hsize_t now = 0, most = H5S_UNLIMITED, block = dimension.block;
    check(H5Pset_chunk(list.get(), 1, &block), file, dimension.path + ": chunks");
    const Handle space = checked(H5Screate_simple(1, &now, &most), file, dimension.path + " can't be laid out");
    const hid_t type = file_type(dimension.has_values ? ValueType::int32 : ValueType::float32);
    Handle scale = create_dataset(file_id, dimension.path, type, space.get(), list.get(), file);
    mark_scale(scale.get(), dimension.path, dimension.has_values, 0, file);
    write_description(scale.get(), dimension.text, file);
    return scale;
}

Handle create_fixed_scale(hid_t file_id, const Dimension& dimension, std::size_t length,
                          const std::filesystem::path& file)
{
    const Handle list = dataset_list(file);
    const hsize_t now = length;
    const Handle space = checked(H5Screate_simple(1, &now, nullptr), file, dimension.path + " can't be laid out");
    constexpr ValueType types[] = {ValueType::float32, ValueType::int32, ValueType::text};
    const hid_t type = file_type(types[dimension.values.index()]);
    Handle scale = create_dataset(file_id, dimension.path, type, space.get(), list.get(), file);
    const bool has_values = dimension.values.index() != 0;
    mark_scale(scale.get(), dimension.path, has_values, length, file);
    if (length > 0) write_labels(scale.get(), dimension, file);
    write_description(scale.get(), dimension.text, file);
    return scale;
}

void write_steps(VariableState& variable, const void* values, std::size_t steps, const std::filesystem::path& file)
{
    if (steps == 0) return;
    const std::string what = variable.path + " can't be written";
    std::vector<hsize_t> extent(variable.inner), first(variable.inner.size() + 1, 0), count(variable.inner);
    extent.insert(extent.begin(), variable.written + steps);
    first[0] = variable.written;
    count.insert(count.begin(), steps);
    check(H5Dset_extent(variable.dataset.get(), extent.data()), file, what);
    if (variable.values_per_step() > 0) {
        const Handle target = checked(H5Dget_space(variable.dataset.get()), file, what);
        const Handle source = checked(H5Screate_simple(static_cast<int>(count.size()), count.data(), nullptr), file,
                                      what);
        check(H5Sselect_hyperslab(target.get(), H5S_SELECT_SET, first.data(), nullptr, count.data(), nullptr), file,
              what);
        const hid_t type = memory_type(variable.type);
        check(H5Dwrite(variable.dataset.get(), type, source.get(), target.get(), H5P_DEFAULT, values), file, what);
    }
    variable.written += steps;
}

void write_waiting(VariableState& variable, const std::filesystem::path& file)
{
    write_steps(variable, variable.waiting.data(), variable.given - variable.written, file);
    variable.waiting.clear();
}

void write_scale(DimensionState& dimension, const std::filesystem::path& file)
{
    const std::string what = dimension.path + " can't be written";
    const hsize_t extent = dimension.steps, first = dimension.written, count = dimension.steps - dimension.written;
    if (count == 0) return;
    check(H5Dset_extent(dimension.scale.get(), &extent), file, what);
    if (dimension.has_values) {
        const Handle target = checked(H5Dget_space(dimension.scale.get()), file, what);
        const Handle source = checked(H5Screate_simple(1, &count, nullptr), file, what);
        check(H5Sselect_hyperslab(target.get(), H5S_SELECT_SET, &first, nullptr, &count, nullptr), file, what);
        check(H5Dwrite(dimension.scale.get(), H5T_NATIVE_INT32, source.get(), target.get(), H5P_DEFAULT,
                       dimension.waiting.data()),
              file, what);
    }
    dimension.waiting.clear();
    dimension.written = dimension.steps;
}

} // namespace rongtong::hdf5
