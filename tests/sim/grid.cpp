// Tables with named axes (sim/grid.hpp).
#include "sim/grid.hpp"

#include <catch2/catch.hpp>

using namespace rongtong;

namespace {

using Row = Place<struct RowTag>;
using Side = Place<struct SideTag>;

struct Lengths {
    template <class Axis>
    std::size_t count() const
    {
        return std::is_same_v<Axis, Row> ? 3 : 2;
    }
};

} // namespace

TEST_CASE("a table lies row by row, the last axis fastest")
{
    Grid<int, Row, Side, Row> table;
    table.shape(Lengths{}, 7);
    REQUIRE(table.all.size() == 3 * 2 * 3);
    CHECK(table(Row(2), Side(1), Row(0)) == 7);
    table(Row(1), Side(1), Row(2)) = 9;
    CHECK(table.all[(1 * 2 + 1) * 3 + 2] == 9);
    table.fill(0);
    CHECK(table(Row(1), Side(1), Row(2)) == 0);
    CHECK(table.all.size() == 3 * 2 * 3);
}

TEST_CASE("a table with one axis is read in brackets")
{
    Grid<double, Side> table;
    table.shape(Lengths{});
    table[Side(1)] = 2.5;
    CHECK(table.all == std::vector<double>{0, 2.5});
    CHECK(table(Side(1)) == 2.5);
}

TEST_CASE("places are walked in order and index plain lists")
{
    const std::vector<int> list{5, 6, 7};
    std::vector<int> seen;
    for (Row row : Places<Row>(3)) seen.push_back(list[row]);
    CHECK(seen == list);
    CHECK(Places<Row>(0).begin() == Places<Row>(0).end());
}
