#include "output/stored_scales.hpp"

#include <fmt/format.h>

#include "output/attributes.hpp"
#include "sim/error.hpp"

namespace rongtong::hdf5 {

namespace {

constexpr const char* list_name = "DIMENSION_LIST";

// Lists of references, one for each axis, as HDF5 gives them; freed by it.
struct Lists {
    std::vector<hvl_t> of_axis;
    Handle type, space;

    ~Lists()
    {
        if (type && space) H5Dvlen_reclaim(type.get(), space.get(), H5P_DEFAULT, of_axis.data());
    }
};

bool holds_references(hid_t type)
{
    if (H5Tget_class(type) != H5T_VLEN) return false;
    const Handle base(H5Tget_super(type));
    return base && H5Tequal(base.get(), H5T_STD_REF_OBJ) > 0;
}

} // namespace

bool is_scale(hid_t dataset, const std::filesystem::path& file)
{
    return text_or_empty(dataset, "CLASS", file) == "DIMENSION_SCALE";
}

std::string scale_name(hid_t dataset, const std::filesystem::path& file)
{
    return text_or_empty(dataset, "NAME", file);
}

std::vector<haddr_t> scales_over(hid_t dataset, std::size_t axes, const std::string& path,
                                 const std::filesystem::path& file)
{
    if (axes == 0) return {};
    const auto refuse = [&](const char* why) { throw OutputError(fmt::format("{}: {} {}", file.string(), path, why)); };
    if (!has_attribute(dataset, list_name)) refuse("has an axis without dimension scale");
    const std::string what = path + ": its dimension scales can't be read";
    const Handle attribute = checked(H5Aopen(dataset, list_name, H5P_DEFAULT), file, what);
    const Handle stored = checked(H5Aget_type(attribute.get()), file, what);
    Handle space = checked(H5Aget_space(attribute.get()), file, what);
    if (!holds_references(stored.get())) refuse("has a DIMENSION_LIST that holds no references");
    if (H5Sget_simple_extent_npoints(space.get()) != static_cast<hssize_t>(axes))
        refuse("has a DIMENSION_LIST of another length than it has axes");
    Handle type = checked(H5Tvlen_create(H5T_STD_REF_OBJ), file, what);
    std::vector<hvl_t> read(axes);
    check(H5Aread(attribute.get(), type.get(), read.data()), file, what);
    const Lists lists{std::move(read), std::move(type), std::move(space)};
    std::vector<haddr_t> addresses;
    for (const auto& list : lists.of_axis) {
        if (list.len == 0) refuse("has an axis without dimension scale");
        addresses.push_back(*static_cast<const hobj_ref_t*>(list.p)); // a reference to an object is its address
    }
    return addresses;
}

} // namespace rongtong::hdf5
