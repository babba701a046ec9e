// The tables with one row a month: indicators of the economy and by group, levers, accounts, the hash of the state.
#pragma once

#include "models/economy.hpp"
#include "models/indicators/indicator.hpp"
#include "output/results_writer.hpp"

#include <functional>
#include <string>
#include <vector>

namespace rongtong::cli {

class MonthTables {
public:
    // Declares the layout; for a writer that goes on with a file, as it stands there.
    MonthTables(ResultsWriter& writer, const Economy& economy);

    void write(const Economy& economy); // the month that is complete

private:
    struct Column {
        const Indicator* indicator;
        VariableId variable;
    };
    // Firms by one of their properties: sums over all groups that share its value.
    struct Breakdown {
        std::size_t length;
        std::function<std::size_t(const Group&)> place;
        std::vector<Column> columns;
    };

    void declare_breakdown(const std::string& axis, std::size_t length, std::function<std::size_t(const Group&)> place);
    void declare_levers(const Economy& economy);
    void declare_accounts();
    void write_breakdown(const Breakdown& breakdown, const Economy& economy);
    void write_levers(const Economy& economy);
    void write_accounts(const Economy& economy);

    ResultsWriter& writer_;
    DimensionId month_;
    VariableId hash_{}, intensity_{}, cost_{}, reached_{}, flows_{}, balance_{};
    std::vector<Column> columns_;
    std::vector<Breakdown> breakdowns_;
};

// Months in which the hash is taken: all, or each twelfth for runs with more firms than this.
inline constexpr std::uint64_t most_firms_hashed_monthly = 100000;

} // namespace rongtong::cli
