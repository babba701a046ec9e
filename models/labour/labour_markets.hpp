// Labour markets: one for each kind of labour in each region. Who lives there is paid by its wage index and found by its hire share.
// Equations: hiring.hpp, settle_labour.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

namespace rongtong {

enum class Labour : std::uint8_t {
    workers,
    talent, // researchers (talent.hpp); nobody where they have no market of their own
};
inline constexpr std::array<std::string_view, 2> labour_names{"workers", "talent"};

struct LabourMarket {
    double labour_force = 0;                             // persons
    double wage_index = 1;                               // wages over the start
    double hire_share = 1;                               // share of wanted hires that find a worker
    double employed_in_firms = 0, employed_in_pools = 0; // persons
    double aspiration = 0;                               // log of the real wage that people are used to, over the start
    double wage_at_start = 0;                            // of a person of the region, yuan a month
    double usual = 0;                                    // unemployment of the start
    double wanted = 0;                                   // hires that firms want, persons a month
    double arrived = 0, left = 0;                        // persons who moved from and to other regions this month

    static constexpr auto fields()
    {
        using M = LabourMarket;
        return std::tuple{&M::labour_force,
                          &M::wage_index,
                          &M::hire_share,
                          &M::employed_in_firms,
                          &M::employed_in_pools,
                          &M::aspiration,
                          &M::wage_at_start,
                          &M::usual,
                          &M::wanted,
                          &M::arrived,
                          &M::left};
    }

    double employed() const { return employed_in_firms + employed_in_pools; }
    double unemployed() const { return labour_force - employed_in_firms - employed_in_pools; } // persons
    double unemployment() const { return labour_force > 0 ? unemployed() / labour_force : 0; }
};

// The table: kind by kind, each by region.
struct LabourMarkets {
    std::vector<LabourMarket> all;

    void resize(std::size_t regions) { all.assign(labour_names.size() * regions, LabourMarket{}); }
    std::size_t regions() const { return all.size() / labour_names.size(); }

    LabourMarket& operator()(Labour kind, std::size_t region) { return all[row(kind, region)]; }
    const LabourMarket& operator()(Labour kind, std::size_t region) const { return all[row(kind, region)]; }

    // By region.
    std::span<LabourMarket> of(Labour kind) { return {&all[row(kind, 0)], regions()}; }
    std::span<const LabourMarket> of(Labour kind) const { return {&all[row(kind, 0)], regions()}; }

private:
    std::size_t row(Labour kind, std::size_t region) const
    {
        return static_cast<std::size_t>(kind) * regions() + region;
    }
};

} // namespace rongtong
