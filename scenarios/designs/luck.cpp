#include "scenarios/designs/luck.hpp"

#include <boost/random/uniform_int_distribution.hpp>

#include <numeric>

namespace rongtong {

double DesignLuck::place(std::size_t point, std::size_t column) const
{
    return draws_.uniform(point, static_cast<std::int32_t>(column), Purpose::design_point);
}

std::uint32_t DesignLuck::below(std::uint32_t bound, std::size_t point, std::size_t column, Use use) const
{
    DrawEngine engine(draws_, point, static_cast<std::int32_t>(column), Purpose::design_point,
                      static_cast<std::uint32_t>(use));
    return boost::random::uniform_int_distribution<std::uint32_t>(0, bound - 1)(engine);
}

std::vector<std::uint32_t> DesignLuck::shuffled(std::size_t count, std::size_t column, Use use) const
{
    std::vector<std::uint32_t> out(count);
    std::iota(out.begin(), out.end(), 0u);
    for (std::size_t i = count; i > 1; --i)
        std::swap(out[i - 1], out[below(static_cast<std::uint32_t>(i), i, column, use)]);
    return out;
}

std::uint64_t DesignLuck::bits(std::size_t column) const
{
    const Words w = draws_.words(0, static_cast<std::int32_t>(column), Purpose::design_point,
                                 static_cast<std::uint32_t>(Use::shift));
    return std::uint64_t{w[0]} << 32 | w[1];
}

} // namespace rongtong
