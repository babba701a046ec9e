#include "analysis/sensitivity/outcomes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace rongtong {

namespace {

using Point = std::vector<double>;

// Whether the points first .. first + rows - 1 are the same as `from`, but for column i, which is the same as in `column`.
bool is_block(const DesignTable& d, std::size_t first, std::size_t rows, std::size_t i)
{
    for (std::size_t r = 0; r < rows; ++r) {
        Point expected = d.x[r];
        expected[i] = d.x[rows + r][i];
        if (d.x[first + r] != expected) return false;
    }
    return true;
}

std::size_t changed_factor(const Point& a, const Point& b)
{
    std::size_t changed = a.size(), count = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] != b[i]) changed = i, ++count;
    return count == 1 ? changed : a.size();
}

} // namespace

std::vector<double> Outcome::means() const
{
    std::vector<double> result;
    for (std::size_t p = 0; p < y.front().size(); ++p) {
        double sum = 0;
        std::size_t n = 0;
        for (const auto& replicate : y)
            if (std::isfinite(replicate[p])) sum += replicate[p], ++n;
        result.push_back(n ? sum / static_cast<double>(n) : std::numeric_limits<double>::quiet_NaN());
    }
    return result;
}

// Blocks A, B, AB_1 .. AB_k one after the other, or the k + 2 points of each row together.
bool find_saltelli(DesignTable& d)
{
    const std::size_t k = d.factors.size(), n = d.points() / (k + 2);
    if (k < 2 || n < 2 || d.points() != n * (k + 2)) return false;
    for (std::size_t i = 0; i < k; ++i)
        if (!is_block(d, (i + 2) * n, n, i)) return false;
    for (std::size_t p = 0; p < d.points(); ++p) {
        const std::size_t block = p / n;
        d.block.push_back(block == 0 ? "A" : block == 1 ? "B" : "AB_" + d.factors[block - 2]);
        d.row.push_back(static_cast<std::int64_t>(p % n));
    }
    return true;
}

// Trajectories of k + 1 points, one factor changed at each step, every factor once.
bool find_morris(DesignTable& d)
{
    const std::size_t k = d.factors.size(), length = k + 1;
    if (k < 2 || d.points() < 2 * length || d.points() % length != 0) return false;
    for (std::size_t first = 0; first < d.points(); first += length) {
        std::vector<bool> changed(k, false);
        for (std::size_t s = 1; s < length; ++s) {
            const auto i = changed_factor(d.x[first + s - 1], d.x[first + s]);
            if (i == k || changed[i]) return false;
            changed[i] = true;
        }
    }
    for (std::size_t p = 0; p < d.points(); ++p) {
        d.trajectory.push_back(static_cast<std::int64_t>(p / length));
        d.step.push_back(static_cast<std::int64_t>(p % length));
    }
    return true;
}

} // namespace rongtong
