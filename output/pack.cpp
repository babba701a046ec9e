#include "output/pack.hpp"

#include "output/input_error.hpp"
#include "output/output_path.hpp"
#include "output/plain_file.hpp"
#include "sim/error.hpp"
#include "sim/planted.hpp"

#include <zip.h>

#include <algorithm>
#include <fstream>
#include <optional>

namespace rongtong {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_input(const fs::path& pack, const std::string& what, const std::string& why)
{
    throw InputError(pack.string() + ": " + what + ": " + why);
}

[[noreturn]] void refuse_pack(const fs::path& pack, const std::string& what, const std::string& why)
{
    throw OutputError(pack.string() + ": " + what + ": " + why);
}

std::string reason_of(int code)
{
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    std::string text = zip_error_strerror(&error);
    zip_error_fini(&error);
    return text;
}

zip_t* open_pack(const fs::path& pack, int flags)
{
    int code = 0;
    zip_t* archive = zip_open(pack.c_str(), flags, &code);
    if (!archive) refuse_pack(pack, "can't be opened", reason_of(code));
    return archive;
}

std::vector<std::byte> read_file(const fs::path& file)
{
    std::error_code ec;
    const auto size = fs::file_size(file, ec);
    std::vector<std::byte> bytes(ec ? 0 : size);
    std::ifstream in(file, std::ios::binary);
    if (ec || !in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size())))
        throw OutputError(file.string() + ": can't be read");
    return bytes;
}

void add_files(zip_t* archive, const fs::path& pack, const std::vector<fs::path>& files)
{
    constexpr zip_uint32_t quick = 1;
    for (const auto& file : files) {
        zip_source_t* source = zip_source_file(archive, file.c_str(), 0, -1);
        const auto index = source ? zip_file_add(archive, file.filename().c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0) {
            const std::string why = zip_strerror(archive);
            if (source) zip_source_free(source);
            zip_discard(archive);
            refuse_pack(pack, "can't take " + file.string(), why);
        }
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_DEFLATE, quick);
    }
}

void verify_pack(const fs::path& pack, const std::vector<fs::path>& files)
{
    const PackReader reader(pack);
    if (reader.members().size() != files.size()) refuse_pack(pack, "can't be verified", "members are missing");
    for (const auto& file : files)
        if (reader.bytes(file.filename().string()) != read_file(file))
            refuse_pack(pack, "can't be verified", file.filename().string() + " differs from its file");
}

} // namespace

void write_pack(const fs::path& pack, const std::vector<fs::path>& files)
{
    const fs::path part = part_path_of(pack);
    std::error_code ec;
    try {
        zip_t* archive = open_pack(part, ZIP_CREATE | ZIP_TRUNCATE);
        add_files(archive, part, files);
        if (zip_close(archive) < 0) {
            const std::string why = zip_strerror(archive);
            zip_discard(archive);
            refuse_pack(part, "can't be written", why);
        }
        verify_pack(part, files);
        publish(part, pack, false);
    } catch (...) {
        fs::remove(part, ec);
        throw;
    }
}

namespace {

// Piece by piece, since the length that a member claims need not be true: memory is taken for what is there.
std::optional<std::vector<std::byte>> read_to_end(zip_file_t* file, std::uint64_t claimed)
{
    constexpr std::size_t piece = std::size_t{1} << 20;
    constexpr std::uint64_t at_once = std::uint64_t{1} << 28;
    std::vector<std::byte> bytes;
    bytes.reserve(std::min(claimed, at_once) + piece);
    if (planted("claims")) bytes.resize(claimed), bytes.clear();
    for (;;) {
        const std::size_t before = bytes.size();
        bytes.resize(before + piece);
        const auto got = zip_fread(file, bytes.data() + before, piece);
        if (got < 0) return std::nullopt;
        bytes.resize(before + static_cast<std::size_t>(got));
        if (bytes.size() > claimed) return std::nullopt;
        if (got == 0) return bytes.size() == claimed ? std::optional(std::move(bytes)) : std::nullopt;
    }
}

// Zeros pack a thousandfold, so that a small file could ask for any memory. No results of this size are so alike.
bool claims_too_much(const zip_stat_t& about)
{
    constexpr zip_uint64_t small = zip_uint64_t{1} << 28, mostly_packed = 100;
    if (planted("claims")) return false;
    return about.size > small && about.size / mostly_packed > about.comp_size;
}

} // namespace

struct PackReader::Impl {
    fs::path path;
    zip_t* archive = nullptr;
    ~Impl()
    {
        if (archive) zip_discard(archive);
    }
};

PackReader::PackReader(const fs::path& pack) : impl_(std::make_unique<Impl>())
{
    impl_->path = pack;
    try {
        require_plain_file(pack, "a pack");
        impl_->archive = open_pack(pack, ZIP_RDONLY);
    } catch (const OutputError& error) {
        throw InputError(std::string(error.what()) +
                         "; its runs are lost: remove it, and sweep --resume does them again");
    }
}

PackReader::~PackReader() = default;
PackReader::PackReader(PackReader&&) noexcept = default;
PackReader& PackReader::operator=(PackReader&&) noexcept = default;

std::vector<std::string> PackReader::members() const
{
    std::vector<std::string> names;
    const auto count = zip_get_num_entries(impl_->archive, 0);
    for (zip_int64_t i = 0; i < count; ++i)
        if (const char* name = zip_get_name(impl_->archive, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS))
            names.emplace_back(name);
    return names;
}

std::vector<std::byte> PackReader::bytes(const std::string& member) const
{
    zip_stat_t about;
    if (zip_stat(impl_->archive, member.c_str(), 0, &about) < 0)
        refuse_input(impl_->path, "has no " + member, "no such member");
    if (claims_too_much(about))
        refuse_input(impl_->path, member + " is damaged", "it would be larger unpacked than results of a run can be");
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(impl_->archive, member.c_str(), 0),
                                                                  &zip_fclose);
    if (!file) refuse_input(impl_->path, member + " can't be read", zip_strerror(impl_->archive));
    auto bytes = read_to_end(file.get(), about.size); // reading to the end is what checks the checksum
    if (!bytes) refuse_input(impl_->path, member + " is damaged", "its length or checksum does not match");
    return std::move(*bytes);
}

} // namespace rongtong
