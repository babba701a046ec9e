// How a table of agents, or of relations between agents, declares its columns: once, in a list beside its struct.
//
//   struct Firms {
//       Column<double> capital;
//       static constexpr auto columns() { return std::tuple{column("capital", "yuan", "...", &Firms::capital, fate)}; }
//   };
//   static_assert(columns_fill<Firms>);
//
// From the list come size, room, compaction, checkpoint, hash and layout (sim/table_state.hpp), the panel and the documents. A
// column that is not on it does not compile. `fate` is of the table's own type: what becomes of a value at its events.
#pragma once

#include "sim/column.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>

namespace rongtong {

// Member: Column<T>, or an array of these (which stands in files as name0, name1, ...).
template <class Table, class Member, class Fate>
struct ColumnEntry {
    std::string_view name, unit, meaning;
    Member Table::* member;
    Fate fate;
};

struct NoFate {};

template <class Table, class Member, class Fate = NoFate>
constexpr auto column(std::string_view name, std::string_view unit, std::string_view meaning, Member Table::* member,
                      Fate fate = {})
{
    return ColumnEntry<Table, Member, Fate>{name, unit, meaning, member, fate};
}

// Calls f(entry) for every entry of a table's list.
template <class Table, class F>
constexpr void for_each_entry(const F& f)
{
    std::apply([&](const auto&... entry) { (f(entry), ...); }, Table::columns());
}

namespace detail {

template <class T, class F>
void visit_columns(std::string_view name, Column<T>& column, const F& f)
{
    f(name, column);
}
template <class T, class F>
void visit_columns(std::string_view name, const Column<T>& column, const F& f)
{
    f(name, column);
}
template <class Array, class F>
    requires requires { std::tuple_size<Array>::value; }
void visit_columns(std::string_view name, Array& columns, const F& f)
{
    for (std::size_t k = 0; k < columns.size(); ++k) f(std::string(name) + std::to_string(k), columns[k]);
}

// Two entries of one member, or of one name.
template <class A, class B>
constexpr bool clash(const A& a, const B& b)
{
    if constexpr (std::is_same_v<decltype(a.member), decltype(b.member)>) {
        if (a.member == b.member) return true;
    }
    return a.name == b.name;
}

template <class Table>
constexpr bool entries_are_distinct()
{
    return std::apply(
        [](const auto&... entry) {
            std::size_t clashes = 0;
            const auto against_all = [&](const auto& one) { ((clashes += clash(one, entry)), ...); };
            (against_all(entry), ...);
            return clashes == sizeof...(entry); // each with itself
        },
        Table::columns());
}

template <class Table>
constexpr std::size_t listed_bytes()
{
    std::size_t bytes = 0;
    for_each_entry<Table>([&](const auto& entry) {
        bytes += sizeof(std::remove_reference_t<decltype(std::declval<Table&>().*entry.member)>);
    });
    return bytes;
}

} // namespace detail

// Whether a table's list names each of its columns once; `beside`: bytes of members that are no columns.
template <class Table, std::size_t beside = 0>
inline constexpr bool columns_fill = detail::entries_are_distinct<Table>() &&
                                     detail::listed_bytes<Table>() + beside == sizeof(Table);

// Calls f(name, column) for every column.
template <class Table, class F>
void for_each_column(Table& table, const F& f)
{
    for_each_entry<std::remove_const_t<Table>>(
        [&](const auto& entry) { detail::visit_columns(entry.name, table.*entry.member, f); });
}

template <class Table>
void resize_columns(Table& table, std::size_t rows)
{
    for_each_column(table, [&](std::string_view, auto& column) { column.resize(rows); });
}

template <class Table>
void reserve_columns(Table& table, std::size_t rows)
{
    for_each_column(table, [&](std::string_view, auto& column) { column.reserve(rows); });
}

} // namespace rongtong
