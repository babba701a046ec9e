// Points of the Sobol sequence, one dimension for each factor. Details: scenarios/designs/sobol_sequence.hpp.
#include "scenarios/designs/kind.hpp"
#include "scenarios/designs/sobol_sequence.hpp"

#include <fmt/format.h>

namespace rongtong {

namespace {

namespace sobol_design {

void read(DesignReader& in, DesignRequest& request)
{
    request.points = in.whole("points", 1, most_points);
    request.skip = in.whole("skip", 0, most_points, 0);
    request.seed = in.seed(std::nullopt);
    if (in.factors().size() > most_sobol_dimensions)
        in.fail(in.node(), fmt::format("the Sobol sequence does not reach {} dimensions", in.factors().size()),
                fmt::format("at most {} factors", most_sobol_dimensions));
}

double size(const DesignRequest& request, const Factors&) { return static_cast<double>(request.points); }

void make(const DesignRequest& request, const Factors& factors, Design& design)
{
    make_room(design, static_cast<std::size_t>(request.points), factors.size());
    SobolSequence sequence(factors.size(), request.skip, request.seed);
    for (DesignPoint& point : design.points) {
        sequence.next(point.at);
        for (std::size_t i = 0; i < factors.size(); ++i) point.at[i] = at_place(factors[i], point.at[i]);
    }
}

nlohmann::ordered_json schema()
{
    return {{"properties",
             {{"points", points_schema("number of points; a power of two is best")},
              {"skip", skip_schema()},
              {"seed", seed_schema("of a random digital shift; default: no shift")}}},
            {"required", {"points"}}};
}

} // namespace sobol_design

} // namespace

const DesignKind design_sobol{"sobol",
                              "Sobol sequence: points that fill the space evenly.",
                              sobol_design::schema,
                              sobol_design::read,
                              sobol_design::size,
                              sobol_design::make};

} // namespace rongtong
