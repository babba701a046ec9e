#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

#include "analysis/periods/periods.hpp"
#include "sim/calendar.hpp"
#include "sim/error.hpp"

using namespace rongtong;

namespace {

constexpr double not_there = std::numeric_limits<double>::quiet_NaN();

// A run whose output is 1, 2, 3, ... and whose rate falls by a point a month.
Run counting(int months, std::uint64_t replicate = 0, double from = 0)
{
    Run run;
    run.scenario = "base";
    run.replicate = replicate;
    IndicatorSeries output{"output", "yuan", "output"}, rate{"unemployment_rate", "1", "rate"};
    for (int m = 1; m <= months; ++m) {
        run.months.push_back(m);
        output.values.push_back(from + m);
        rate.values.push_back(0.5 - 0.01 * m);
    }
    run.indicators = {output, rate};
    return run;
}

PeriodSeries only(const std::vector<Run>& runs, const PeriodRequest& request)
{
    auto table = periods_of(runs, request);
    REQUIRE(table.series.size() == 1);
    return table.series.front();
}

} // namespace

TEST_CASE("dates of the calendar")
{
    CHECK(calendar_text(*parse_calendar_month("2021-04")) == "2021-04");
    CHECK(*parse_calendar_month("2021-01") - *parse_calendar_month("2020-12") == 1);
    for (const char* bad : {"2021-13", "2021-00", "2021-4", "21-04", "2021/04", "2021-04 ", "", "abcd-ef"})
        CHECK_FALSE(parse_calendar_month(bad));
}

TEST_CASE("quarters and years of a run without a calendar")
{
    const auto quarters = only({counting(14)}, {{{"output"}}});
    REQUIRE(quarters.figures.size() == 4); // months 13 and 14 are no quarter
    CHECK(quarters.figures[0].period == "year 1 Q1");
    CHECK(quarters.figures[3].first_month == 10);
    CHECK(*quarters.figures[1].value == 5);
    CHECK(*quarters.figures[1].on_previous == Approx(150)); // 5 after 2
    CHECK_FALSE(quarters.figures[0].on_previous);
    CHECK_FALSE(quarters.figures[3].on_year);
    CHECK_FALSE(quarters.figures[0].low); // one run
    const auto years = only({counting(24)}, {{{"output"}}, PeriodLength::year, MonthStatistic::sum});
    CHECK(years.figures[1].period == "year 2");
    CHECK(*years.figures[1].value == 78 + 144);
    CHECK(*years.figures[1].on_year == Approx(100 * (222.0 / 78 - 1)));
    CHECK(only({counting(24)}, {{{"output"}}, PeriodLength::year, MonthStatistic::last}).figures[1].value == 24.0);
}

TEST_CASE("periods are those of the calendar, and months at the ends that fill none are left out and said")
{
    auto run = counting(16);
    run.setup = {{"calendar_start", "2021-02"}};
    const auto table = periods_of({run}, {{{"output"}}});
    const auto& figures = table.series[0].figures;
    REQUIRE(figures.size() == 4);
    CHECK(figures[0].period == "2021-Q2");
    CHECK(figures[0].first_month == 3);
    CHECK(figures[3].period == "2022-Q1");
    CHECK(table.notes ==
          std::vector<std::string>{
              "base: of its months 2 at the start and 2 at the end are in no whole quarter and are left out"});
    PeriodRequest months{{{"output"}}, PeriodLength::month};
    months.start = parse_calendar_month("1999-12"); // wins over the scenario's
    CHECK(only({run}, months).figures[1].period == "2000-01");
    CHECK(*only({run}, months).figures[12].on_year == Approx(1200));
}

TEST_CASE("shares grow by points, and what is not above zero has no growth in percent")
{
    const auto rate = only({counting(6)}, {{{"unemployment_rate"}}});
    CHECK(rate.rate);
    CHECK(*rate.figures[1].on_previous == Approx(-3));
    CHECK_FALSE(only({counting(6, 0, -10)}, {{{"output"}}}).figures[1].on_previous);
}

TEST_CASE("months without a value, and runs of several lengths")
{
    auto run = counting(6);
    run.indicators[0].values[1] = not_there;
    CHECK(*only({run}, {{{"output"}}}).figures[0].value == 2); // of 1 and 3
    CHECK_FALSE(only({run}, {{{"output"}}, PeriodLength::quarter, MonthStatistic::sum}).figures[0].value);
    const auto several = only({counting(6), counting(3, 1, 4)}, {{{"output"}}});
    CHECK(several.figures[0].runs == 2);
    CHECK(*several.figures[0].value == 4);
    CHECK(*several.figures[0].low == 3);
    CHECK(several.figures[1].runs == 1);
    CHECK(*several.figures[1].on_previous == Approx(150)); // of the run that has both
    CHECK_THROWS_AS(periods_of({counting(6)}, {{{"nothing"}}}), OutputError);
}
