#include "output/attributes.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "sim/error.hpp"
#include "sim/planted.hpp"

namespace rongtong {

std::size_t length_of(const Dimension& dimension)
{
    if (const auto* texts = std::get_if<std::vector<std::string>>(&dimension.values)) return texts->size();
    if (const auto* numbers = std::get_if<std::vector<std::int32_t>>(&dimension.values)) return numbers->size();
    return dimension.length;
}

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

std::string path_of(hid_t object)
{
    std::array<char, 512> name{};
    const auto length = H5Iget_name(object, name.data(), name.size());
    return length > 0 ? name.data() : "?";
}

// An open attribute whose shape is known to be one that memory is made for. Where it is, is put into words only when it is needed.
struct Stored {
    hid_t object;
    const std::string& name;
    const std::filesystem::path& file;
    Handle attribute{}, type{};
    std::size_t values = 0;

    std::string place() const { return fmt::format("attribute '{}' of {}", name, path_of(object)); }
};

[[noreturn]] void refuse_attribute(const Stored& stored, const std::string& why)
{
    throw OutputError(fmt::format("{}: {} {}", stored.file.string(), stored.place(), why));
}

Stored open_stored(hid_t object, const std::string& name, const std::filesystem::path& file)
{
    Stored stored{object, name, file};
    const auto readable = [&](auto status) {
        if (status < 0) fail(file, stored.place() + " can't be read");
        return status;
    };
    stored.attribute = Handle(readable(H5Aopen(object, name.c_str(), H5P_DEFAULT)));
    stored.type = Handle(readable(H5Aget_type(stored.attribute.get())));
    const Handle space(readable(H5Aget_space(stored.attribute.get())));
    if (H5Sget_simple_extent_type(space.get()) != H5S_NULL)
        stored.values = static_cast<std::size_t>(readable(H5Sget_simple_extent_npoints(space.get())));
    return stored;
}

void expect_one(const Stored& stored, const char* what)
{
    if (stored.values != 1 && !planted("attribute-shape"))
        refuse_attribute(stored, fmt::format("holds {} values, where one {} is expected", stored.values, what));
}

void read_into(const Stored& stored, hid_t type, void* memory)
{
    if (H5Aread(stored.attribute.get(), type, memory) < 0) refuse_attribute(stored, "can't be read");
}

std::string read_text(const Stored& stored)
{
    constexpr std::size_t longest = std::size_t{1} << 26; // a merged scenario has some thousand bytes
    expect_one(stored, "text");
    if (H5Tis_variable_str(stored.type.get()) > 0) {
        char* text = nullptr;
        read_into(stored, memory_type(ValueType::text), &text);
        const std::string copy = text ? text : "";
        H5free_memory(text);
        return copy;
    }
    const std::size_t bytes = H5Tget_size(stored.type.get());
    if (bytes > longest)
        refuse_attribute(stored, fmt::format("is a text of {} bytes, more than any results file has", bytes));
    std::string text(bytes, '\0');
    read_into(stored, stored.type.get(), text.data());
    text.resize(std::min(text.size(), text.find('\0')));
    return text;
}

template <class T>
T read_number(const Stored& stored, hid_t type)
{
    expect_one(stored, "number");
    T value{};
    read_into(stored, type, &value);
    return value;
}

// Values of flags: as many as an int8 can tell apart, at most.
std::vector<std::int8_t> read_flags(const Stored& stored)
{
    if (stored.values > 128)
        refuse_attribute(stored, fmt::format("holds {} flags, where 128 are the most", stored.values));
    std::vector<std::int8_t> values(stored.values);
    if (!values.empty()) read_into(stored, H5T_NATIVE_INT8, values.data());
    return values;
}

AttributeValue read_known(hid_t object, const std::string& name, const std::filesystem::path& file)
{
    const Stored stored = open_stored(object, name, file);
    const auto type = find_value_type(stored.type.get());
    if (!type) refuse_attribute(stored, "is of a type that no results file holds");
    switch (*type) {
    case ValueType::text: return read_text(stored);
    case ValueType::int8: return read_flags(stored);
    case ValueType::int32: return read_number<std::int32_t>(stored, H5T_NATIVE_INT32);
    case ValueType::int64: return read_number<std::int64_t>(stored, H5T_NATIVE_INT64);
    case ValueType::uint64: return read_number<std::uint64_t>(stored, H5T_NATIVE_UINT64);
    default: return read_number<double>(stored, H5T_NATIVE_DOUBLE);
    }
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
    if (!has_attribute(object, name))
        throw OutputError(fmt::format("{}: {} has no attribute '{}'", file.string(), path_of(object), name));
    return read_known(object, name, file);
}

std::optional<std::uint64_t> count_in(const AttributeValue& value)
{
    if (const auto* number = std::get_if<std::uint64_t>(&value)) return *number;
    if (const auto* number = std::get_if<std::int64_t>(&value); number && *number >= 0)
        return static_cast<std::uint64_t>(*number);
    if (const auto* number = std::get_if<std::int32_t>(&value); number && *number >= 0)
        return static_cast<std::uint64_t>(*number);
    return std::nullopt;
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
    for (const auto& name : names) all.emplace_back(name, read_known(object, name, file));
    return all;
}

std::string text_or_empty(hid_t object, const std::string& name, const std::filesystem::path& file)
{
    if (!has_attribute(object, name)) return "";
    const auto value = read_known(object, name, file);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    throw OutputError(fmt::format("{}: attribute '{}' of {} is no text", file.string(), name, path_of(object)));
}

} // namespace rongtong::hdf5
