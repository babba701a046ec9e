#include "scenarios/calibration.hpp"

#include "scenarios/calibration_parts.hpp"
#include "scenarios/json_source.hpp"
#include "scenarios/official_codes.hpp"
#include "scenarios/sha256.hpp"

#include <array>

namespace rongtong {

namespace {

enum File { nation, sectors, io_table, size_classes, regions, file_count };
constexpr std::array<const char*, file_count> file_names{"nation.json", "sectors.json", "io_table.json",
                                                         "size_classes.json", "regions.json"};

constexpr const char* critical_name = "critical_inputs.json";

struct Folder {
    std::array<Document, file_count> documents;
    Document critical; // optional
    Document codes;    // names only: no part of the digest
    std::string digest_input;

    Node root(File f) const { return Node::root(documents[f]); } // silent where the file could not be read
};

// The text, where the file could be read.
std::string read_document(const std::filesystem::path& path, const std::string& shown, std::vector<Problem>& problems,
                          Document& document)
{
    auto source = read_json(path, shown, problems);
    if (!source) return "";
    const auto layer = std::make_shared<const JsonSource>(std::move(*source));
    document.value = layer->value;
    document.layers.push_back(layer);
    document.problems = &problems;
    if (!Node::root(document).is_object()) document.value = nullptr;
    return layer->text;
}

Folder read_files(const std::filesystem::path& path, const std::string& shown, std::vector<Problem>& problems)
{
    Folder folder;
    const std::filesystem::path place = shown;
    for (std::size_t f = 0; f < file_count; ++f) {
        const auto text = read_document(path / file_names[f], (place / file_names[f]).string(), problems,
                                        folder.documents[f]);
        // name and length as well, so that no two folders give one text
        folder.digest_input += std::string(file_names[f]) + " " + std::to_string(text.size()) + "\n" + text;
    }
    std::error_code ec;
    if (std::filesystem::exists(path / critical_name, ec)) {
        const auto text = read_document(path / critical_name, (place / critical_name).string(), problems,
                                        folder.critical);
        folder.digest_input += std::string(critical_name) + " " + std::to_string(text.size()) + "\n" + text;
    }
    if (std::filesystem::exists(path / codes_name, ec))
        read_document(path / codes_name, (place / codes_name).string(), problems, folder.codes);
    return folder;
}

// All that each file says, whatever is wrong with the others.
void read_parts(const Folder& files, Calibration& c)
{
    read_nation(files.root(nation), c);
    read_sectors(files.root(sectors), files.root(size_classes), c);
    if (c.sectors.empty()) name_sectors(files.root(io_table), c);
    read_critical_inputs(Node::root(files.critical), c);
    read_regions(files.root(regions), c);
    read_table(files.root(io_table), c);
    read_codes(Node::root(files.codes), c);
    check_table(files.root(io_table), c);
    check_sectors(files.root(sectors), c);
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
    auto c = std::make_shared<Calibration>();
    read_parts(files, *c);
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
