#include "output/stored_layout.hpp"

#include <map>

#include <fmt/format.h>
#include <hdf5_hl.h>

#include "sim/error.hpp"

namespace rongtong::hdf5 {

namespace {

constexpr const char* bare_mark = "This is a netCDF dimension but not a netCDF variable.";
constexpr const char* unreadable = "the layout can't be read";

// Walks the groups depth first; the scales come before the variables that use them are looked at.
struct Walk {
    hid_t file_id;
    const std::filesystem::path& file;
    StoredLayout layout;
    std::vector<std::string> datasets;     // no scales
    std::map<haddr_t, std::string> scales; // by address in the file
};

herr_t collect_name(hid_t, const char* name, const H5L_info_t*, void* data)
{
    static_cast<std::vector<std::string>*>(data)->emplace_back(name);
    return 0;
}

void take_scale(Walk& walk, const std::string& path, hid_t dataset, const H5O_info_t& info)
{
    walk.scales[info.addr] = path;
    char name[80] = {};
    H5DSget_scale_name(dataset, name, sizeof name);
    const Handle list = checked(H5Dget_create_plist(dataset), walk.file, unreadable);
    const Handle type = checked(H5Dget_type(dataset), walk.file, unreadable);
    StoredDimension dimension{path, shape_of(dataset, walk.file).at(0), 0, std::string(name).rfind(bare_mark, 0) != 0,
                              value_type(type.get(), walk.file)};
    hsize_t block = 0;
    if (H5Pget_layout(list.get()) == H5D_CHUNKED) H5Pget_chunk(list.get(), 1, &block);
    dimension.block = block;
    walk.layout.dimensions.push_back(dimension);
}

void walk_group(Walk& walk, const std::string& path)
{
    walk.layout.groups.push_back(path);
    const Handle group = checked(H5Gopen2(walk.file_id, path.c_str(), H5P_DEFAULT), walk.file, unreadable);
    std::vector<std::string> names, below;
    check(H5Literate(group.get(), H5_INDEX_CRT_ORDER, H5_ITER_INC, nullptr, collect_name, &names), walk.file,
          unreadable);
    for (const auto& name : names) {
        const std::string full = (path == "/" ? "" : path) + "/" + name;
        const Handle object = checked(H5Oopen(walk.file_id, full.c_str(), H5P_DEFAULT), walk.file, unreadable);
        H5O_info_t info;
        check(H5Oget_info2(object.get(), &info, H5O_INFO_BASIC), walk.file, unreadable);
        if (info.type == H5O_TYPE_GROUP) below.push_back(full);
        else if (info.type != H5O_TYPE_DATASET) continue;
        else if (H5DSis_scale(object.get()) > 0) take_scale(walk, full, object.get(), info);
        else walk.datasets.push_back(full);
    }
    for (const auto& child : below) walk_group(walk, child);
}

herr_t take_address(hid_t, unsigned, hid_t scale, void* data)
{
    H5O_info_t info;
    if (H5Oget_info2(scale, &info, H5O_INFO_BASIC) < 0) return -1;
    *static_cast<haddr_t*>(data) = info.addr;
    return 1;
}

StoredVariable read_variable(const Walk& walk, const std::string& path)
{
    const Handle dataset = checked(H5Dopen2(walk.file_id, path.c_str(), H5P_DEFAULT), walk.file, unreadable);
    const Handle type = checked(H5Dget_type(dataset.get()), walk.file, unreadable);
    StoredVariable variable{path, value_type(type.get(), walk.file), {}, {}};
    for (const auto length : shape_of(dataset.get(), walk.file)) {
        haddr_t address = HADDR_UNDEF;
        const auto axis = static_cast<unsigned>(variable.shape.size());
        H5DSiterate_scales(dataset.get(), axis, nullptr, take_address, &address);
        const auto scale = walk.scales.find(address);
        if (scale == walk.scales.end())
            throw OutputError(walk.file.string() + ": " + path + " has an axis without dimension scale");
        variable.dimensions.push_back(scale->second);
        variable.shape.push_back(length);
    }
    return variable;
}

} // namespace

std::string bare_dimension_name(std::size_t length) { return fmt::format("{}{:10}", bare_mark, length); }

StoredLayout read_layout(hid_t file_id, const std::filesystem::path& file)
{
    Walk walk{file_id, file, {}, {}, {}};
    walk_group(walk, "/");
    for (const auto& path : walk.datasets) walk.layout.variables.push_back(read_variable(walk, path));
    return std::move(walk.layout);
}

std::vector<hsize_t> shape_of(hid_t dataset, const std::filesystem::path& file)
{
    const Handle space = checked(H5Dget_space(dataset), file, unreadable);
    std::vector<hsize_t> shape(
        static_cast<std::size_t>(check(H5Sget_simple_extent_ndims(space.get()), file, unreadable)));
    if (!shape.empty()) H5Sget_simple_extent_dims(space.get(), shape.data(), nullptr);
    return shape;
}

std::vector<std::string> read_texts(hid_t dataset, const std::filesystem::path& file)
{
    const Handle space = checked(H5Dget_space(dataset), file, "texts can't be read");
    std::vector<char*> pointers(static_cast<std::size_t>(H5Sget_simple_extent_npoints(space.get())));
    const hid_t type = memory_type(ValueType::text);
    check(H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()), file, "texts can't be read");
    std::vector<std::string> texts;
    for (const char* text : pointers) texts.emplace_back(text ? text : "");
    H5Dvlen_reclaim(type, space.get(), H5P_DEFAULT, pointers.data());
    return texts;
}

} // namespace rongtong::hdf5
