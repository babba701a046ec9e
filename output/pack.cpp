#include "output/pack.hpp"

#include "output/output_path.hpp"
#include "sim/error.hpp"

#include <zip.h>

#include <fstream>

namespace rongtong {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& pack, const std::string& what, const std::string& why)
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

zip_t* open_archive(const fs::path& pack, int flags)
{
    int code = 0;
    zip_t* archive = zip_open(pack.c_str(), flags, &code);
    if (!archive) refuse(pack, "can't be opened", reason_of(code));
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
            refuse(pack, "can't take " + file.string(), why);
        }
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_DEFLATE, quick);
    }
}

void verify(const fs::path& pack, const std::vector<fs::path>& files)
{
    const PackReader reader(pack);
    if (reader.members().size() != files.size()) refuse(pack, "can't be verified", "members are missing");
    for (const auto& file : files)
        if (reader.bytes(file.filename().string()) != read_file(file))
            refuse(pack, "can't be verified", file.filename().string() + " differs from its file");
}

} // namespace

void write_pack(const fs::path& pack, const std::vector<fs::path>& files)
{
    const fs::path part = part_path_of(pack);
    std::error_code ec;
    try {
        zip_t* archive = open_archive(part, ZIP_CREATE | ZIP_TRUNCATE);
        add_files(archive, part, files);
        if (zip_close(archive) < 0) {
            const std::string why = zip_strerror(archive);
            zip_discard(archive);
            refuse(part, "can't be written", why);
        }
        verify(part, files);
        publish(part, pack, false);
    } catch (...) {
        fs::remove(part, ec);
        throw;
    }
}

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
    impl_->archive = open_archive(pack, ZIP_RDONLY);
}

PackReader::~PackReader() = default;
PackReader::PackReader(PackReader&&) noexcept = default;
PackReader& PackReader::operator=(PackReader&&) noexcept = default;

std::vector<std::string> PackReader::members() const
{
    std::vector<std::string> names;
    const auto count = zip_get_num_entries(impl_->archive, 0);
    for (zip_int64_t i = 0; i < count; ++i)
        names.emplace_back(zip_get_name(impl_->archive, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS));
    return names;
}

std::vector<std::byte> PackReader::bytes(const std::string& member) const
{
    zip_stat_t about;
    if (zip_stat(impl_->archive, member.c_str(), 0, &about) < 0)
        refuse(impl_->path, "has no " + member, "no such member");
    zip_file_t* file = zip_fopen(impl_->archive, member.c_str(), 0);
    if (!file) refuse(impl_->path, member + " can't be read", zip_strerror(impl_->archive));
    std::vector<std::byte> bytes(about.size);
    const auto got = zip_fread(file, bytes.data(), bytes.size());
    char beyond = 0; // reading to the end is what checks the checksum
    const auto rest = zip_fread(file, &beyond, 1);
    const int closed = zip_fclose(file);
    if (got != static_cast<zip_int64_t>(bytes.size()) || rest != 0 || closed != 0)
        refuse(impl_->path, member + " is damaged", "its checksum does not match");
    return bytes;
}

} // namespace rongtong
