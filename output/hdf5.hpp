// The thin layer over the HDF5 C library: handles that close themselves, failures as OutputError, silence. Inside
// output/ only.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <hdf5.h>

#include "output/layout.hpp"

namespace rongtong::hdf5 {

// While one lives: HDF5 is ours alone (it need not be built thread-safe) and prints no errors of its own.
class Session {
public:
    Session();
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

private:
    std::unique_lock<std::recursive_mutex> lock_;
    H5E_auto2_t printer_ = nullptr;
    void* printer_data_ = nullptr;
};

// For a child process that was forked within a session: it has the library to itself.
void session_was_forked();

// Owns one HDF5 identifier of any kind. Files are better closed by close_file, which reports.
class Handle {
public:
    Handle() = default;
    explicit Handle(hid_t id) : id_(id) {}
    ~Handle() { reset(); }
    Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, -1)) {}
    Handle& operator=(Handle&& other) noexcept
    {
        std::swap(id_, other.id_);
        return *this;
    }
    void reset()
    {
        if (id_ >= 0) H5Idec_ref(std::exchange(id_, -1));
    }
    hid_t release() { return std::exchange(id_, -1); }
    hid_t get() const { return id_; }
    explicit operator bool() const { return id_ >= 0; }

private:
    hid_t id_ = -1;
};

// Throws OutputError "FILE: what: reason" with the reason that HDF5 gives (the operating system's where it has one).
[[noreturn]] void fail(const std::filesystem::path& file, const std::string& what);

// Identifiers and status codes are negative on failure.
template <class Status>
Status check(Status status, const std::filesystem::path& file, const std::string& what)
{
    if (status < 0) fail(file, what);
    return status;
}

inline Handle checked(hid_t id, const std::filesystem::path& file, const std::string& what)
{
    return Handle(check(id, file, what));
}

hid_t memory_type(ValueType type); // a native type; for text the shared variable-length UTF-8 string type
hid_t file_type(ValueType type);   // little-endian
std::size_t size_of(ValueType type);
std::optional<ValueType> find_value_type(hid_t type); // empty for a type that we never write

// Default format, attributes and links in the order of creation.
Handle create_file(const std::filesystem::path& file);
Handle open_file(const std::filesystem::path& file, bool writable);
Handle open_image(std::span<const std::byte> bytes, const std::filesystem::path& shown); // read only, copied
void close_file(Handle& handle, const std::filesystem::path& file);

std::string parent_of(const std::string& path); // "/by_size/output" -> "/by_size", "/month" -> "/"
std::string name_of(const std::string& path);

} // namespace rongtong::hdf5
