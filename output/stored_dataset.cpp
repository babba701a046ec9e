#include "output/stored_dataset.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/error.hpp"
#include "sim/planted.hpp"

namespace rongtong::hdf5 {

namespace {

// A dataset and where it is, for messages.
struct Place {
    hid_t dataset;
    const std::string& path;
    const std::filesystem::path& file;

    [[noreturn]] void refuse(const std::string& why) const
    {
        throw OutputError(fmt::format("{}: {} {}", file.string(), path, why));
    }
    std::string unreadable() const { return path + " can't be read"; }
};

ValueType type_of(const Place& at)
{
    const Handle type = checked(H5Dget_type(at.dataset), at.file, at.unreadable());
    const auto found = find_value_type(type.get());
    if (!found) at.refuse("holds values of a type that no results file holds");
    if (*found == ValueType::text && H5Tis_variable_str(type.get()) <= 0)
        at.refuse("holds texts of a fixed length, where those of a results file are of any length");
    return *found;
}

// Deflate, shuffle and checksums of chunks; others would be loaded from libraries that the environment names.
bool is_packed(const Place& at, hid_t list)
{
    const int filters = check(H5Pget_nfilters(list), at.file, at.unreadable());
    for (int i = 0; i < filters; ++i) {
        unsigned flags = 0, config = 0;
        std::size_t values = 0;
        const auto filter = H5Pget_filter2(list, static_cast<unsigned>(i), &flags, &values, nullptr, 0, nullptr,
                                           &config);
        if (filter != H5Z_FILTER_DEFLATE && filter != H5Z_FILTER_SHUFFLE && filter != H5Z_FILTER_FLETCHER32)
            at.refuse(fmt::format("is packed by filter {}, which no results file uses", static_cast<int>(filter)));
    }
    return filters > 0;
}

// Declared bytes must be there: a number in the file's header alone makes no memory here.
void check_stored(const Place& at, const std::vector<hsize_t>& shape, bool packed)
{
    constexpr hsize_t small = hsize_t{1} << 26, most_packed = 1032, mostly_packed = 50; // deflate's own bound; ours
    const Handle type = checked(H5Dget_type(at.dataset), at.file, at.unreadable());
    hsize_t declared = H5Tget_size(type.get());
    for (const auto length : shape)
        if (__builtin_mul_overflow(declared, length, &declared))
            at.refuse(fmt::format("declares {} values, more than can be counted", fmt::join(shape, " x ")));
    hsize_t whole = 0;
    const Handle of = checked(H5Iget_file_id(at.dataset), at.file, at.unreadable());
    check(H5Fget_filesize(of.get(), &whole), at.file, at.unreadable());
    const hsize_t stored = std::min(H5Dget_storage_size(at.dataset), whole);
    const hsize_t expands = !packed ? 1 : declared <= small ? most_packed : mostly_packed;
    if (declared / expands > stored)
        at.refuse(
            fmt::format("declares {} bytes of values, of which the file holds {} at most", declared, stored * expands));
}

} // namespace

std::vector<hsize_t> shape_of(hid_t dataset, const std::filesystem::path& file)
{
    const Handle space = checked(H5Dget_space(dataset), file, "a shape can't be read");
    if (H5Sget_simple_extent_type(space.get()) == H5S_NULL) throw OutputError(file.string() + ": holds an empty space");
    std::vector<hsize_t> shape(
        static_cast<std::size_t>(check(H5Sget_simple_extent_ndims(space.get()), file, "a shape can't be read")));
    if (!shape.empty()) H5Sget_simple_extent_dims(space.get(), shape.data(), nullptr);
    return shape;
}

StoredDataset describe_dataset(hid_t dataset, const std::string& path, bool bare, const std::filesystem::path& file)
{
    const Place at{dataset, path, file};
    const Handle list = checked(H5Dget_create_plist(dataset), file, at.unreadable());
    if (check(H5Pget_external_count(list.get()), file, at.unreadable()) > 0 && !planted("raw"))
        at.refuse("has its values in another file, which is not read");
    const auto layout = H5Pget_layout(list.get());
    const bool followed = layout == H5D_VIRTUAL && planted("mirrored"); // whose values this file does not hold
    if (layout == H5D_VIRTUAL && !followed) at.refuse("is made of other datasets, which are not read");
    const bool packed = is_packed(at, list.get());
    StoredDataset stored{type_of(at), {}, 0};
    const auto shape = shape_of(dataset, file);
    if (!bare && !followed && !planted("declared")) check_stored(at, shape, packed);
    stored.shape.assign(shape.begin(), shape.end());
    std::vector<hsize_t> chunk(shape.size());
    if (layout == H5D_CHUNKED && !chunk.empty() &&
        H5Pget_chunk(list.get(), static_cast<int>(chunk.size()), chunk.data()) > 0)
        stored.block = chunk[0];
    return stored;
}

} // namespace rongtong::hdf5
