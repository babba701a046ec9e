// How long each part of the month took: seconds since the run began, for `bench/month` and the profile in
// docs/performance.md. Not state; costs a dozen clock readings a month.
#pragma once

#include <array>
#include <chrono>
#include <string_view>

namespace rongtong {

enum class Phase { policy, plans, final_demand, deliveries, market, receipts, bodies, renewal, books, tidying };
inline constexpr std::array<std::string_view, 10> phase_names{
    "policy", "plans", "final_demand", "deliveries", "market", "receipts", "bodies", "renewal", "books", "tidying"};

class PhaseClock {
public:
    void start() { last_ = std::chrono::steady_clock::now(); }
    void lap(Phase phase) // what has passed since the last lap belongs to this phase
    {
        const auto now = std::chrono::steady_clock::now();
        seconds[static_cast<std::size_t>(phase)] += std::chrono::duration<double>(now - last_).count();
        last_ = now;
    }
    std::array<double, phase_names.size()> seconds{};

private:
    std::chrono::steady_clock::time_point last_;
};

} // namespace rongtong
