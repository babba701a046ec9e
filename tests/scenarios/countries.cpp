// Three countries that do not exist, of which tests/countries/make.py makes calibrations as real tables look.
#include "tests/scenarios/table_runs.hpp"

using namespace rongtong;
using namespace rongtong::table_runs;

namespace {

std::shared_ptr<const Calibration> country(const std::string& name)
{
    return load_calibration(source_folder() / "tests/countries" / name);
}

// Of the whole nation, million a year, at the scale of the run.
double table_flow(const Economy& e, double figure) { return figure * e.technology.scale * 1e6 / 12; }

} // namespace

TEST_CASE("a small open economy whose exports are mostly re-exports runs three years")
{
    const Economy e = runs(country("harbour"));
    const auto& c = *e.setup.calibration;
    const std::size_t machines = 3;
    REQUIRE(c.sectors[machines].exports > 1.8 * c.sectors[machines].gross_output);
    CHECK(e.technology.exports[machines] == Approx(table_flow(e, c.sectors[machines].gross_output)));
    CHECK(e.technology.sectors[machines].output ==
          Approx(table_flow(e, c.sectors[machines].gross_output)).epsilon(0.02));
}

TEST_CASE("a country without mining runs three years and imports what it digs nowhere")
{
    const Economy e = runs(country("island"));
    const std::size_t mining = 1;
    CHECK_FALSE(e.technology.sectors[mining].has_firms);
    CHECK(output_by_sector(e)[mining] == 0);
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        REQUIRE(e.groups[e.firms.group[row]].sector != static_cast<int>(mining));
    CHECK(e.setup.calibration->sectors[mining].imports > 0);
}

TEST_CASE("a table of three sectors runs three years")
{
    const Economy e = runs(country("valley"));
    CHECK(e.groups.sectors() == 3);
}

TEST_CASE("growth moves the start of no country away from its table")
{
    for (const char* name : {"harbour", "island", "valley"}) {
        INFO(name);
        Setup setup = setup_of(country(name));
        setup.parameters.technology.progress = Setup{}.parameters.technology.progress;
        REQUIRE(setup.parameters.technology.progress > 0);
        check_start(start_economy(setup));
    }
}
