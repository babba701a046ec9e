// What the tests of the model share: a small economy on the figures of China, and sums over its rows that are made anew.
#pragma once

#include "models/capital/banking.hpp"
#include "models/economy.hpp"
#include "models/phases.hpp"
#include "models/start/finance.hpp"
#include "scenarios/calibration.hpp"
#include "sim/parallel.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <filesystem>
#include <functional>
#include <memory>
#include <unistd.h>
#include <vector>

namespace rongtong {

inline std::filesystem::path source_folder() { return RONGTONG_SOURCE_DIR; }

// Read once for all tests of the program.
inline std::shared_ptr<const Calibration> china()
{
    static const auto calibration = load_calibration(source_folder() / "scenarios/calibration/china");
    return calibration;
}

// A stationary economy, in which rules are seen one by one; tests of growth set technology.progress back.
inline Setup small_setup(std::uint64_t firms = 1000, std::uint32_t seed = 1, std::uint32_t replicate = 0)
{
    Setup setup;
    setup.parameters.technology.progress = 0;
    setup.seed = seed;
    setup.replicate = replicate;
    setup.firms = firms;
    setup.calibration = china();
    return setup;
}

inline Setup resting_setup(std::uint64_t firms = 1000)
{
    Setup setup = small_setup(firms);
    setup.parameters.luck.luck_switch = 0;
    return setup;
}

// All firms of a sector have the same cost, price and margin, so that what is worked out by hand holds for each.
inline Setup without_edges(Setup setup)
{
    setup.parameters.selection.selection_switch = 0;
    return setup;
}

// No firm takes over another's customers.
inline Setup without_mergers(Setup setup)
{
    setup.parameters.mergers.merger_switch = 0;
    return setup;
}

// No loans, and used capital is worth nothing.
inline Setup without_credit(Setup setup)
{
    setup.parameters.credit.credit_switch = 0;
    setup.parameters.credit.liquidation_value = 0;
    return setup;
}

inline void advance(Economy& e, int months = 1)
{
    const Draws draws(e.setup.seed, e.setup.replicate);
    for (int m = 0; m < months; ++m) advance_month(e, draws);
}

inline Economy after(const Setup& setup, int months)
{
    Economy e = start_economy(setup);
    advance(e, months);
    return e;
}

template <class F>
double sum_over_firms(const Economy& e, const F& value)
{
    double sum = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.firms.state[row] != FirmState::gone) sum += value(row);
    return sum;
}

inline Money sum_of(const Column<Money>& column)
{
    Money sum;
    for (auto m : column) sum += m;
    return sum;
}

// At banks: of firms and households.
inline Money deposits_at_banks(const Economy& e)
{
    Money sum = sum_of(e.firms.cash);
    for (const auto& h : e.households) sum += h.deposits;
    return sum;
}

// By banks on claims that they bought, in the last month.
inline Money factored_lost(const Economy& e)
{
    Money sum;
    for (const auto& bank : e.banks) sum += bank.factored_lost;
    return sum;
}

// What banks and the central bank hold and owe, against what the others owe and hold.
inline void check_banking(const Economy& e)
{
    Money deposits, loans, bonds = e.central_bank.bonds, reserves, advances;
    for (const auto& bank : e.banks) {
        deposits += bank.deposits, loans += bank.loans, bonds += bank.bonds;
        reserves += bank.reserves, advances += bank.advances;
        REQUIRE(bank.reserves >= Money());
        REQUIRE(bank.advances >= Money());
    }
    REQUIRE(deposits == deposits_at_banks(e));
    REQUIRE(loans == sum_of(e.firms.loan_short) + sum_of(e.firms.loan_long));
    REQUIRE(bonds == e.government.bonds);
    REQUIRE(reserves == e.central_bank.reserves);
    REQUIRE(advances == e.central_bank.advances);
    REQUIRE(e.central_bank.bonds + advances == reserves + e.government.treasury + e.world.account);
}

inline Money owed_over_links(const Economy& e)
{
    Money sum;
    for (std::size_t edge = 0; edge < e.links.network.edges(); ++edge) sum += e.links.owed(edge);
    return sum;
}

inline std::size_t region_of(const Economy& e, std::size_t row) { return e.groups[e.firms.group[row]].region; }
inline std::size_t sector_of(const Economy& e, std::size_t row) { return e.groups[e.firms.group[row]].sector; }

template <class F>
void for_links(const Economy& e, std::size_t row, const F& f)
{
    const auto& net = e.links.network;
    for (auto edge : net.outgoing(row)) f(edge);
}

// After money changed hands outside a month: deposits move between banks, and reserves with them.
inline void move_deposits(Economy& e)
{
    const auto before = e.banks;
    count_firms_deposits(e);
    book_deposits(e);
    for (std::size_t b = 0; b < e.banks.size(); ++b) {
        e.banks[b].reserves += e.banks[b].deposits - before[b].deposits;
        e.central_bank.reserves += e.banks[b].deposits - before[b].deposits;
    }
    set_opening_deposits(e);
}

// Takes a firm's money away without breaking the books: its region's households get it. Only before the first month.
inline void keep_in_till(Economy& e, std::size_t row, Money cash)
{
    REQUIRE(e.month == 0);
    e.households[region_of(e, row)].deposits += e.firms.cash[row] - cash;
    e.firms.cash[row] = cash;
    move_deposits(e);
}

inline void empty_till(Economy& e, std::size_t row) { keep_in_till(e, row, Money()); }

// Mean of paired differences and half the width of its 95 % interval (Student's t).
struct Interval {
    double mean, half;
    bool below_zero() const { return mean + half < 0; }
    bool above_zero() const { return mean - half > 0; }
};

inline Interval interval_of(const std::vector<double>& differences)
{
    // 97.5 % points of Student's t with 1, 2, ... degrees of freedom
    constexpr std::array t{12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
                           2.201,  2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093};
    const auto n = static_cast<double>(differences.size());
    double mean = 0, square = 0;
    for (double d : differences) mean += d / n;
    for (double d : differences) square += (d - mean) * (d - mean);
    return {mean, t.at(differences.size() - 2) * std::sqrt(square / (n - 1) / n)};
}

} // namespace rongtong
