// Points written out one by one. The values are in the factors' own units, so they are handed on as they stand.
#include "scenarios/designs/kind.hpp"

#include <fmt/format.h>

#include <map>

namespace rongtong {

namespace {

namespace list_design {

// The values of one point in the order of the factors; fewer if some are missing.
std::vector<nlohmann::json> read_point(DesignReader& in, const Node& point)
{
    std::vector<nlohmann::json> values;
    for (const Factor& f : in.factors()) {
        const Node value = point[f.name];
        if (value) values.push_back(value.json());
        else in.fail(point, fmt::format("the factor \"{}\" is missing", f.name), fmt::format("\"{}\"", f.name));
    }
    for (const auto& [name, node] : point.members()) {
        bool known = false;
        for (const Factor& f : in.factors()) known = known || f.name == name;
        if (!known) in.unknown_factor(node, name);
    }
    return values;
}

void read(DesignReader& in, DesignRequest& request)
{
    std::map<std::vector<nlohmann::json>, std::string> seen; // values, pointer of the point that has them
    for (const Node& point : in.list("points")) {
        if (!point.json().is_object()) {
            in.fail(point, "this is no point", "an object with a value for each factor");
            continue;
        }
        auto values = read_point(in, point);
        if (values.size() != in.factors().size()) continue;
        const auto [first, fresh] = seen.emplace(values, point.pointer());
        if (!fresh) in.fail(point, "this point is a duplicate", "points that differ", "the same as " + first->second);
        request.listed.push_back(std::move(values));
    }
    request.points = static_cast<std::int64_t>(request.listed.size());
}

double size(const DesignRequest& request, const Factors&) { return static_cast<double>(request.points); }

void make(const DesignRequest& request, const Factors&, Design& design)
{
    make_room(design, request.listed.size(), 0);
    design.listed = request.listed;
}

nlohmann::ordered_json schema()
{
    return {{"properties",
             {{"points",
               {{"type", "array"},
                {"description", "one object for each point: a value for each factor, by its name"},
                {"items", {{"type", "object"}}},
                {"minItems", 1},
                {"uniqueItems", true}}}}},
            {"required", {"points"}}};
}

} // namespace list_design

} // namespace

const DesignKind design_list{
    "list",           "Points written out one by one.", list_design::schema, list_design::read, list_design::size,
    list_design::make};

} // namespace rongtong
