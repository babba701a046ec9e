#include "scenarios/design.hpp"

#include "scenarios/designs/kind.hpp"

#include <array>
#include <cassert>

namespace rongtong {

namespace {

using nlohmann::ordered_json;

constexpr std::array kinds{
    &design_grid,   &design_list,     &design_random,    &design_latin_hypercube,      &design_sobol,
    &design_morris, &design_saltelli, &design_factorial, &design_fractional_factorial, &design_one_at_a_time};

std::vector<std::string> kind_names()
{
    std::vector<std::string> out;
    for (const DesignKind* k : kinds) out.emplace_back(k->name);
    return out;
}

const DesignKind& kind_of(const std::string& name)
{
    for (const DesignKind* k : kinds)
        if (name == k->name) return *k;
    assert(!"a request has been read and its kind exists");
    return *kinds.front();
}

} // namespace

std::optional<DesignRequest> read_design(const Node& design, const std::vector<Factor>& factors)
{
    if (!design || !design.is_object()) return std::nullopt;
    const auto name = design.need("kind").choice(kind_names(), "kind of design");
    if (factors.empty()) {
        design.fail("there is no parameter to vary", "", "leave the design out, or name parameters");
        return std::nullopt;
    }
    if (!name) return std::nullopt;

    const DesignKind& kind = kind_of(*name);
    DesignRequest request;
    request.kind = *name;
    DesignReader reader(design, factors);
    std::vector<std::string> keys{"kind"};
    const ordered_json schema = kind.schema();
    for (const auto& [key, rule] : schema["properties"].items()) keys.push_back(key);
    reader.allow(keys);
    kind.read(reader, request);
    if (!reader.good()) return std::nullopt;
    return request;
}

double design_size(const DesignRequest& request, const std::vector<Factor>& factors)
{
    return kind_of(request.kind).size(request, factors);
}

Design make_design(const DesignRequest& request, const std::vector<Factor>& factors)
{
    Design design;
    design.kind = request.kind;
    kind_of(request.kind).make(request, factors, design);
    assert(static_cast<double>(design.points.size()) == design_size(request, factors));
    return design;
}

ordered_json design_schema()
{
    ordered_json rules = ordered_json::array();
    for (const DesignKind* k : kinds) {
        ordered_json mine = k->schema();
        mine["properties"]["kind"] = {{"const", k->name}};
        mine["additionalProperties"] = false;
        mine["description"] = k->meaning;
        rules.push_back({{"if", {{"properties", {{"kind", {{"const", k->name}}}}}, {"required", {"kind"}}}},
                         {"then", std::move(mine)}});
    }
    return {{"type", "object"},
            {"description", "which points of the space of parameters are run"},
            {"properties", {{"kind", {{"enum", kind_names()}, {"description", "kind of design"}}}}},
            {"required", {"kind"}},
            {"allOf", std::move(rules)}};
}

} // namespace rongtong
