#include "output/attributes.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "sim/error.hpp"

namespace rongtong {

Attributes flags(const std::vector<std::string>& meanings)
{
    std::vector<std::int8_t> values;
    std::string words;
    for (const auto& meaning : meanings) {
        words += (values.empty() ? "" : " ") + meaning;
        values.push_back(static_cast<std::int8_t>(values.size()));
    }
    return {{"flag_values", values}, {"flag_meanings", words}};
}

} // namespace rongtong

namespace rongtong::hdf5 {

namespace {

// A type and a shape to write with, and where the bytes are.
struct Raw {
    Handle type, space;
    const void* bytes = nullptr;
};

template <class T>
Raw raw_number(hid_t type, const T& value)
{
    return {Handle(H5Tcopy(type)), Handle(H5Screate(H5S_SCALAR)), &value};
}

struct MakeRaw {
    Raw operator()(const std::string& text) const
    {
        Raw raw = raw_number(H5T_C_S1, *text.c_str());
        H5Tset_size(raw.type.get(), std::max<std::size_t>(1, text.size())); // an empty text is one NUL
        H5Tset_strpad(raw.type.get(), H5T_STR_NULLPAD);
        H5Tset_cset(raw.type.get(), H5T_CSET_UTF8);
        return raw;
    }
    Raw operator()(const double& value) const { return raw_number(H5T_NATIVE_DOUBLE, value); }
    Raw operator()(const std::int32_t& value) const { return raw_number(H5T_NATIVE_INT32, value); }
    Raw operator()(const std::int64_t& value) const { return raw_number(H5T_NATIVE_INT64, value); }
    Raw operator()(const std::uint64_t& value) const { return raw_number(H5T_NATIVE_UINT64, value); }
    Raw operator()(const std::vector<std::int8_t>& values) const
    {
        const hsize_t n = values.size();
        return {Handle(H5Tcopy(H5T_NATIVE_INT8)), Handle(H5Screate_simple(1, &n, nullptr)), values.data()};
    }
};

std::string read_text(hid_t attribute, hid_t type, const std::filesystem::path& file)
{
    if (H5Tis_variable_str(type) > 0) {
        char* text = nullptr;
        check(H5Aread(attribute, memory_type(ValueType::text), &text), file, "attribute can't be read");
        const std::string copy = text ? text : "";
        H5free_memory(text);
        return copy;
    }
    std::string text(H5Tget_size(type), '\0');
    check(H5Aread(attribute, type, text.data()), file, "attribute can't be read");
    text.resize(std::min(text.size(), text.find('\0')));
    return text;
}

template <class T>
T read_number(hid_t attribute, hid_t type, const std::filesystem::path& file)
{
    T value{};
    check(H5Aread(attribute, type, &value), file, "attribute can't be read");
    return value;
}

// Names that belong to dimension scales, not to us.
bool of_scales(std::string_view name)
{
    constexpr std::array<std::string_view, 5> names{"CLASS", "NAME", "REFERENCE_LIST", "DIMENSION_LIST",
                                                    "_Netcdf4Dimid"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

void write_attribute(hid_t object, const std::string& name, const AttributeValue& value,
                     const std::filesystem::path& file)
{
    const std::string what = "attribute '" + name + "' can't be written";
    const Raw raw = std::visit(MakeRaw{}, value);
    if (has_attribute(object, name)) check(H5Adelete(object, name.c_str()), file, what);
    const Handle attribute = checked(
        H5Acreate2(object, name.c_str(), raw.type.get(), raw.space.get(), H5P_DEFAULT, H5P_DEFAULT), file, what);
    check(H5Awrite(attribute.get(), raw.type.get(), raw.bytes), file, what);
}

void write_description(hid_t object, const Description& text, const std::filesystem::path& file)
{
    if (!text.units.empty()) write_attribute(object, "units", text.units, file);
    if (!text.long_name.empty()) write_attribute(object, "long_name", text.long_name, file);
    if (!text.comment.empty()) write_attribute(object, "comment", text.comment, file);
    for (const auto& [name, value] : text.further) write_attribute(object, name, value, file);
}

bool has_attribute(hid_t object, const std::string& name) { return H5Aexists(object, name.c_str()) > 0; }

AttributeValue read_attribute(hid_t object, const std::string& name, const std::filesystem::path& file)
{
    if (!has_attribute(object, name)) throw OutputError(file.string() + ": has no attribute '" + name + "'");
    const Handle attribute = checked(H5Aopen(object, name.c_str(), H5P_DEFAULT), file, "attribute can't be read");
    const Handle type = checked(H5Aget_type(attribute.get()), file, "attribute can't be read");
    const Handle space = checked(H5Aget_space(attribute.get()), file, "attribute can't be read");
    switch (value_type(type.get(), file)) {
    case ValueType::text: return read_text(attribute.get(), type.get(), file);
    case ValueType::int32: return read_number<std::int32_t>(attribute.get(), H5T_NATIVE_INT32, file);
    case ValueType::int64: return read_number<std::int64_t>(attribute.get(), H5T_NATIVE_INT64, file);
    case ValueType::uint64: return read_number<std::uint64_t>(attribute.get(), H5T_NATIVE_UINT64, file);
    case ValueType::int8: break;
    default: return read_number<double>(attribute.get(), H5T_NATIVE_DOUBLE, file);
    }
    std::vector<std::int8_t> values(static_cast<std::size_t>(H5Sget_simple_extent_npoints(space.get())));
    check(H5Aread(attribute.get(), H5T_NATIVE_INT8, values.data()), file, "attribute can't be read");
    return values;
}

Attributes read_attributes(hid_t object, const std::filesystem::path& file)
{
    std::vector<std::string> names;
    const auto collect = [](hid_t, const char* name, const H5A_info_t*, void* data) -> herr_t {
        if (!of_scales(name)) static_cast<std::vector<std::string>*>(data)->emplace_back(name);
        return 0;
    };
    hsize_t from = 0;
    check(H5Aiterate2(object, H5_INDEX_CRT_ORDER, H5_ITER_INC, &from, collect, &names), file,
          "attributes can't be read");
    Attributes all;
    for (const auto& name : names) all.emplace_back(name, read_attribute(object, name, file));
    return all;
}

std::string text_or_empty(hid_t object, const std::string& name, const std::filesystem::path& file)
{
    if (!has_attribute(object, name)) return "";
    const auto value = read_attribute(object, name, file);
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : "";
}

} // namespace rongtong::hdf5
