// Where the finished runs of a sweep lie: each a results file of its own in runs/ at first, then together with others in a
// pack in packs/. Several processes may add to one store; whatever bears its final name is whole.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace rongtong {

class RunStore {
public:
    // Looks at what is there. Throws OutputError where the folder can't be read.
    explicit RunStore(const std::filesystem::path& folder);

    void scan();
    bool has(std::size_t run) const { return where_.contains(run); }
    std::size_t size() const { return where_.size(); }
    std::vector<std::size_t> runs() const;  // all, ascending
    std::vector<std::size_t> loose() const; // runs that are in no pack yet, ascending

    std::filesystem::path file_of(std::size_t run) const;  // runs/run-000017.h5, also before it is there
    void add(std::size_t run) { where_.try_emplace(run); } // its file got its final name

    // The results file as bytes. Throws OutputError if it is gone or damaged.
    std::vector<std::byte> bytes(std::size_t run) const;

    // Packs these loose runs in a new pack, whose name begins with `name`, and removes their files. What a killed
    // process left in both places is removed from runs/ by scan(). moved() then notes it here.
    std::filesystem::path pack(const std::string& name, const std::vector<std::size_t>& runs) const;
    void moved(const std::vector<std::size_t>& runs, const std::filesystem::path& pack);

    // Removes what a killed process left of a pack of this name that it was writing.
    void tidy(const std::string& name) const;

    static std::string member_of(std::size_t run); // "run-000017.h5"

private:
    std::vector<std::byte> packed_bytes(const std::filesystem::path& pack, std::size_t run) const;
    void scan_packs();
    void scan_files();

    std::filesystem::path folder_;
    std::map<std::size_t, std::filesystem::path> where_; // the pack; empty: a file of its own
};

} // namespace rongtong
