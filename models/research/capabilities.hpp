// What firms know, by field of technology, and how far two of them are apart.
//
//   profile of a sector  half its own field, half the fields of the domestic inputs that it uses, by value
//   capability of a firm profile * exp(capability_spread * z) by field, z standard normal, drawn once for each firm and field
//   distance             1 - cos(capabilities of one, of the other), 0 to 1 (angle between technological positions: Jaffe 1986, American Economic Review 76(5),
//                        984-1001)
// Capabilities are draws by a firm's id, so that they take no memory. What two firms learn of each other is kept with the pair
// (joint/joint_projects.hpp). Form of the profile and size of the spread are assumed. Test: tests/models/research/capabilities.cpp.
#pragma once

#include "models/agents/technology_table.hpp"
#include "sim/draws.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace rongtong {

inline std::size_t field_count(const TechnologyTable& t)
{
    std::size_t fields = 0;
    for (const auto& s : t.sectors) fields = std::max<std::size_t>(fields, s.field + 1u);
    return fields;
}

// [sector * fields + field]; those of a sector sum to 1.
inline std::vector<double> field_profiles(const TechnologyTable& t)
{
    const std::size_t S = t.sectors.size(), F = field_count(t);
    std::vector<double> profiles(S * F);
    for (std::size_t s = 0; s < S; ++s) {
        double bought = 0;
        for (std::size_t j = 0; j < S; ++j) bought += t.input(j, s);
        profiles[s * F + t.sectors[s].field] += bought > 0 ? 0.5 : 1;
        for (std::size_t j = 0; j < S && bought > 0; ++j)
            profiles[s * F + t.sectors[j].field] += 0.5 * t.input(j, s) / bought;
    }
    return profiles;
}

// Of the firm with this id, by field.
inline void draw_capability(std::span<const double> profile, std::uint64_t id, double spread, const Draws& draws,
                            std::span<double> capability)
{
    for (std::size_t f = 0; f < profile.size(); ++f) {
        const Words w = draws.words(id, 0, Purpose::capability, static_cast<std::uint32_t>(f / 2));
        const double z = f % 2 == 0 ? normal_from(w[0], w[1]) : normal_from(w[2], w[3]);
        capability[f] = profile[f] * std::exp(spread * z);
    }
}

inline double capability_distance(std::span<const double> a, std::span<const double> b)
{
    double ab = 0, aa = 0, bb = 0;
    for (std::size_t f = 0; f < a.size(); ++f) ab += a[f] * b[f], aa += a[f] * a[f], bb += b[f] * b[f];
    return aa > 0 && bb > 0 ? std::clamp(1 - ab / std::sqrt(aa * bb), 0.0, 1.0) : 1;
}

} // namespace rongtong
