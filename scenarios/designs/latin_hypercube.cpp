// Latin hypercube (McKay, Beckman and Conover 1979, Technometrics 21, 239-245): the range of each continuous factor is
// cut into as many equal strata as there are points, and each stratum has exactly one point, uniform inside it. A
// listed factor has each level N / levels times, rounded down or up; chance says which levels have one more.
#include "scenarios/designs/kind.hpp"
#include "scenarios/designs/luck.hpp"

namespace rongtong {

namespace {

namespace latin_hypercube_design {

void read(DesignReader& in, DesignRequest& request)
{
    request.points = in.whole("points", 1, most_points);
    request.seed = in.seed(1);
}

double size(const DesignRequest& request, const Factors&) { return static_cast<double>(request.points); }

void make(const DesignRequest& request, const Factors& factors, Design& design)
{
    const DesignLuck luck(request.seed.value());
    make_room(design, static_cast<std::size_t>(request.points), factors.size());
    const std::size_t n = design.points.size();
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const std::size_t levels = factors[i].levels;
        const auto stratum = luck.shuffled(n, i, DesignLuck::Use::order);
        const auto label = luck.shuffled(levels, i, DesignLuck::Use::labels);
        for (std::size_t p = 0; p < n; ++p)
            design.points[p].at[i] = levels == 0 ? (stratum[p] + luck.place(p, i)) / static_cast<double>(n)
                                                 : label[stratum[p] % levels];
    }
}

nlohmann::ordered_json schema()
{
    return {{"properties", {{"points", points_schema("number of points")}, {"seed", seed_schema("default 1")}}},
            {"required", {"points"}}};
}

} // namespace latin_hypercube_design

} // namespace

const DesignKind design_latin_hypercube{"latin_hypercube",
                                        "Latin hypercube: each factor by itself is spread evenly.",
                                        latin_hypercube_design::schema,
                                        latin_hypercube_design::read,
                                        latin_hypercube_design::size,
                                        latin_hypercube_design::make};

} // namespace rongtong
