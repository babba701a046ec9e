#include "models/start/range.hpp"

#include "models/indicators/firm_sums.hpp"
#include "models/setup.hpp"
#include "sim/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

constexpr double largest = 0x1p63, fen = 100, least_month_wage = 1; // of the currency, a month

struct Total {
    const char* name;
    double amount; // of the currency
    double unit;   // counts in one of it
};

std::vector<Total> totals(const Setup& setup, const TechnologyTable& t)
{
    const auto& p = setup.parameters;
    double capital = 0, output = 0;
    for (const auto& s : t.sectors) capital += s.capital * s.output, output += s.output;
    const double deposits = 12 * p.demand.household_deposits * value_added_of(t);
    const double stocks = output * (1 + p.ordering.finished_cover + p.ordering.input_cover);
    return {{"capital", capital, goods_unit},
            {"stocks of goods", stocks, goods_unit},
            {"deposits of households", deposits, fen},
            {"debts and claims", capital + 12 * output, fen}};
}

void check_largest(const Setup& setup, const TechnologyTable& t)
{
    const double most = largest / spare_range;
    const Total* worst = nullptr;
    const auto all = totals(setup, t);
    for (const auto& total : all)
        if (!worst || total.amount * total.unit > worst->amount * worst->unit) worst = &total;
    const double times = worst->amount * worst->unit / most;
    if (times <= 1) return;
    throw ScenarioError({{"", "/calibration", 0, 0,
                          fmt::format("at {} firms the totals do not fit into 64 bits: {} of {:.3g}", setup.firms,
                                      worst->name, worst->amount),
                          fmt::format("at most {:.3g}: {:.3g} firms, or figures {:.3g} times smaller",
                                      most / worst->unit, std::floor(static_cast<double>(setup.firms) / times), times),
                          "count money in a larger unit, say thousands of the currency, or take fewer firms"}});
}

void check_smallest(const Calibration& c, const TechnologyTable& t)
{
    double wages = 0, persons = 0;
    for (std::size_t s = 0; s < t.sectors.size(); ++s) {
        if (t.sectors[s].output <= 0) continue;
        wages += t.sectors[s].labour * t.sectors[s].output;
        persons += (c.sectors[s].employees + c.sectors[s].self_employed) * t.scale;
    }
    if (wages >= least_month_wage * persons) return;
    throw ScenarioError({{"", "/calibration", 0, 0,
                          fmt::format("a month's wage is {:.3g} on average", wages / std::max(persons, 1e-300)),
                          fmt::format("at least {}: money is counted in hundredths", least_month_wage),
                          "is the \"unit\" of io_table.json right? count money in a smaller unit"}});
}

} // namespace

void check_range(const Setup& setup, const TechnologyTable& t)
{
    check_largest(setup, t);
    check_smallest(*setup.calibration, t);
}

} // namespace rongtong
