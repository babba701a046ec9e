#include "scenarios/calibration.hpp"

#include "scenarios/calibration_parts.hpp"
#include "scenarios/json_source.hpp"
#include "scenarios/sha256.hpp"

#include <array>

namespace rongtong {

namespace {

enum File { nation, sectors, io_table, size_classes, regions, file_count };
constexpr std::array<const char*, file_count> names{"nation.json", "sectors.json", "io_table.json", "size_classes.json",
                                                    "regions.json"};

struct Folder {
    std::array<Document, file_count> documents;
    std::string digest_input;
    bool complete = true;

    Node root(File f) const { return Node::root(documents[f]); }
};

Folder read_files(const std::filesystem::path& path, const std::string& shown, std::vector<Problem>& problems)
{
    Folder folder;
    for (std::size_t f = 0; f < file_count; ++f) {
        const auto file = (std::filesystem::path(shown) / names[f]).string();
        auto source = read_json(path / names[f], file, problems);
        folder.complete &= source.has_value();
        if (!source) continue;
        // name and length as well, so that no two folders give one text
        folder.digest_input += std::string(names[f]) + " " + std::to_string(source->text.size()) + "\n" + source->text;
        auto layer = std::make_shared<JsonSource>(std::move(*source));
        folder.documents[f].value = layer->value;
        folder.documents[f].layers.push_back(layer);
        folder.documents[f].problems = &problems;
        if (!folder.root(static_cast<File>(f)).is_object()) folder.complete = false;
    }
    return folder;
}

} // namespace

std::shared_ptr<const Calibration> read_calibration(const std::filesystem::path& folder, const std::string& shown,
                                                    std::vector<Problem>& problems)
{
    const std::size_t before = problems.size();
    std::error_code ec;
    if (!std::filesystem::is_directory(folder, ec)) {
        problems.push_back({shown, "", 0, 0, "there is no such calibration folder",
                            "a folder with nation.json and others", "the path is relative to the file that names it"});
        return nullptr;
    }
    const Folder files = read_files(folder, shown, problems);
    if (!files.complete) return nullptr;
    auto c = std::make_shared<Calibration>();
    read_nation(files.root(nation), *c);
    read_sectors(files.root(sectors), files.root(size_classes), *c);
    read_regions(files.root(regions), *c);
    read_table(files.root(io_table), *c);
    if (problems.size() == before) {
        check_table(files.root(io_table), *c);
        check_sectors(files.root(sectors), *c);
    }
    if (problems.size() > before) return nullptr;
    c->sha256 = sha256(files.digest_input);
    return c;
}

std::shared_ptr<const Calibration> load_calibration(const std::filesystem::path& folder)
{
    std::vector<Problem> problems;
    auto c = read_calibration(folder, folder.string(), problems);
    if (!c) throw ScenarioError(std::move(problems));
    return c;
}

} // namespace rongtong
