// Full grid: every combination of the factors' values; the last factor changes fastest. A continuous factor takes
// `steps` equally spaced values from low to high.
#include "scenarios/designs/kind.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace rongtong {

namespace {

namespace grid_design {

constexpr double most_steps = 1e6;

std::vector<std::string> continuous(const Factors& factors)
{
    std::vector<std::string> out;
    for (const Factor& f : factors)
        if (f.levels == 0) out.push_back(f.name);
    return out;
}

void read_named_steps(DesignReader& in, const Node& steps, std::vector<std::size_t>& out)
{
    for (const auto& [name, node] : steps.members()) {
        std::size_t i = 0;
        while (i < out.size() && in.factors()[i].name != name) ++i;
        if (i == out.size()) in.unknown_factor(node, name);
        else if (in.factors()[i].levels != 0)
            in.fail_key(node, fmt::format("\"{}\" has listed values and takes all of them", name), "no steps for it");
        else out[i] = static_cast<std::size_t>(in.whole_at(node, 2, most_steps).value_or(2));
    }
    for (const auto& name : continuous(in.factors()))
        if (!steps[name])
            in.fail(steps, fmt::format("the steps of \"{}\" are missing", name), fmt::format("\"{}\"", name));
}

void read(DesignReader& in, DesignRequest& request)
{
    for (const Factor& f : in.factors()) request.steps.push_back(f.levels);
    const Node steps = in.node()["steps"];
    if (!steps) {
        const auto names = continuous(in.factors());
        if (!names.empty())
            in.fail(in.node(), "the key \"steps\" is missing", "a whole number of at least 2, or one for each factor",
                    fmt::format("given by bounds: {}", fmt::join(names, ", ")));
    } else if (steps.json().is_object()) {
        read_named_steps(in, steps, request.steps);
    } else {
        const auto all = in.whole_at(steps, 2, most_steps).value_or(2);
        for (std::size_t& n : request.steps)
            if (n == 0) n = static_cast<std::size_t>(all);
    }
}

double size(const DesignRequest& request, const Factors&)
{
    double n = 1;
    for (const std::size_t s : request.steps) n *= static_cast<double>(s);
    return n;
}

void make(const DesignRequest& request, const Factors& factors, Design& design)
{
    make_room(design, static_cast<std::size_t>(size(request, factors)), factors.size());
    for (std::size_t p = 0; p < design.points.size(); ++p) {
        std::size_t rest = p;
        for (std::size_t i = factors.size(); i-- > 0;) {
            const auto value = static_cast<double>(rest % request.steps[i]);
            rest /= request.steps[i];
            design.points[p].at[i] = factors[i].levels == 0 ? value / static_cast<double>(request.steps[i] - 1) : value;
        }
    }
}

nlohmann::ordered_json schema()
{
    nlohmann::ordered_json all = whole_schema(2, most_steps, "for every factor given by bounds");
    nlohmann::ordered_json by_name = {{"type", "object"},
                                      {"description", "by name of the factor"},
                                      {"additionalProperties", whole_schema(2, most_steps, "number of values")}};
    return {{"properties",
             {{"steps",
               {{"description", "number of equally spaced values, both bounds included"},
                {"anyOf", {std::move(all), std::move(by_name)}}}}}}};
}

} // namespace grid_design

} // namespace

const DesignKind design_grid{"grid",
                             "Every combination of the factors' values.",
                             grid_design::schema,
                             grid_design::read,
                             grid_design::size,
                             grid_design::make};

} // namespace rongtong
