// A centre point, then each factor alone at its low and its high; a listed factor at each of its values but the first,
// which is its centre. Shows no interactions.
#include "scenarios/designs/kind.hpp"

namespace rongtong {

namespace {

namespace one_at_a_time_design {

void read(DesignReader&, DesignRequest&) {}

std::size_t changes(const Factor& factor) { return factor.levels == 0 ? 2 : factor.levels - 1; }

double size(const DesignRequest&, const Factors& factors)
{
    double n = 1;
    for (const Factor& f : factors) n += static_cast<double>(changes(f));
    return n;
}

void make(const DesignRequest&, const Factors& factors, Design& design)
{
    DesignPoint centre;
    for (const Factor& f : factors) centre.at.push_back(f.levels == 0 ? 0.5 : 0.0);
    design.points.push_back(centre);
    std::vector<std::int32_t> changed{-1};
    for (std::size_t i = 0; i < factors.size(); ++i)
        for (std::size_t c = 0; c < changes(factors[i]); ++c) {
            DesignPoint point = centre;
            point.at[i] = static_cast<double>(factors[i].levels == 0 ? c : c + 1);
            design.points.push_back(std::move(point));
            changed.push_back(static_cast<std::int32_t>(i));
        }
    design.numbers = {{"factor_changed", std::move(changed)}};
}

nlohmann::ordered_json schema() { return {{"properties", nlohmann::ordered_json::object()}}; }

} // namespace one_at_a_time_design

} // namespace

const DesignKind design_one_at_a_time{"one_at_a_time",
                                      "A centre point, then each factor alone at its other values.",
                                      one_at_a_time_design::schema,
                                      one_at_a_time_design::read,
                                      one_at_a_time_design::size,
                                      one_at_a_time_design::make};

} // namespace rongtong
