#include "cli/month_tables.hpp"

#include "cli/code_lists.hpp"
#include "cli/group_axes.hpp"
#include "models/state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace rongtong::cli {

namespace {

Description described(std::string units, std::string long_name, std::string comment = "")
{
    return {std::move(units), std::move(long_name), std::move(comment), {}};
}

// Not a number where there is nothing to be a share or mean of: readers leave such a value out of means of their own.
Description of_indicator(const Indicator& indicator)
{
    Description text = described(std::string(indicator.unit), std::string(indicator.long_name),
                                 std::string(indicator.formula));
    text.further.emplace_back("_FillValue", std::numeric_limits<double>::quiet_NaN());
    return text;
}

// What the codes on an axis stand for, one a line.
template <class Figures>
std::string meanings(const Figures& figures)
{
    std::string text;
    for (const auto& f : figures)
        text += fmt::format("{}{}: {} ({})", text.empty() ? "" : "\n", f.code, f.name_en, f.name_zh);
    return text;
}

// The axis of a breakdown, with what its labels stand for.
Dimension axis_of(const std::string& name, const Calibration& calibration)
{
    const auto axis = [&](const char* what, std::string comment = "") {
        return Dimension{"/" + name, 0, axis_labels(name, calibration), described("1", what, std::move(comment))};
    };
    if (name == "size") return axis("size class");
    if (name == "sector") return axis("sector of the input-output table", meanings(calibration.sectors));
    if (name == "region") return axis("region", meanings(calibration.regions));
    if (name == "tier") return axis("tier of specialised enterprises");
    return axis("kind of ownership");
}

std::int64_t whole_fen(Money money) { return money.fen; }

template <class Row, std::size_t rows>
std::vector<std::int64_t> cells_of(const Matrix<Row, rows>& matrix)
{
    std::vector<std::int64_t> cells;
    for (const auto& row : matrix.cell)
        for (const Money money : row) cells.push_back(whole_fen(money));
    return cells;
}

// Months that are written at once: those that there will be, at most five years.
std::size_t block_of(const MonthChoice& choice, std::int32_t months)
{
    std::size_t kept = 0;
    for (std::int32_t month = 1; month <= months && kept < 60; ++month) kept += choice.takes(month);
    return std::max<std::size_t>(kept, 1);
}

} // namespace

MonthTables::MonthTables(ResultsSink& sink, const OutputRequest& request, const Economy& economy, std::int32_t months)
    : sink_(sink),
      request_(request),
      month_(sink.unlimited({.path = "/month",
                             .block = block_of(request.months, months),
                             .has_values = true,
                             .text = described("month", "months since the start; values are of the "
                                                        "month's end or over the month")}))
{
    const Calibration& calibration = *economy.setup.calibration;
    for (const auto& name : group_names())
        if (request.groups.takes(name)) sink.dimension(axis_of(name, calibration));
    if (request.hash != HashTimes::never)
        hash_ = sink.variable(
            {"/state_hash",
             ValueType::uint64,
             {"month"},
             described("1", "hash of the whole state at the month's end", "0 where it was not taken")});
    for (const auto& indicator : all_indicators())
        if (request.indicators.takes(indicator.name))
            columns_.push_back(
                {&indicator,
                 sink.variable(
                     {fmt::format("/{}", indicator.name), ValueType::float64, {"month"}, of_indicator(indicator)})});
    for (const auto& name : group_names())
        if (request.groups.takes(name)) declare_breakdown(name, economy);
    if (!economy.setup.policies.empty()) declare_levers(economy);
    if (request.accounts) declare_accounts();
}

void MonthTables::declare_breakdown(const std::string& axis, const Economy& economy)
{
    const Dimension dimension = axis_of(axis, *economy.setup.calibration);
    Breakdown breakdown{axis, std::get<std::vector<std::string>>(dimension.values).size(), {}};
    for (const auto& [indicator, total] : columns_) {
        if (!indicator->of_firms) continue;
        const std::string path = fmt::format("/by_{}/{}", axis, indicator->name);
        breakdown.columns.push_back(
            {indicator, sink_.variable({path, ValueType::float64, {"month", axis}, of_indicator(*indicator)})});
    }
    if (!breakdown.columns.empty()) breakdowns_.push_back(std::move(breakdown));
}

