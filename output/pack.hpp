// Packs: many finished files in one, so that a sweep does not leave thousands of small files behind. A pack is a plain zip
// archive, its members deflated; `unzip` takes out any of them. docs/sweeps.md says what a sweep's packs hold.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace rongtong {

// Writes the files, under their own names, into a new pack beside `pack`, reads every member back and compares it, forces
// the pack to the disk and gives it its name. The files stay. Throws OutputError; then there is no new pack.
void write_pack(const std::filesystem::path& pack, const std::vector<std::filesystem::path>& files);

class PackReader {
public:
    explicit PackReader(const std::filesystem::path& pack); // throws OutputError
    ~PackReader();
    PackReader(PackReader&&) noexcept;
    PackReader& operator=(PackReader&&) noexcept;

    std::vector<std::string> members() const;
    std::vector<std::byte> bytes(const std::string& member) const; // checksum checked; throws OutputError

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace rongtong
