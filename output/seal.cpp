#include "output/seal.hpp"

#include <array>
#include <bit>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <memory>
#include <vector>

#include <xxhash.h>

#include "sim/error.hpp"
#include "sim/planted.hpp"

namespace rongtong {

namespace fs = std::filesystem;

namespace {

static_assert(std::endian::native == std::endian::little, "the numbers are written as they lie in memory");

constexpr std::array<char, 8> letters{'R', 'T', 'S', 'E', 'A', 'L', '1', '\n'};

struct Seal {
    std::array<char, 8> magic = letters;
    std::uint64_t bytes = 0, checksum = 0;
};
static_assert(sizeof(Seal) == seal_bytes);

[[noreturn]] void refuse_changed(const fs::path& file)
{
    throw OutputError(file.string() + ": is damaged, or was changed since it was written: its checksum does not match; "
                                      "get the file anew, or do the run again");
}

// XXH3-64 of the first `bytes` bytes.
std::uint64_t checksum_of(std::ifstream& in, std::uint64_t bytes, const fs::path& file)
{
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    if (!state) throw std::bad_alloc();
    XXH3_64bits_reset(state.get());
    std::vector<char> piece(std::size_t{1} << 20);
    in.seekg(0);
    while (bytes > 0) {
        const auto n = static_cast<std::streamsize>(std::min<std::uint64_t>(bytes, piece.size()));
        if (!in.read(piece.data(), n)) throw OutputError(file.string() + ": can't be read");
        XXH3_64bits_update(state.get(), piece.data(), static_cast<std::size_t>(n));
        bytes -= static_cast<std::uint64_t>(n);
    }
    return XXH3_64bits_digest(state.get());
}

std::uint64_t size_of_file(const fs::path& file)
{
    if (planted("pipes")) return static_cast<std::uint64_t>(std::ifstream(file, std::ios::ate).tellg());
    std::error_code error;
    const auto size = fs::file_size(file, error);
    if (error) throw OutputError(file.string() + ": can't be read: " + error.message());
    return size;
}

} // namespace

void add_seal(const fs::path& file)
{
    Seal seal;
    seal.bytes = size_of_file(file);
    {
        std::ifstream in(file, std::ios::binary);
        seal.checksum = checksum_of(in, seal.bytes, file);
    }
    std::ofstream out(file, std::ios::binary | std::ios::app);
    out.write(reinterpret_cast<const char*>(&seal), sizeof seal);
    out.close();
    if (!out) throw OutputError(file.string() + ": can't be written: " + std::strerror(errno));
}

bool check_seal(const fs::path& file)
{
    const auto size = size_of_file(file);
    if (size < seal_bytes) return false;
    std::ifstream in(file, std::ios::binary);
    Seal seal;
    in.seekg(static_cast<std::streamoff>(size - seal_bytes));
    if (!in.read(reinterpret_cast<char*>(&seal), sizeof seal)) throw OutputError(file.string() + ": can't be read");
    if (seal.magic != letters) return false;
    if (seal.bytes != size - seal_bytes || seal.checksum != checksum_of(in, seal.bytes, file)) refuse_changed(file);
    return true;
}

bool check_seal(std::span<const std::byte> bytes, const fs::path& shown)
{
    const auto content = without_seal(bytes);
    if (content.size() == bytes.size()) return false;
    Seal seal;
    std::memcpy(&seal, bytes.data() + content.size(), sizeof seal);
    if (seal.bytes != content.size() || seal.checksum != XXH3_64bits(content.data(), content.size()))
        refuse_changed(shown);
    return true;
}

std::span<const std::byte> without_seal(std::span<const std::byte> bytes)
{
    const bool sealed = bytes.size() >= seal_bytes &&
                        std::memcmp(bytes.data() + bytes.size() - seal_bytes, letters.data(), letters.size()) == 0;
    return sealed ? bytes.first(bytes.size() - seal_bytes) : bytes;
}

} // namespace rongtong
