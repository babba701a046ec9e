// `start`: the tables of firms and links that a scenario gives.
#include "scenarios/layers.hpp"
#include "scenarios/scenario_parts.hpp"
#include "scenarios/start_tables.hpp"

#include <fmt/format.h>

namespace rongtong {

namespace {

namespace fs = std::filesystem;

// The file that a key names, as a path to open and show; empty, with a problem, where there is none to read.
fs::path table_of(const Node& node, const Document& document, const fs::path& given)
{
    const auto name = node.text();
    if (!name) return {};
    const fs::path path = given.empty() ? (folder_of(document, node.pointer()) / *name).lexically_normal() : given;
    std::error_code ec;
    const char* hint = "the path is relative to the file that gives it";
    if (name->empty() || !fs::exists(path, ec))
        node.fail("there is no such file: " + path.string(), "a table (CSV)", hint);
    else if (fs::is_directory(path, ec)) node.fail("this is a folder: " + path.string(), "a table (CSV)", hint);
    else if (!fs::is_regular_file(path, ec))
        node.fail("this is a pipe or a device, which might never end", "a table (CSV)", "save it as a file first");
    else return path;
    return {};
}

// A digest in the text is that of the tables.
void check_digest(const Node& start, const std::string& digest)
{
    const auto given = start["sha256"].text();
    if (given && *given != digest)
        start["sha256"].fail("the tables hold something else than this digest says: " + digest, "the same digest",
                             "put back what they were, or leave \"sha256\" out");
}

fs::path whole_path(const fs::path& path)
{
    std::error_code ec;
    return path.empty() ? path : fs::weakly_canonical(fs::absolute(path, ec), ec);
}

// The state has everything else.
void read_digest(const Node& start, Scenario& s)
{
    auto data = std::make_shared<OwnData>();
    data->sha256 = start.need("sha256").text().value_or("");
    s.setup.own = std::move(data);
}

void read_tables(const Node& start, const fs::path& firms, const fs::path& links, Scenario& s,
                 std::vector<Problem>& all)
{
    auto data = std::make_shared<OwnData>();
    FirmPlaces places;
    CsvProblems of_firms(firms.string(), all), of_links(links.string(), all);
    const auto first = read_given_firms(firms, *s.setup.calibration, s.calibration_folder, *data, places, of_firms);
    std::string second;
    // Without a good list of firms every link would lead nowhere.
    if (!links.empty() && !of_firms.any()) second = read_given_links(links, places, *data, of_links);
    const bool good = !of_firms.any() && !of_links.any();
    of_firms.close(), of_links.close();
    if (!good) return;
    data->sha256 = sha256(fmt::format("firms {}\nlinks {}\n", first, second));
    check_digest(start, data->sha256);
    s.setup.own = std::move(data);
    s.files.push_back(firms.string());
    if (!links.empty()) s.files.push_back(links.string());
}

} // namespace

const std::vector<std::string>& start_keys()
{
    static const std::vector<std::string> keys{"firms", "links", "sha256"};
    return keys;
}

void read_start(const Node& start, const Document& document, Scenario& s)
{
    if (!start || !start.is_object()) return;
    start.allow(start_keys());
    if (s.setup.own) return check_digest(start, s.setup.own->sha256);
    if (!s.setup.calibration) return;
    if (s.start_files.unread) return read_digest(start, s);
    const auto firms = table_of(start.need("firms"), document, s.start_files.firms);
    const auto links = table_of(start["links"], document, s.start_files.links);
    s.start_files = {whole_path(firms), whole_path(links)};
    if (firms.empty() || (start["links"] && links.empty())) return;
    read_tables(start, firms, links, s, *document.problems);
}

} // namespace rongtong
