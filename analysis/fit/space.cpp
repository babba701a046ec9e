#include "analysis/fit/space.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "sim/draws.hpp"
#include "sim/parallel.hpp"

namespace rongtong {

namespace {

constexpr std::size_t uniform_points = 50000, enough = 1000, particles = 5000;
constexpr std::size_t block = 64; // points that one thread takes at a time
constexpr int steps = 20, most_levels = 30;

struct Particle {
    std::vector<double> x;
    double level = 0; // its implausibility
};

class Search {
public:
    Search(const HistoryMatch& match, std::size_t factors, const Draws& draws)
        : match_(match), factors_(factors), draws_(draws)
    {}

    SpaceLeft run()
    {
        auto all = uniform();
        SpaceLeft left;
        for (int level = 0; level < most_levels; ++level) {
            const auto inside = sort_inside(all);
            if (inside >= enough || (inside > 0 && level + 1 == most_levels)) {
                left.share *= static_cast<double>(inside) / static_cast<double>(all.size());
                all.resize(inside);
                for (auto& p : all) left.members.push_back(std::move(p.x));
                return left;
            }
            const auto kept = std::max(inside, all.size() / 10);
            if (!std::isfinite(all[kept - 1].level)) break;
            if (level > 0 && all[kept - 1].level >= bound_) break; // no way down
            bound_ = all[kept - 1].level;
            left.share *= static_cast<double>(kept) / static_cast<double>(all.size());
            all.resize(kept);
            all = multiplied(all, level);
        }
        return {0, {}};
    }

private:
    // In order of their levels, equal ones in their own; how many are no higher than the cutoff.
    std::size_t sort_inside(std::vector<Particle>& all) const
    {
        std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.level < b.level; });
        const auto above = std::partition_point(all.begin(), all.end(),
                                                [&](const auto& p) { return p.level <= match_.options().cutoff; });
        return static_cast<std::size_t>(above - all.begin());
    }

    double uniform_draw(std::size_t id, std::size_t column, int month, std::uint32_t n) const
    {
        return draws_.uniform(id, month, Purpose::design_point, static_cast<std::uint32_t>(column) * 4 + n);
    }

    std::vector<Particle> uniform() const
    {
        std::vector<Particle> all(uniform_points);
        for_blocks(
            all.size(),
            [&](std::size_t begin, std::size_t end, std::size_t) {
                for (std::size_t i = begin; i < end; ++i) {
                    for (std::size_t f = 0; f < factors_; ++f) all[i].x.push_back(uniform_draw(i, f, 0, 0));
                    all[i].level = match_.implausibility_at(all[i].x);
                }
            },
            block);
        return all;
    }

    // A step along the difference of two others, as long as suits so many dimensions (ter Braak 2006), and a little beside it.
    void move(Particle& p, std::size_t i, const std::vector<Particle>& from, int month) const
    {
        const auto pick = [&](std::uint32_t n) {
            return from[static_cast<std::size_t>(uniform_draw(i, 0, month, n) * static_cast<double>(from.size()))].x;
        };
        const auto a = pick(1), b = pick(2);
        const double length = 2.38 / std::sqrt(2.0 * static_cast<double>(factors_)) *
                              (uniform_draw(i, 0, month, 3) < 0.5 ? 1 : 0.4);
        std::vector<double> x = p.x;
        for (std::size_t f = 0; f < factors_; ++f) {
            x[f] += length * (a[f] - b[f]) + 1e-4 * (uniform_draw(i, f, month, 0) - 0.5);
            if (x[f] < 0 || x[f] > 1) return;
        }
        const double level = match_.implausibility_at(x);
        if (level <= bound_) p = {std::move(x), level};
    }

    std::vector<Particle> multiplied(const std::vector<Particle>& kept, int level) const
    {
        std::vector<Particle> all(particles);
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = kept[i % kept.size()];
        for_blocks(
            all.size(),
            [&](std::size_t begin, std::size_t end, std::size_t) {
                for (std::size_t i = begin; i < end; ++i)
                    for (int s = 0; s < steps; ++s) move(all[i], i, kept, 1 + level * steps + s);
            },
            block);
        return all;
    }

    const HistoryMatch& match_;
    std::size_t factors_;
    const Draws& draws_;
    double bound_ = std::numeric_limits<double>::infinity();
};

double square_between(const std::vector<double>& a, const std::vector<double>& b)
{
    double sum = 0;
    for (std::size_t f = 0; f < a.size(); ++f) sum += (a[f] - b[f]) * (a[f] - b[f]);
    return sum;
}

} // namespace

SpaceLeft space_left(const HistoryMatch& match, std::size_t factors, std::uint32_t seed, std::uint32_t luck)
{
    const Draws draws(seed, luck);
    return Search(match, factors, draws).run();
}

std::vector<std::size_t> spread_out(const std::vector<std::vector<double>>& points, std::size_t count,
                                    std::size_t first)
{
    std::vector<std::size_t> chosen;
    std::vector<double> nearest(points.size(), std::numeric_limits<double>::infinity());
    for (std::size_t next = first; chosen.size() < std::min(count, points.size());) {
        chosen.push_back(next);
        for (std::size_t p = 0; p < points.size(); ++p)
            nearest[p] = std::min(nearest[p], square_between(points[p], points[next]));
        next = static_cast<std::size_t>(std::max_element(nearest.begin(), nearest.end()) - nearest.begin());
        if (!(nearest[next] > 0)) break; // only copies are left
    }
    return chosen;
}

} // namespace rongtong
