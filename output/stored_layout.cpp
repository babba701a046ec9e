#include "output/stored_layout.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "output/attributes.hpp"
#include "output/stored_dataset.hpp"
#include "output/stored_names.hpp"
#include "output/stored_scales.hpp"
#include "sim/error.hpp"
#include "sim/planted.hpp"
#include "sim/printable.hpp"

namespace rongtong::hdf5 {

namespace {

constexpr const char* bare_mark = "This is a netCDF dimension but not a netCDF variable.";
constexpr const char* unreadable = "the layout can't be read";
constexpr std::size_t most_objects = 20000, deepest = 8; // results files have some hundred objects, two deep

struct Link {
    std::string name;
    H5L_type_t type = H5L_TYPE_ERROR;
    haddr_t address = HADDR_UNDEF; // of the object, where the link is a hard one
};

// A variable, and where its scales are, which may not have been met yet.
struct Found {
    StoredVariable variable;
    std::vector<haddr_t> scales;
};

// Walks the groups depth first; each object is opened once. Scales are put to the variables at the end.
struct Walk {
    hid_t file_id;
    const std::filesystem::path& file;
    StoredLayout layout;
    std::vector<Found> datasets;           // no scales
    std::map<haddr_t, std::string> scales; // by address in the file
    std::map<haddr_t, std::string> seen;   // all objects

