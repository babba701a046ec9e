#include "output/run_store.hpp"

#include "output/input_error.hpp"
#include "output/pack.hpp"
#include "output/plain_file.hpp"
#include "sim/error.hpp"
#include "sim/shell_word.hpp"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <optional>

namespace rongtong {

namespace {

namespace fs = std::filesystem;

// "run-000017.h5" -> 17
std::optional<std::size_t> run_of(const std::string& name)
{
    constexpr std::string_view before = "run-", after = ".h5";
    if (!name.starts_with(before) || !name.ends_with(after)) return std::nullopt;
    std::size_t run = 0;
    const char* end = name.data() + name.size() - after.size();
    const auto read = std::from_chars(name.data() + before.size(), end, run);
    return read.ec == std::errc() && read.ptr == end ? std::optional(run) : std::nullopt;
}

std::vector<fs::path> entries(const fs::path& folder)
{
    std::error_code ec;
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder, ec)) found.push_back(entry.path());
    if (ec && ec != std::errc::no_such_file_or_directory)
        throw InputError(folder.string() + ": can't be read: " + ec.message());
    return found;
}

} // namespace

std::string RunStore::member_of(std::size_t run) { return fmt::format("run-{:06}.h5", run); }

RunStore::RunStore(const fs::path& folder) : folder_(folder) { scan(); }

fs::path RunStore::file_of(std::size_t run) const { return folder_ / "runs" / member_of(run); }

// The files first: a run that another process packs meanwhile is then seen in one place or the other.
void RunStore::scan()
{
    where_.clear();
    scan_files();
    scan_packs();
}

void RunStore::scan_files()
{
    for (const auto& file : entries(folder_ / "runs"))
        if (const auto run = run_of(file.filename().string())) where_.try_emplace(*run);
}

void RunStore::scan_packs()
{
    std::error_code ec;
    for (const auto& pack : entries(folder_ / "packs")) {
        if (pack.extension() != ".zip") continue;
        for (const auto& member : PackReader(pack).members()) {
            const auto run = run_of(member);
            if (!run) continue;
            const auto [at, added] = where_.try_emplace(*run, pack);
            if (added || !at->second.empty()) continue;
            fs::remove(file_of(*run), ec);
            at->second = pack;
        }
    }
}

std::vector<std::size_t> RunStore::runs() const
{
    std::vector<std::size_t> runs;
    for (const auto& [run, pack] : where_) runs.push_back(run);
    return runs;
}

std::vector<std::size_t> RunStore::loose() const
{
    std::vector<std::size_t> runs;
    for (const auto& [run, pack] : where_)
        if (pack.empty()) runs.push_back(run);
    return runs;
}

std::vector<std::byte> RunStore::packed_bytes(const fs::path& pack, std::size_t run) const
{
    try {
        return PackReader(pack).bytes(member_of(run));
    } catch (const InputError& error) {
        throw InputError(
            fmt::format("{}; run {} is lost. To do it again, take the other runs out (unzip {} -d {}), remove "
                        "the pack, and let sweep --resume do what is missing",
                        error.what(), run, shell_word(pack.string()), shell_word((folder_ / "runs").string())));
    }
}

std::vector<std::byte> RunStore::bytes(std::size_t run) const
{
    const auto found = where_.find(run);
    if (found == where_.end()) throw OutputError(fmt::format("{}: has no run {}", folder_.string(), run));
    if (!found->second.empty()) return packed_bytes(found->second, run);
    const auto file = file_of(run);
    if (std::error_code gone; !fs::exists(file, gone)) // another process may have packed it since
        if (const RunStore now(folder_); now.has(run) && !now.where_.at(run).empty()) return now.bytes(run);
    require_plain_file(file, "a results file");
    std::error_code ec;
    const auto size = fs::file_size(file, ec);
    std::vector<std::byte> bytes(ec ? 0 : size);
    std::ifstream in(file, std::ios::binary);
    if (ec || !in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size())))
        throw InputError(file.string() + ": can't be read");
    return bytes;
}

void RunStore::tidy(const std::string& name) const
{
    std::error_code ec;
    for (const auto& file : entries(folder_ / "packs")) {
        const auto found = file.filename().string();
        if (found.starts_with(name + "-") && found.find(".zip.part") != found.npos) fs::remove(file, ec);
    }
}

fs::path RunStore::pack(const std::string& name, const std::vector<std::size_t>& runs) const
{
    std::error_code ec;
    fs::create_directories(folder_ / "packs", ec);
    fs::path pack;
    for (int number = 1; pack.empty() || fs::exists(pack, ec); ++number)
        pack = folder_ / "packs" / fmt::format("{}-{:05}.zip", name, number);
    std::vector<fs::path> files;
    for (const auto run : runs) files.push_back(file_of(run));
    write_pack(pack, files);
    for (const auto& file : files) fs::remove(file, ec);
    return pack;
}

void RunStore::moved(const std::vector<std::size_t>& runs, const fs::path& pack)
{
    for (const auto run : runs) where_[run] = pack;
}

} // namespace rongtong
