// Full two-level factorial design 2^k in Yates order: the first factor changes fastest (Box, Hunter and Hunter,
// Statistics for Experimenters, 2nd ed. 2005, chapter 5).
#include "scenarios/designs/kind.hpp"

#include <cmath>

namespace rongtong {

namespace {

namespace factorial_design {

void read(DesignReader& in, DesignRequest&) { in.two_values_each(); }

double size(const DesignRequest&, const Factors& factors) { return std::exp2(static_cast<double>(factors.size())); }

void make(const DesignRequest& request, const Factors& factors, Design& design)
{
    make_room(design, static_cast<std::size_t>(size(request, factors)), factors.size());
    for (std::size_t p = 0; p < design.points.size(); ++p)
        for (std::size_t i = 0; i < factors.size(); ++i)
            design.points[p].at[i] = static_cast<double>(p >> i & 1); // low and high, or the first and second level
}

nlohmann::ordered_json schema() { return {{"properties", nlohmann::ordered_json::object()}}; }

} // namespace factorial_design

} // namespace

const DesignKind design_factorial{"factorial",
                                  "Every combination of low and high, in Yates order.",
                                  factorial_design::schema,
                                  factorial_design::read,
                                  factorial_design::size,
                                  factorial_design::make};

} // namespace rongtong