void MonthTables::declare_levers(const Economy& economy)
{
    std::vector<std::string> labels;
    for (const auto& policy : economy.setup.policies) labels.push_back(policy.label);
    sink_.dimension({"/levers/lever", 0, labels, described("1", "the scenario's label of the policy")});
    const auto variable = [&](const char* name, const char* units, const char* long_name) {
        return sink_.variable(
            {std::string("/levers/") + name, ValueType::float64, {"month", "lever"}, described(units, long_name)});
    };
    intensity_ = variable("intensity", "1", "share of full strength");
    cost_ = variable("fiscal_cost", "yuan",
                     "cost to the budget in the month, administration and transfers to firms; money that funds invest "
                     "is in equity_fund");
    reached_ = variable("firms_reached", "1", "firms in the target in the month");
}

void MonthTables::declare_accounts()
{
    sink_.dimension({"/accounts/flow", 0, texts(flow_names), described("1", "kind of payment")});
    sink_.dimension({"/accounts/asset", 0, texts(asset_names), described("1", "kind of asset or debt")});
    sink_.dimension({"/accounts/account", 0, texts(account_names), described("1", "who pays and holds")});
    const auto variable = [&](const char* name, std::vector<std::string> axes, const char* long_name,
                              const char* comment) {
        return sink_.variable({std::string("/accounts/") + name, ValueType::int64, std::move(axes),
                               described("0.01 yuan", long_name, comment)});
    };
    flows_ = variable("transaction_flow", {"month", "flow", "account"},
                      "received (positive) and paid (negative) in the month",
                      "each flow sums to 0 over accounts, and each account's column over flows: its flow deposits is "
                      "the negative of the "
                      "change of its deposits; firms may change their size class each twelfth month");
    balance_ = variable("balance_sheet", {"month", "asset", "account"},
                        "held (positive) and owed (negative) at the month's end",
                        "each asset sums to 0 over accounts, but for the real ones, capital and stocks");
}

bool MonthTables::hashed(const Economy& economy) const
{
    if (request_.hash == HashTimes::last) return economy.month == economy.setup.months;
    return economy.setup.firms <= most_firms_hashed_monthly || economy.month % 12 == 0;
}

void MonthTables::write(const Economy& economy)
{
    if (!request_.months.takes(economy.month)) return;
    if (hash_) sink_.put(*hash_, hashed(economy) ? state_hash(economy) : std::uint64_t{0});
    for (const auto& [indicator, variable] : columns_)
        sink_.put(variable,
                  indicator->of_economy ? indicator->of_economy(economy) : indicator->of_firms(economy.total));
    for (const auto& breakdown : breakdowns_) write_breakdown(breakdown, economy);
    if (!economy.setup.policies.empty()) write_levers(economy);
    if (request_.accounts) write_accounts(economy);
    sink_.advance(month_, economy.month);
}

void MonthTables::write_breakdown(const Breakdown& breakdown, const Economy& economy)
{
    const auto sums = sums_by(breakdown.axis, economy, breakdown.length);
    std::vector<double> values(breakdown.length);
    for (const auto& [indicator, variable] : breakdown.columns) {
        for (std::size_t i = 0; i < sums.size(); ++i) values[i] = indicator->of_firms(sums[i]);
        sink_.put(variable, std::span<const double>(values));
    }
}

void MonthTables::write_levers(const Economy& economy)
{
    std::vector<double> intensity, cost, reached;
    for (const auto& lever : economy.policy.levers) {
        intensity.push_back(lever.intensity);
        cost.push_back((lever.cost + lever.transfers).yuan());
        reached.push_back(static_cast<double>(lever.reached));
    }
    sink_.put(intensity_, std::span<const double>(intensity));
    sink_.put(cost_, std::span<const double>(cost));
    sink_.put(reached_, std::span<const double>(reached));
}

void MonthTables::write_accounts(const Economy& economy)
{
    const auto flows = cells_of(economy.accounts.flows), balance = cells_of(economy.accounts.balance);
    sink_.put(flows_, std::span<const std::int64_t>(flows));
    sink_.put(balance_, std::span<const std::int64_t>(balance));
}

} // namespace rongtong::cli
