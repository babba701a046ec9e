// Standards of interfaces and data: in a byte, which one a firm uses. Functions of numbers alone.
//
//   0             the national one, of all who follow nobody
//   1 + sector    that of the sector's chain leader
//   then          one for each trade platform
//   compatibility of two is 1 if they are the same, else 1/2 + 1/2 * cover of one * cover of the other;  cover: 1 of the national one, of others what
//                 policies make of it (Conditions::standard_cover; a platform's is that of the sector that hosts it)
//   once a year a firm takes the standard k that fits most of its sales: sum over orders of known customers and of the market
//                 (which count as the firm's usual standard: national, or that of its platform) of  match of k with theirs, and standard_pull more of those
//                 with just k where it is a chain leader's. match: 2 * compatibility - 1. It stays where none is better. A chain leader has its own
//   a change costs a month's upkeep of the firm's tools
// Parameters: digital_rules.hpp. Test: tests/models/digital/standards.cpp.
#pragma once

#include "models/digital/digital_rules.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace rongtong {

inline constexpr std::uint8_t national_standard = 0;

inline std::uint8_t standard_of_chain(std::size_t sector) { return static_cast<std::uint8_t>(1 + sector); }
inline std::uint8_t standard_of_platform(std::size_t platform, std::size_t sectors)
{
    return static_cast<std::uint8_t>(1 + sectors + platform);
}
inline bool is_of_chain(std::uint8_t standard, std::size_t sectors) { return standard >= 1 && standard <= sectors; }

// cover: by standard.
inline double compatibility(std::uint8_t a, std::uint8_t b, const std::vector<float>& cover)
{
    return a == b ? 1 : 0.5 + 0.5 * static_cast<double>(cover[a]) * static_cast<double>(cover[b]);
}

// What two standards take of joint work.
inline double cost_of_standards(double compatibility, const DigitalRules& rules)
{
    return rules.standard_cost * 2 * (1 - compatibility);
}

// A firm's sales by its customers' standard: those of a few, the first ones that it meets; further ones count as others.
class StandardSales {
public:
    void add(std::uint8_t standard, double sales)
    {
        for (std::size_t n = 0; n < count_; ++n)
            if (standard_[n] == standard) return void(sales_[n] += sales);
        if (count_ == standard_.size()) return;
        standard_[count_] = standard, sales_[count_++] = sales;
    }

    // The one that fits most, or the present one.
    std::uint8_t best(std::uint8_t present, std::size_t sectors, double pull, const std::vector<float>& cover) const
    {
        std::uint8_t best = present;
        double most = fit(present, sectors, pull, cover) * (1 + 1e-9);
        for (std::size_t n = 0; n < count_; ++n)
            if (const double fits = fit(standard_[n], sectors, pull, cover); fits > most)
                most = fits * (1 + 1e-9), best = standard_[n];
        return best;
    }

private:
    double fit(std::uint8_t standard, std::size_t sectors, double pull, const std::vector<float>& cover) const
    {
        double sum = 0;
        for (std::size_t n = 0; n < count_; ++n) {
            sum += sales_[n] * (2 * compatibility(standard, standard_[n], cover) - 1);
            if (standard_[n] == standard && is_of_chain(standard, sectors)) sum += pull * sales_[n];
        }
        return sum;
    }

    std::array<std::uint8_t, 8> standard_{};
    std::array<double, 8> sales_{};
    std::size_t count_ = 0;
};

} // namespace rongtong
