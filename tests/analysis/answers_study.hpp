// A made-up study of small files whose figures can be worked out by hand: a base and a cap on payment terms.
#pragma once

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <fstream>

#include "analysis/compare.hpp"
#include "output/results_writer.hpp"
#include "sim/error.hpp"
#include "tests/output/scratch.hpp"

namespace rongtong::answers_study {

namespace fs = std::filesystem;

struct Figures {
    double output = 100, days_micro = 60, days_large = 30, cost = 0;
};

// Months 1 to 24; `later` from month 13 on (to month 18 where it ends). Four firms in the panel of months 12 and 24.
struct Plan {
    std::string name, policies;
    Figures before{}, later{};
    int end = 99;
    std::vector<double> firms{10, 20, 30, 40};
    std::vector<int> skip{};
};

// Month, firm and net worth of four firms; 10, 20, 30, 40 where nothing is given.
inline std::size_t put_panel(ResultsWriter& w, const std::array<VariableId, 3>& columns, int month,
                             const std::vector<double>& worth, double luck)
{
    std::vector<double> values{10, 20, 30, 40};
    for (std::size_t i = 0; i < worth.size(); ++i) values[i] = worth[i] + luck;
    w.put(columns[0], std::vector<std::int32_t>(4, month));
    w.put(columns[1], std::vector<std::uint64_t>{0, 1, 2, 3});
    w.put(columns[2], values);
    return 4;
}

inline void write(const fs::path& path, const Plan& plan, std::uint64_t replicate)
{
    ResultsWriter w(path);
    w.attribute("/", "scenario",
                R"({"name": ")" + plan.name + R"(", "firms": 4, "rate": 0.1, "policies": {)" + plan.policies + "}}");
    w.attribute("/", "seed", std::uint64_t{1});
    w.attribute("/", "replicate", replicate);
    const auto month = w.unlimited(
        {.path = "/month", .block = 4, .has_values = true, .text = {"month", "month", "", {}}});
    w.dimension({"/size", 2, std::vector<std::string>{"micro", "large"}, {}});
    const auto output = w.variable({"/output", ValueType::float64, {"month"}, {"yuan", "output", "made", {}}});
    const auto cost = w.variable({"/fiscal_cost", ValueType::float64, {"month"}, {"yuan", "cost", "", {}}});
    const auto rate = w.variable({"/unemployment_rate", ValueType::float64, {"month"}, {"1", "rate", "", {}}});
    const auto days = w.variable(
        {"/by_size/days_receivable", ValueType::float64, {"month", "size"}, {"d", "days", "", {}}});
    const auto revenue = w.variable(
        {"/by_size/revenue", ValueType::float64, {"month", "size"}, {"yuan", "sales", "", {}}});
    const auto row = w.unlimited({.path = "/panel/row", .block = 4, .text = {"1", "row", "", {}}});
    const auto panel_month = w.variable({"/panel/month", ValueType::int32, {"row"}, {"month", "", "", {}}});
    const auto firm = w.variable({"/panel/firm", ValueType::uint64, {"row"}, {"1", "", "", {}}});
    const auto worth = w.variable({"/panel/net_worth", ValueType::float64, {"row"}, {"yuan", "", "", {}}});
    const double luck = 0.1 * static_cast<double>(replicate * replicate); // shared by the pair
    for (int m = 1; m <= 24; ++m) {
        if (std::find(plan.skip.begin(), plan.skip.end(), m) != plan.skip.end()) continue;
        const bool with = m >= 13 && m < plan.end;
        const Figures& f = with ? plan.later : plan.before;
        const double wobble = with && plan.policies.size() ? luck : 0; // so that effects differ between pairs
        w.put(output, f.output + luck + wobble);
        w.put(cost, with ? f.cost : 0.0);
        w.put(rate, 0.05);
        w.put(days, std::vector<double>{f.days_micro - wobble, f.days_large});
        w.put(revenue, std::vector<double>{30, f.output - 30});
        w.advance(month, static_cast<std::int32_t>(m));
        if (m % 12 == 0)
            w.advance_rows(
                row, put_panel(w, {panel_month, firm, worth}, m, m == 12 ? std::vector<double>{} : plan.firms, luck));
    }
    w.finish();
}

inline fs::path write_all(const Scratch& folder, const Plan& plan, std::uint64_t replicates = 4)
{
    const auto path = folder.path / plan.name;
    fs::create_directory(path);
    for (std::uint64_t r = 0; r < replicates; ++r) write(path / (std::to_string(r) + ".h5"), plan, r);
    return path;
}

inline const Plan base{"base", ""};
inline const Plan cap{"cap",           R"("rule": {"lever": "cap", "start_month": 13})", {}, {98, 50, 35, 7}, 99,
                      {12, 19, 30, 50}};

inline CompareOptions with_catalogue()
{
    CompareOptions options;
    options.catalogue["cap"] = {
        {{"days_receivable", "size", "micro", Role::goal, -1, "cap"}},
        {{"days_receivable", "size", "large", Role::harm, 1, "cap"}, {"output", "", "", Role::harm, -1, "cap"}}};
    return options;
}

inline const PairedEffect* find(const std::vector<PairedEffect>& effects, const std::string& name,
                                const std::string& group)
{
    for (const auto& e : effects)
        if (e.indicator == name && e.group == group) return &e;
    return nullptr;
}

} // namespace rongtong::answers_study
