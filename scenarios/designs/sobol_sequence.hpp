// Points of the Sobol sequence: Boost.Random's engine with the direction numbers of Joe and Kuo (2008), SIAM J. Sci.
// Comput. 30, 2635-2654, in Gray code order.
//
// Without a seed the origin, where every factor is low, is left out: the first point is (0.5, ..., 0.5). With a seed
// every point gets the same random digital shift (its 64 binary digits are added to the shift's, without carry:
// L'Ecuyer and Lemieux 2002, in Dror, L'Ecuyer and Szidarovszky, eds., Modeling Uncertainty, 419-474). The shifted
// origin is a point like any other and stays in, because without it a power of two of points is no longer balanced
// (Owen 2020, arXiv:2008.08051).
#pragma once

#include <boost/random/sobol.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace rongtong {

inline constexpr std::size_t most_sobol_dimensions = boost::random::default_sobol_table::max_dimension;

class SobolSequence {
public:
    // 1 <= dimensions <= most_sobol_dimensions.
    SobolSequence(std::size_t dimensions, std::int64_t skip, std::optional<std::uint32_t> seed);

    void next(std::span<double> point); // one place in [0, 1) for each dimension

private:
    boost::random::sobol engine_;
    std::vector<std::uint64_t> shift_;
    bool at_origin_;
};

} // namespace rongtong
