#include "models/agents/firm_events.hpp"

#include "models/agents/firm_columns.hpp"

#include <algorithm>
#include <type_traits>

namespace rongtong {

void append_firm(Firms& firms)
{
    const std::size_t row = firms.rows();
    resize_columns(firms, row + 1);
    for_each_entry<Firms>([&](const auto& entry) {
        using T = typename std::remove_reference_t<decltype(firms.*entry.member)>::value_type;
        if constexpr (std::is_arithmetic_v<T>) (firms.*entry.member)[row] = static_cast<T>(entry.fate.entrant);
    });
}

void clear_left(Firms& firms, std::size_t row)
{
    for_each_entry<Firms>([&](const auto& entry) {
        if (entry.fate.exit == AtExit::cleared) (firms.*entry.member)[row] = {};
    });
}

namespace {

// The buyer's weight in means of two firms.
struct Weights {
    double workers, output, loans;

    double of(AtMerger rule) const
    {
        return rule == AtMerger::by_workers ? workers : rule == AtMerger::by_output ? output : loans;
    }
};

Weights weights_of(const Firms& f, std::size_t buyer, std::size_t bought)
{
    const double loans = static_cast<double>((f.loans(buyer) + f.loans(bought)).fen);
    return {static_cast<double>(f.workers[buyer]) / std::max(1, f.workers[buyer] + f.workers[bought]),
            f.expected[buyer] / std::max(1e-9, f.expected[buyer] + f.expected[bought]),
            loans > 0 ? static_cast<double>(f.loans(buyer).fen) / loans : 1};
}

bool is_mean(AtMerger rule)
{
    return rule == AtMerger::by_workers || rule == AtMerger::by_output || rule == AtMerger::by_loans;
}

template <class T>
void take_mean(Column<T>& column, std::size_t buyer, std::size_t bought, double weight)
{
    if constexpr (std::is_floating_point_v<T>)
        column[buyer] = static_cast<T>(column[buyer] + (1 - weight) * (column[bought] - column[buyer]));
}

template <class T>
void hand_over(Column<T>& column, std::size_t buyer, std::size_t bought, AtMerger rule)
{
    if constexpr (!std::is_enum_v<T>) {
        if (rule == AtMerger::added) column[buyer] = static_cast<T>(column[buyer] + column[bought]);
    }
    if (rule == AtMerger::added || rule == AtMerger::cleared) column[bought] = T{};
}

} // namespace

void merge_columns(Firms& firms, std::size_t buyer, std::size_t bought)
{
    const Weights weights = weights_of(firms, buyer, bought);
    for_each_entry<Firms>([&](const auto& entry) {
        if (is_mean(entry.fate.merger)) take_mean(firms.*entry.member, buyer, bought, weights.of(entry.fate.merger));
    });
    for_each_entry<Firms>([&](const auto& entry) { hand_over(firms.*entry.member, buyer, bought, entry.fate.merger); });
}

} // namespace rongtong
