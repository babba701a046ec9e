// A column that is not on its table's list.
#include "sim/table.hpp"

struct Herd {
    rongtong::Column<double> weight;
#ifdef MISTAKE
    rongtong::Column<double> height;
#endif
    static constexpr auto columns() { return std::tuple{rongtong::column("weight", "kg", "weight", &Herd::weight)}; }
};
static_assert(rongtong::columns_fill<Herd>);
