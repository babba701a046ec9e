// Regular fraction of a two-level factorial design. The basic factors run through their full design in Yates order;
// each generated factor is high where the product of the signs of its factors is +. Algebra and source: fraction.hpp.
#include "scenarios/designs/fraction.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace rongtong {

namespace {

namespace fractional_factorial_design {

// Between generators: none defines a factor that another one defines or uses.
void check_together(DesignReader& in, const std::vector<Node>& nodes, const std::vector<Generator>& generators)
{
    std::uint32_t defined = 0;
    for (std::size_t i = 0; i < generators.size(); ++i) {
        const std::uint32_t mine = 1u << generators[i].factor;
        if (defined & mine)
            in.fail(nodes[i], fmt::format("{} is defined twice", letters({mine})), "one generator for each factor");
        defined |= mine;
    }
    for (std::size_t i = 0; i < generators.size(); ++i)
        if (const std::uint32_t used = generators[i].product & defined)
            in.fail(nodes[i],
                    fmt::format("{} is defined by {}, which generators define", letters({1u << generators[i].factor}),
                                letters({used})),
                    "products of factors without a generator", "multiply it out");
    if (!in.good()) return;
    const Word shortest = defining_words(generators).front();
    if (std::popcount(shortest.factors) < 3)
        in.fail(in.node()["generators"],
                fmt::format("the factors {} would always change together", letters({shortest.factors})),
                "a different product for each factor");
}

void read_generators(DesignReader& in, DesignRequest& request)
{
    std::vector<Node> nodes;
    for (const Node& node : in.list("generators"))
        if (const auto g = read_generator(in, node)) {
            request.generators.push_back(*g);
            nodes.push_back(node);
        }
    if (request.generators.size() > most_generators)
        in.fail(in.node()["generators"], fmt::format("there are {} generators", request.generators.size()),
                fmt::format("at most {}", most_generators));
    else check_together(in, nodes, request.generators);
}

void read(DesignReader& in, DesignRequest& request)
{
    in.two_values_each();
    const bool generators = static_cast<bool>(in.node()["generators"]);
    const Node resolution = in.node()["resolution"];
    const std::size_t k = in.factors().size();
    if (generators == static_cast<bool>(resolution))
        in.fail(in.node(),
                generators ? "both \"generators\" and \"resolution\" are given"
                           : "neither \"generators\" nor \"resolution\" is given",
                "one of the two");
    if (k > most_fraction_factors) {
        in.fail(in.node(), fmt::format("there are {} factors", k), fmt::format("at most {}", most_fraction_factors));
        return;
    }
    if (generators) read_generators(in, request);
    if (!resolution) return;
    const auto wanted = in.whole("resolution", 3, 5);
    if (k > most_searched_factors)
        in.fail(resolution, fmt::format("there are {} factors", k),
                fmt::format("at most {} for the search", most_searched_factors), "give \"generators\" instead");
    else if (in.good()) request.generators = smallest_fraction(k, static_cast<int>(wanted));
}

double size(const DesignRequest& request, const Factors& factors)
{
    return std::exp2(static_cast<double>(factors.size() - request.generators.size()));
}

void make(const DesignRequest& request, const Factors& factors, Design& design)
{
    make_room(design, static_cast<std::size_t>(size(request, factors)), factors.size());
    std::uint32_t generated = 0;
    for (const Generator& g : request.generators) generated |= 1u << g.factor;
    for (std::size_t p = 0; p < design.points.size(); ++p) {
        std::uint32_t high = 0;
        std::size_t rest = p;
        for (std::size_t i = 0; i < factors.size(); ++i)
            if (!(generated >> i & 1)) {
                high |= static_cast<std::uint32_t>(rest & 1) << i;
                rest >>= 1;
            }
        for (const Generator& g : request.generators) {
            const bool plus = std::popcount(g.product & ~high) % 2 == 0; // an even number of minus signs
            if (plus != g.minus) high |= 1u << g.factor;
        }
        for (std::size_t i = 0; i < factors.size(); ++i) design.points[p].at[i] = static_cast<double>(high >> i & 1);
    }
    design.notes = fraction_notes(request.generators, factors);
}

nlohmann::ordered_json schema()
{
    return {
        {"properties",
         {{"generators",
           {{"type", "array"},
            {"description", "such as \"E=ABC\", by letters in the order of the factors (without I) or by names with *"},
            {"items", {{"type", "string"}}},
            {"minItems", 1},
            {"maxItems", most_generators}}},
          {"resolution", whole_schema(3, 5, "instead: the smallest fraction with this resolution, up to 12 factors")}}},
        {"oneOf", {{{"required", {"generators"}}}, {{"required", {"resolution"}}}}}};
}

} // namespace fractional_factorial_design

} // namespace

const DesignKind design_fractional_factorial{"fractional_factorial",
                                             "A balanced part of all combinations of low and high.",
                                             fractional_factorial_design::schema,
                                             fractional_factorial_design::read,
                                             fractional_factorial_design::size,
                                             fractional_factorial_design::make};

} // namespace rongtong
