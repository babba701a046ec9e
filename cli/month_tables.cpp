#include "cli/month_tables.hpp"

#include "models/state.hpp"

#include <fmt/format.h>

namespace rongtong::cli {

namespace {

template <class Names>
std::vector<std::string> texts(const Names& names)
{
    return {names.begin(), names.end()};
}

Description described(std::string units, std::string long_name, std::string comment = "")
{
    return {std::move(units), std::move(long_name), std::move(comment), {}};
}

Description of_indicator(const Indicator& indicator)
{
    return described(std::string(indicator.unit), std::string(indicator.long_name), std::string(indicator.formula));
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

void declare_axes(ResultsWriter& writer, const Calibration& calibration)
{
    std::vector<std::string> sectors, regions;
    for (const auto& s : calibration.sectors) sectors.push_back(s.code);
    for (const auto& r : calibration.regions) regions.push_back(r.code);
    writer.dimension({"/size", 0, texts(size_names), described("1", "size class")});
    writer.dimension(
        {"/sector", 0, sectors, described("1", "sector of the input-output table", meanings(calibration.sectors))});
    writer.dimension({"/region", 0, regions, described("1", "region", meanings(calibration.regions))});
    writer.dimension({"/tier", 0, texts(tier_names), described("1", "tier of specialised enterprises")});
    writer.dimension({"/ownership", 0, texts(owner_names), described("1", "kind of ownership")});
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

} // namespace

MonthTables::MonthTables(ResultsWriter& writer, const Economy& economy)
    : writer_(writer),
      month_(writer.unlimited({.path = "/month",
                               .has_values = true,
                               .text = described("month", "months since the start; values are of the "
                                                          "month's end or over the month")}))
{
    const Calibration& calibration = *economy.setup.calibration;
    declare_axes(writer, calibration);
    hash_ = writer.variable({"/state_hash",
                             ValueType::uint64,
                             {"month"},
                             described("1", "hash of the whole state at the month's end", "0 where it was not taken")});
    for (const auto& indicator : all_indicators())
        columns_.push_back(
            {&indicator,
             writer.variable(
                 {fmt::format("/{}", indicator.name), ValueType::float64, {"month"}, of_indicator(indicator)})});
    declare_breakdown("size", size_names.size(), [](const Group& g) { return static_cast<std::size_t>(g.size); });
    declare_breakdown("sector", calibration.sector_count(), [](const Group& g) { return g.sector; });
    declare_breakdown("region", calibration.region_count(), [](const Group& g) { return g.region; });
    declare_breakdown("tier", tier_names.size(), [](const Group& g) { return static_cast<std::size_t>(g.tier); });
    declare_breakdown("ownership", owner_names.size(),
                      [](const Group& g) { return static_cast<std::size_t>(g.owner); });
    if (!economy.setup.policies.empty()) declare_levers(economy);
    declare_accounts();
}

void MonthTables::declare_breakdown(const std::string& axis, std::size_t length,
                                    std::function<std::size_t(const Group&)> place)
{
    Breakdown breakdown{length, std::move(place), {}};
    for (const auto& indicator : all_indicators()) {
        if (!indicator.of_firms) continue;
        const std::string path = fmt::format("/by_{}/{}", axis, indicator.name);
        breakdown.columns.push_back(
            {&indicator, writer_.variable({path, ValueType::float64, {"month", axis}, of_indicator(indicator)})});
    }
    breakdowns_.push_back(std::move(breakdown));
}

void MonthTables::declare_levers(const Economy& economy)
{
    std::vector<std::string> labels;
    for (const auto& policy : economy.setup.policies) labels.push_back(policy.label);
    writer_.dimension({"/levers/lever", 0, labels, described("1", "the scenario's label of the policy")});
    const auto variable = [&](const char* name, const char* units, const char* long_name) {
        return writer_.variable(
            {std::string("/levers/") + name, ValueType::float64, {"month", "lever"}, described(units, long_name)});
    };
    intensity_ = variable("intensity", "1", "share of full strength");
    cost_ = variable("fiscal_cost", "yuan", "cost to the budget in the month");
    reached_ = variable("firms_reached", "1", "firms that the lever touched in the month");
}

void MonthTables::declare_accounts()
{
    writer_.dimension({"/accounts/flow", 0, texts(flow_names), described("1", "kind of payment")});
    writer_.dimension({"/accounts/asset", 0, texts(asset_names), described("1", "kind of asset or debt")});
    writer_.dimension({"/accounts/account", 0, texts(account_names), described("1", "who pays and holds")});
    const auto variable = [&](const char* name, std::vector<std::string> axes, const char* long_name,
                              const char* comment) {
        return writer_.variable({std::string("/accounts/") + name, ValueType::int64, std::move(axes),
                                 described("0.01 yuan", long_name, comment)});
    };
    flows_ = variable(
        "transaction_flow", {"month", "flow", "account"}, "received (positive) and paid (negative) in the month",
        "each flow sums to 0 over accounts; an account's flows sum to the change of its deposits, for the "
        "four size classes together: firms may change theirs each twelfth month");
    balance_ = variable("balance_sheet", {"month", "asset", "account"},
                        "held (positive) and owed (negative) at the month's end",
                        "each asset sums to 0 over accounts, but for the real ones, capital and stocks");
}

void MonthTables::write(const Economy& economy)
{
    const bool hashed = economy.setup.firms <= most_firms_hashed_monthly || economy.month % 12 == 0;
    writer_.put(hash_, hashed ? state_hash(economy) : std::uint64_t{0});
    for (const auto& [indicator, variable] : columns_)
        writer_.put(variable,
                    indicator->of_economy ? indicator->of_economy(economy) : indicator->of_firms(economy.total));
    for (const auto& breakdown : breakdowns_) write_breakdown(breakdown, economy);
    if (!economy.setup.policies.empty()) write_levers(economy);
    write_accounts(economy);
    writer_.advance(month_, economy.month);
}

void MonthTables::write_breakdown(const Breakdown& breakdown, const Economy& economy)
{
    std::vector<FirmSums> sums(breakdown.length, FirmSums{});
    for (std::size_t g = 0; g < economy.sums.size(); ++g) sums[breakdown.place(economy.groups[g])] += economy.sums[g];
    std::vector<double> values(breakdown.length);
    for (const auto& [indicator, variable] : breakdown.columns) {
        for (std::size_t i = 0; i < sums.size(); ++i) values[i] = indicator->of_firms(sums[i]);
        writer_.put(variable, std::span<const double>(values));
    }
}

void MonthTables::write_levers(const Economy& economy)
{
    std::vector<double> intensity, cost, reached;
    for (const auto& lever : economy.policy.levers) {
        intensity.push_back(lever.intensity);
        cost.push_back(lever.cost.yuan());
        reached.push_back(static_cast<double>(lever.reached));
    }
    writer_.put(intensity_, std::span<const double>(intensity));
    writer_.put(cost_, std::span<const double>(cost));
    writer_.put(reached_, std::span<const double>(reached));
}

void MonthTables::write_accounts(const Economy& economy)
{
    const auto flows = cells_of(economy.accounts.flows), balance = cells_of(economy.accounts.balance);
    writer_.put(flows_, std::span<const std::int64_t>(flows));
    writer_.put(balance_, std::span<const std::int64_t>(balance));
}

} // namespace rongtong::cli
