// Tables declare their columns, records their fields (sim/table.hpp, sim/record.hpp).
#include "sim/table.hpp"
#include "sim/record.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <vector>

using namespace rongtong;

namespace {

struct Herd {
    Column<double> weight;
    Column<std::int16_t> age;
    std::array<Column<float>, 2> milk;

    static constexpr auto columns()
    {
        return std::tuple{column("weight", "kg", "weight", &Herd::weight), column("age", "month", "age", &Herd::age),
                          column("milk", "l", "milk of the last two months", &Herd::milk)};
    }
};
static_assert(columns_fill<Herd>);

struct Twice {
    Column<double> weight, height;
    static constexpr auto columns()
    {
        return std::tuple{column("weight", "kg", "", &Twice::weight), column("again", "kg", "", &Twice::weight)};
    }
};
static_assert(!columns_fill<Twice>, "a column that is named twice stands for one that is forgotten");

struct OneName {
    Column<double> weight, height;
    static constexpr auto columns()
    {
        return std::tuple{column("weight", "kg", "", &OneName::weight), column("weight", "m", "", &OneName::height)};
    }
};
static_assert(!columns_fill<OneName>);

struct Padded {
    std::int32_t number;
    double value;
    static constexpr auto fields() { return std::tuple{&Padded::number, &Padded::value}; }
};
static_assert(!fills_its_bytes<Padded>());
static_assert(!fills_its_bytes<std::array<Padded, 3>>());

struct Whole {
    std::int64_t number;
    std::array<double, 2> values;
    static constexpr auto fields() { return std::tuple{&Whole::number, &Whole::values}; }
};
static_assert(fills_its_bytes<Whole>());
static_assert(!fills_its_bytes<long double>());

} // namespace

TEST_CASE("a table's list gives its columns their size, by name and in order")
{
    Herd herd;
    resize_columns(herd, 3);
    CHECK(herd.weight.size() == 3);
    CHECK(herd.milk[1].size() == 3);
    std::vector<std::string> names;
    for_each_column(herd, [&](std::string_view name, auto& column) {
        names.emplace_back(name);
        column[2] = 1;
    });
    CHECK(names == std::vector<std::string>{"weight", "age", "milk0", "milk1"});
    CHECK(herd.age[2] == 1);
    reserve_columns(herd, 100);
    CHECK(herd.age.capacity() >= 100);
}
