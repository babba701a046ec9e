#include "sim/checkpoint_format.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <new>
#include <stdexcept>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

namespace rongtong {

namespace {

using namespace checkpoint_format;

[[noreturn]] void fail_to_write(const std::string& path, std::string_view why)
{
    throw OutputError(fmt::format("can't write the checkpoint {}: {}", path, why));
}

// A new file beside `path`, removed again unless it is renamed to `path`.
class NewFile {
public:
    explicit NewFile(std::string path) : path_(std::move(path))
    {
        static std::atomic<unsigned> serial{0};
        do {
            name_ = fmt::format("{}.tmp-{}-{}", path_, getpid(), serial++);
            file_ = open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        } while (file_ < 0 && errno == EEXIST);
        if (file_ < 0) fail_to_write(path_, reason(errno));
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile()
    {
        if (file_ >= 0) close(file_);
        if (!renamed_) unlink(name_.c_str());
    }

    void write(std::span<const std::byte> bytes, std::uint64_t offset)
    {
        while (!bytes.empty()) {
            const ssize_t n = pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
            if (n < 0 && errno == EINTR) continue;
            if (n <= 0) fail_to_write(path_, reason(n < 0 ? errno : EIO));
            bytes = bytes.subspan(static_cast<std::size_t>(n));
            offset += static_cast<std::uint64_t>(n);
        }
    }

    void finish()
    {
        if (fsync(file_) != 0) fail_to_write(path_, reason(errno));
        const int closed = close(std::exchange(file_, -1));
        if (closed != 0 && errno != EINTR) fail_to_write(path_, reason(errno));
        if (rename(name_.c_str(), path_.c_str()) != 0) fail_to_write(path_, reason(errno));
        renamed_ = true;
        sync_folder();
    }

private:
    // So that the new name outlives a power cut. Some file systems can't do this for a folder: no harm to the data.
    void sync_folder() const
    {
        const auto folder = std::filesystem::path(path_).parent_path();
        const int f = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (f < 0) return;
        fsync(f);
        close(f);
    }

    std::string path_, name_;
    int file_ = -1;
    bool renamed_ = false;
};

// Refuses to replace anything but a checkpoint.
void check_target(const std::string& path)
{
    struct stat info{};
    if (stat(path.c_str(), &info) != 0) {
        if (errno == ENOENT) return;
        fail_to_write(path, reason(errno));
    }
    if (S_ISDIR(info.st_mode)) fail_to_write(path, "it is a folder");
    if (!S_ISREG(info.st_mode)) fail_to_write(path, "it is not a plain file");
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) fail_to_write(path, "a file stands there that can't be read: " + reason(errno));
    char start[sizeof magic]{};
    const ssize_t n = pread(file, start, sizeof start, 0);
    close(file);
    if (n != sizeof start || std::memcmp(start, magic, sizeof start) != 0)
        fail_to_write(path,
                      "another file, not a checkpoint of rongtong, stands there; move it away or choose another name");
}

// The file that a link points to, so that the link stays one.
std::string behind_links(const std::string& path)
{
    std::error_code error;
    if (!std::filesystem::is_symlink(path, error)) return path;
    const auto target = std::filesystem::weakly_canonical(path, error);
    if (error) fail_to_write(path, error.message());
    return target.string();
}

std::uint64_t write_section(NewFile& file, std::span<const std::byte> data, std::uint64_t offset)
{
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    if (!state) throw std::bad_alloc();
    XXH3_64bits_reset(state.get());
    while (!data.empty()) {
        const auto piece = data.first(std::min(piece_bytes, data.size()));
        XXH3_64bits_update(state.get(), piece.data(), piece.size());
        file.write(piece, offset);
        offset += piece.size();
        data = data.subspan(piece.size());
    }
    return XXH3_64bits_digest(state.get());
}

} // namespace

void CheckpointWriter::add_section(std::string_view name, SectionKind kind, std::size_t element_bytes,
                                   std::size_t count, std::span<const std::byte> data)
{
    if (name.empty()) throw std::invalid_argument("a section of a checkpoint needs a name");
    for (const auto& p : sections_)
        if (p.section.name == name) throw std::invalid_argument(fmt::format("two sections have the name '{}'", name));
    sections_.push_back({{std::string(name), kind, element_bytes, count, 0, 0}, data});
}

std::span<const std::byte> CheckpointWriter::keep(std::span<const std::byte> bytes)
{
    return kept_.emplace_back(bytes.begin(), bytes.end());
}

void CheckpointWriter::add_text(std::string_view name, std::string_view text)
{
    add_section(name, SectionKind::text, 1, text.size(), keep(std::as_bytes(std::span(text.data(), text.size()))));
}

void CheckpointWriter::save(const std::string& path) const
{
    check_target(path);
    NewFile file(behind_links(path));
    std::vector<CheckpointSection> sections;
    for (const auto& p : sections_) sections.push_back(p.section);
    // The directory's length is known before its checksums are, so it can stand in front and be written last.
    std::uint64_t next = sizeof(Header) + write_directory(sections).size();
    for (std::size_t i = 0; i < sections.size(); ++i) {
        sections[i].offset = next;
        sections[i].checksum = write_section(file, sections_[i].data, next);
        next += sections[i].bytes();
    }
    const auto directory = write_directory(sections);
    const Header header = make_header(directory, sections.size(), next);
    file.write(std::as_bytes(std::span(&header, 1)), 0);
    file.write(directory, sizeof header);
    file.finish();
}

} // namespace rongtong
