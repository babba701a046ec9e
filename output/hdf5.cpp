#include "output/hdf5.hpp"

#include <string_view>

#include <hdf5_hl.h>

#include "sim/error.hpp"

namespace rongtong::hdf5 {

namespace {

std::recursive_mutex& library_mutex()
{
    static std::recursive_mutex mutex;
    return mutex;
}

// The first entry of HDF5's stack is the innermost one; the system's own words follow "error message = '".
herr_t take_first(unsigned n, const H5E_error2_t* error, void* data)
{
    if (n != 0 || !error->desc) return 0;
    const std::string_view text = error->desc;
    constexpr std::string_view mark = "error message = '";
    const auto begin = text.find(mark);
    const auto words = begin == text.npos ? text : text.substr(begin + mark.size());
    *static_cast<std::string*>(data) = words.substr(0, begin == text.npos ? text.npos : words.find('\''));
    return 0;
}

bool forked = false; // a child of one thread, which holds the mutex of the parent's thread and can't lock it again

const hid_t& text_type()
{
    static const hid_t type = [] {
        const hid_t made = H5Tcopy(H5T_C_S1);
        H5Tset_size(made, H5T_VARIABLE);
        H5Tset_cset(made, H5T_CSET_UTF8);
        return made;
    }();
    return type;
}

} // namespace

// HDF5 1.10 crashes when it ends with a file whose last writes failed (a full disk). We close all files ourselves, so
// it need not tidy up at exit; files that can't be closed are left to the system.
Session::Session() : lock_(library_mutex(), std::defer_lock)
{
    if (!forked) lock_.lock();
    static const herr_t no_end = H5dont_atexit();
    static_cast<void>(no_end);
    H5Eget_auto2(H5E_DEFAULT, &printer_, &printer_data_);
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

void session_was_forked() { forked = true; }

Session::~Session() { H5Eset_auto2(H5E_DEFAULT, printer_, printer_data_); }

void fail(const std::filesystem::path& file, const std::string& what)
{
    std::string reason;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, take_first, &reason);
    throw OutputError(file.string() + ": " + what + (reason.empty() ? "" : ": " + reason));
}

hid_t memory_type(ValueType type)
{
    switch (type) {
    case ValueType::int8: return H5T_NATIVE_INT8;
    case ValueType::int32: return H5T_NATIVE_INT32;
    case ValueType::int64: return H5T_NATIVE_INT64;
    case ValueType::uint64: return H5T_NATIVE_UINT64;
    case ValueType::float32: return H5T_NATIVE_FLOAT;
    case ValueType::float64: return H5T_NATIVE_DOUBLE;
    case ValueType::text: return text_type();
    }
    return -1;
}

hid_t file_type(ValueType type)
{
    switch (type) {
    case ValueType::int8: return H5T_STD_I8LE;
    case ValueType::int32: return H5T_STD_I32LE;
    case ValueType::int64: return H5T_STD_I64LE;
    case ValueType::uint64: return H5T_STD_U64LE;
    case ValueType::float32: return H5T_IEEE_F32LE;
    case ValueType::float64: return H5T_IEEE_F64LE;
    case ValueType::text: return text_type();
    }
    return -1;
}

std::size_t size_of(ValueType type)
{
    switch (type) {
    case ValueType::int8: return sizeof(std::int8_t);
    case ValueType::int32: return sizeof(std::int32_t);
    case ValueType::float32: return sizeof(float);
    case ValueType::int64:
    case ValueType::uint64:
    case ValueType::float64: return sizeof(double);
    case ValueType::text: break;
    }
    return sizeof(char*);
}

std::optional<ValueType> find_value_type(hid_t type)
{
    const auto size = H5Tget_size(type);
    const auto kind = H5Tget_class(type);
    if (kind == H5T_STRING) return ValueType::text;
    if (kind == H5T_FLOAT && size == 4) return ValueType::float32;
    if (kind == H5T_FLOAT && size == 8) return ValueType::float64;
    if (kind == H5T_INTEGER && H5Tget_sign(type) == H5T_SGN_2) {
        if (size == 1) return ValueType::int8;
        if (size == 4) return ValueType::int32;
        if (size == 8) return ValueType::int64;
    }
    if (kind == H5T_INTEGER && size == 8) return ValueType::uint64;
    return std::nullopt;
}

Handle create_file(const std::filesystem::path& file)
{
    const Handle list = checked(H5Pcreate(H5P_FILE_CREATE), file, "can't be created");
    constexpr unsigned order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
    check(H5Pset_link_creation_order(list.get(), order), file, "can't be created");
    check(H5Pset_attr_creation_order(list.get(), order), file, "can't be created");
    check(H5Pset_obj_track_times(list.get(), false), file, "can't be created");
    return checked(H5Fcreate(file.c_str(), H5F_ACC_TRUNC, list.get(), H5P_DEFAULT), file, "can't be created");
}

Handle open_file(const std::filesystem::path& file, bool writable)
{
    return checked(H5Fopen(file.c_str(), writable ? H5F_ACC_RDWR : H5F_ACC_RDONLY, H5P_DEFAULT), file,
                   "can't be opened");
}

Handle open_image(std::span<const std::byte> bytes, const std::filesystem::path& shown)
{
    void* image = const_cast<std::byte*>(bytes.data()); // copied, not changed
    return checked(H5LTopen_file_image(image, bytes.size(), 0), shown, "can't be opened (is it damaged?)");
}

void close_file(Handle& handle, const std::filesystem::path& file)
{
    if (!handle) return;
    check(H5Fclose(handle.release()), file, "can't be closed");
}

std::string parent_of(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == 0 || slash == path.npos ? "/" : path.substr(0, slash);
}

std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

} // namespace rongtong::hdf5
