// What becomes of every column of a firm at a merger, at its exit and at its entry (agents/firm_events.hpp).
#include "models/agents/firm_columns.hpp"
#include "models/agents/firm_events.hpp"

#include <catch2/catch.hpp>

using namespace rongtong;

namespace {

// Two firms whose values differ in every column.
Firms two_firms()
{
    Firms firms;
    resize_columns(firms, 2);
    for_each_column(firms, [](std::string_view, auto& column) {
        using T = typename std::remove_reference_t<decltype(column)>::value_type;
        column[0] = T{3}, column[1] = T{1};
    });
    return firms;
}

template <class T>
double number_of(T value)
{
    return static_cast<double>(value);
}
double number_of(Money value) { return static_cast<double>(value.fen); }

} // namespace

TEST_CASE("a buyer's columns after a merger are as each column says")
{
    Firms firms = two_firms();
    merge_columns(firms, 0, 1);
    for_each_entry<Firms>([&](const auto& entry) {
        INFO(entry.name);
        const double buyer = number_of((firms.*entry.member)[0]), bought = number_of((firms.*entry.member)[1]);
        switch (entry.fate.merger) {
        case AtMerger::kept:
        case AtMerger::settled: CHECK((buyer == 3 && bought == 1)); break;
        case AtMerger::added: CHECK((buyer == 4 && bought == 0)); break;
        case AtMerger::by_workers:
        case AtMerger::by_output:
        case AtMerger::by_loans: CHECK((buyer == 2.5 && bought == 1)); break; // three quarters of 3 and one of 1
        case AtMerger::cleared: CHECK((buyer == 3 && bought == 0)); break;
        }
    });
}

TEST_CASE("sums over rows find nothing of a firm that left, and the rest of its row stays")
{
    Firms firms = two_firms();
    clear_left(firms, 1);
    for_each_entry<Firms>([&](const auto& entry) {
        INFO(entry.name);
        CHECK(number_of((firms.*entry.member)[1]) == (entry.fate.exit == AtExit::cleared ? 0 : 1));
        CHECK(number_of((firms.*entry.member)[0]) == 3);
    });
    CHECK(firms.cash[1] == Money());
    CHECK(firms.share[1] == 0);
}

TEST_CASE("a new firm's columns open as each column says")
{
    Firms firms = two_firms();
    append_firm(firms);
    REQUIRE(firms.rows() == 3);
    for_each_entry<Firms>([&](const auto& entry) {
        INFO(entry.name);
        CHECK(number_of((firms.*entry.member)[2]) == entry.fate.entrant);
    });
    CHECK(firms.quality[2] == 1);
}
