// At the end a chunk may be longer than what was written along its dimension: a short run, few records. netCDF's tools refuse
// that once the dimension is made fixed (nccopy -u), so such a dimension and its variables are made anew, with one chunk that fits.
// They hold less than a chunk each.
#include <algorithm>

#include <hdf5_hl.h>

#include "output/attributes.hpp"
#include "output/writer_impl.hpp"

namespace rongtong {

using namespace hdf5;

namespace {

struct Kept {
    Attributes attributes;
    std::vector<std::byte> values;
};

Kept keep(hid_t dataset, hid_t type, std::size_t bytes, const std::filesystem::path& part)
{
    Kept kept{read_attributes(dataset, part), std::vector<std::byte>(bytes)};
    check(H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, kept.values.data()), part, "can't be read back");
    return kept;
}

void give_attributes(hid_t dataset, const Attributes& attributes, const std::filesystem::path& part)
{
    for (const auto& [name, value] : attributes) write_attribute(dataset, name, value, part);
}

void remove(hid_t file, const std::string& path, Handle& dataset, const std::filesystem::path& part)
{
    dataset.reset();
    check(H5Ldelete(file, path.c_str(), H5P_DEFAULT), part, path + " can't be made anew");
}

// Reads a variable, takes it off its dimensions and removes it.
Kept take_out(hid_t file, VariableState& v, const std::filesystem::path& part)
{
    Kept kept = keep(v.dataset.get(), memory_type(v.type), v.written * v.values_per_step() * size_of(v.type), part);
    for (unsigned axis = 0; axis < v.dimensions.size(); ++axis) {
        const Handle scale = checked(H5Dopen2(file, v.dimensions[axis].c_str(), H5P_DEFAULT), part, v.path);
        check(H5DSdetach_scale(v.dataset.get(), scale.get(), axis), part, v.path + " can't be made anew");
    }
    remove(file, v.path, v.dataset, part);
    return kept;
}

} // namespace

void ResultsWriter::Impl::fit_chunks(DimensionState& d)
{
    std::vector<Kept> kept;
    for (const auto index : d.variables) kept.push_back(take_out(file.get(), variables[index], part));
    d.waiting.resize(d.has_values ? d.steps : 0);
    const auto coordinates = read_attributes(d.scale.get(), part);
    if (d.has_values)
        check(H5Dread(d.scale.get(), H5T_NATIVE_INT32, H5S_ALL, H5S_ALL, H5P_DEFAULT, d.waiting.data()), part,
              d.path + " can't be read back");
    remove(file.get(), d.path, d.scale, part);
    d.block = d.steps;
    d.written = 0;
    d.scale = create_growing_scale(file.get(), {d.path, d.block, d.has_values, {}}, part);
    write_scale(d, part);
    give_attributes(d.scale.get(), coordinates, part);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        auto& v = variables[d.variables[i]];
        v.dataset = create_variable(file.get(), {v.path, v.type, {}, {}}, v, d.block, options.compression, part);
        v.written = 0;
        write_steps(v, kept[i].values.data(), d.steps, part);
        give_attributes(v.dataset.get(), kept[i].attributes, part);
    }
}

void ResultsWriter::Impl::fit_all_chunks()
{
    for (auto& d : dimensions) {
        const bool texts = std::any_of(d.variables.begin(), d.variables.end(),
                                       [&](auto index) { return variables[index].type == ValueType::text; });
        if (d.steps > 0 && d.steps < d.block && !texts) fit_chunks(d);
    }
}

} // namespace rongtong
