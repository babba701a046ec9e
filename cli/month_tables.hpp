// The tables with one row a month: indicators of the economy and by group, levers, accounts, the hash of the state.
#pragma once

#include "models/economy.hpp"
#include "models/indicators/indicator.hpp"
#include "output/results_sink.hpp"
#include "scenarios/output_request.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rongtong::cli {

class MonthTables {
public:
    // Declares the layout of a run of so many months; for a file that goes on with a file, as it stands there.
    MonthTables(ResultsSink& sink, const OutputRequest& request, const Economy& economy, std::int32_t months);

    void write(const Economy& economy); // the month that is complete

private:
    struct Column {
        const Indicator* indicator;
        VariableId variable;
    };
    // Firms by one of their properties: sums over all groups that share its value.
    struct Breakdown {
        std::string axis;
        std::size_t length;
        std::vector<Column> columns;
    };

    bool hashed(const Economy& economy) const;
    void declare_breakdown(const std::string& axis, const Economy& economy);
    void declare_levers(const Economy& economy);
    void declare_accounts();
    void write_breakdown(const Breakdown& breakdown, const Economy& economy);
    void write_levers(const Economy& economy);
    void write_accounts(const Economy& economy);

    ResultsSink& sink_;
    const OutputRequest& request_;
    DimensionId month_;
    std::optional<VariableId> hash_;
    VariableId intensity_{}, cost_{}, reached_{}, flows_{}, balance_{};
    std::vector<Column> columns_;
    std::vector<Breakdown> breakdowns_;
};

// Months in which the hash is taken: all, or each twelfth for runs with more firms than this.
inline constexpr std::uint64_t most_firms_hashed_monthly = 100000;

} // namespace rongtong::cli