    [[noreturn]] void refuse(const std::string& why) const { throw OutputError(file.string() + ": " + why); }
};

herr_t collect_link(hid_t, const char* name, const H5L_info_t* info, void* data)
{
    auto& links = *static_cast<std::vector<Link>*>(data);
    if (links.size() > most_objects) return 1; // an object too many: the walk says so
    links.push_back({name, info->type, info->type == H5L_TYPE_HARD ? info->u.address : HADDR_UNDEF});
    return 0;
}

// Each object has one name, and all of them are in this file.
void check_link(Walk& walk, const std::string& group, const Link& link)
{
    const auto shown = printable(link.name);
    if (const auto fault = fault_of_name(link.name); !fault.empty() && !planted("names"))
        walk.refuse(fmt::format("{} has '{}' in it, a name that {}", group, shown, fault));
    const auto full = (group == "/" ? "" : group) + "/" + shown;
    if (planted("links") && link.type != H5L_TYPE_HARD) return;
    if (link.type == H5L_TYPE_EXTERNAL) walk.refuse(full + " is a link to another file, which is not followed");
    if (link.type != H5L_TYPE_HARD) walk.refuse(full + " is a link by name, which no results file has");
    if (planted("cycles")) return;
    const auto [first, fresh] = walk.seen.try_emplace(link.address, full);
    if (!fresh) walk.refuse(fmt::format("{} is a second link to {}", full, first->second));
    if (walk.seen.size() > most_objects)
        walk.refuse(fmt::format("has more than {} groups and variables, which no results file has", most_objects));
    if (static_cast<std::size_t>(std::ranges::count(full, '/')) > deepest && !planted("nested"))
        walk.refuse(fmt::format("has groups more than {} deep, as no results file has: {}", deepest, full));
}

void take_scale(Walk& walk, const std::string& path, hid_t dataset, haddr_t address)
{
    const bool bare = scale_name(dataset, walk.file).rfind(bare_mark, 0) == 0;
    const auto stored = describe_dataset(dataset, path, bare, walk.file);
    if (stored.shape.size() != 1 && !planted("scale"))
        walk.refuse(
            fmt::format("{} is a dimension scale with {} axes, where one is expected", path, stored.shape.size()));
    walk.scales[address] = path;
    walk.layout.dimensions.push_back({path, stored.shape[0], stored.block, !bare, stored.type});
}

void take_dataset(Walk& walk, const std::string& path, hid_t dataset, haddr_t address)
{
    if (is_scale(dataset, walk.file)) return take_scale(walk, path, dataset, address);
    const auto stored = describe_dataset(dataset, path, false, walk.file);
    auto scales = scales_over(dataset, stored.shape.size(), path,
                              walk.file); // before anything is made that a refusal would undo
    walk.datasets.push_back({{path, stored.type, {}, stored.shape}, std::move(scales)});
}

std::vector<Link> links_of(const Walk& walk, const std::string& path)
{
    const Handle group = checked(H5Gopen2(walk.file_id, path.c_str(), H5P_DEFAULT), walk.file, unreadable);
    std::vector<Link> links;
    check(H5Literate(group.get(), H5_INDEX_CRT_ORDER, H5_ITER_INC, nullptr, collect_link, &links), walk.file,
          unreadable);
    return links;
}

void walk_group(Walk& walk, const std::string& path)
{
    walk.layout.groups.push_back(path);
    std::vector<std::string> below;
    for (const auto& link : links_of(walk, path)) {
        check_link(walk, path, link);
        const std::string full = (path == "/" ? "" : path) + "/" + link.name;
        const Handle object = checked(H5Oopen(walk.file_id, full.c_str(), H5P_DEFAULT), walk.file,
                                      full + " can't be opened");
        const auto kind = H5Iget_type(object.get());
        if (kind == H5I_GROUP) below.push_back(full);
        else if (kind == H5I_DATASET) take_dataset(walk, full, object.get(), link.address);
        else walk.refuse(full + " is neither a group nor a variable");
    }
    for (const auto& child : below) walk_group(walk, child);
}

// A scale serves its own group and those below.
bool reaches(const std::string& scale, const std::string& variable)
{
    const auto group = parent_of(scale);
    return group == "/" || variable.rfind(group + "/", 0) == 0;
}

StoredVariable with_dimensions(const Walk& walk, Found found)
{
    auto& variable = found.variable;
    std::size_t axis = 0;
    for (const auto address : found.scales) {
        const auto scale = walk.scales.find(address);
        if (scale == walk.scales.end() || !reaches(scale->second, variable.path))
            walk.refuse(variable.path + " has an axis without dimension scale");
        const auto dimension = std::ranges::find(walk.layout.dimensions, scale->second, &StoredDimension::path);
        if (dimension->length != variable.shape[axis] && !planted("lengths"))
            walk.refuse(fmt::format("{} has {} values along {}, which has {}", variable.path, variable.shape[axis],
                                    scale->second, dimension->length));
        variable.dimensions.push_back(scale->second);
        ++axis;
    }
    return std::move(variable);
}

} // namespace

std::string bare_dimension_name(std::size_t length) { return fmt::format("{}{:10}", bare_mark, length); }

StoredLayout read_layout(hid_t file_id, const std::filesystem::path& file)
{
    Walk walk{file_id, file, {}, {}, {}, {}};
    const Handle root = checked(H5Gopen2(file_id, "/", H5P_DEFAULT), file, unreadable);
    H5O_info_t info;
    check(H5Oget_info2(root.get(), &info, H5O_INFO_BASIC), file, unreadable);
    walk.seen.emplace(info.addr, "/");
    walk_group(walk, "/");
    for (auto& found : walk.datasets) walk.layout.variables.push_back(with_dimensions(walk, std::move(found)));
    return std::move(walk.layout);
}

std::vector<std::string> read_texts(hid_t dataset, const std::filesystem::path& file)
{
    const Handle space = checked(H5Dget_space(dataset), file, "texts can't be read");
    std::vector<char*> pointers(static_cast<std::size_t>(H5Sget_simple_extent_npoints(space.get())));
    const hid_t type = memory_type(ValueType::text);
    check(H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()), file, "texts can't be read");
    std::vector<std::string> texts;
    for (const char* text : pointers) texts.emplace_back(text ? text : "");
    H5Dvlen_reclaim(type, space.get(), H5P_DEFAULT, pointers.data());
    return texts;
}

} // namespace rongtong::hdf5
