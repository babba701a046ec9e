// A small results file with everything that format.md names, filled by simple rules of month and position.
#pragma once

#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

#include "output/results_writer.hpp"

namespace rongtong::sample {

inline const std::vector<std::string> sizes{"micro", "small", "medium", "large"};
inline const std::vector<std::string> sectors{"agriculture", "machinery", "software 软件"};

// All text that a scenario may bring: longer than the 64 KiB of an old object header, and not ASCII.
inline std::string long_scenario()
{
    std::string text = R"({"name": "prompt-payment", "title": {"zh": "账款60日支付上限"}, "filler": ")";
    while (text.size() < 100000) text += "融通";
    return text + "\"}";
}

struct Sample {
    ResultsWriter writer;
    DimensionId month, event, row;
    VariableId hash, output, firms, by_size, by_sector, flow, balance, sold, event_month, event_kind, event_firm,
        panel_month, panel_firm, panel_output, note;

    explicit Sample(ResultsWriter started) : writer(std::move(started))
    {
        declare_root();
        declare_groups();
        declare_records();
    }

    void declare_root()
    {
        writer.attribute("/", "scenario", long_scenario());
        writer.attribute("/", "scenario_name", std::string("prompt-payment"));
        writer.attribute("/", "command_line", std::string());
        writer.attribute("/", "seed", std::uint64_t{18446744073709551615u});
        writer.attribute("/", "replicate", std::uint64_t{3});
        writer.attribute("/", "threads", std::int32_t{2});
        month = writer.unlimited(
            {.path = "/month",
             .block = 12,
             .has_values = true,
             .text = {.units = "month", .long_name = "month since the start", .comment = "", .further = {}}});
        writer.dimension({.path = "/size", .length = 0, .values = sizes, .text = {"", "size class", "", {}}});
        writer.dimension({.path = "/sector", .length = 0, .values = sectors, .text = {"", "sector", "", {}}});
        writer.dimension({.path = "/tier",
                          .length = 0,
                          .values = std::vector<std::int32_t>{1, 2, 3},
                          .text = {"1", "tier", "", {}}});
        writer.dimension({.path = "/draw", .length = 4, .values = {}, .text = {}});
        hash = writer.variable(
            {"/state_hash", ValueType::uint64, {"month"}, {"1", "hash of the state; 0: not taken", "", {}}});
        output = writer.variable({"/output", ValueType::float64, {"month"}, {"yuan", "产出 output", "sum of p q", {}}});
        firms = writer.variable({"/firms", ValueType::int32, {"month"}, {"1", "firms", "", {}}});
        writer.put(writer.variable({"/price_index", ValueType::float64, {}, {"1", "a number", "", {}}}), 1.25);
    }

    void declare_groups()
    {
        by_size = writer.variable(
            {"/by_size/output", ValueType::float64, {"month", "size"}, {"yuan", "output", "", {}}});
        by_sector = writer.variable(
            {"/by_sector/output", ValueType::float32, {"month", "sector"}, {"yuan", "output", "", {}}});
        writer.dimension(
            {.path = "/accounts/flow", .length = 0, .values = std::vector<std::string>{"wages", "taxes"}, .text = {}});
        writer.dimension({.path = "/accounts/account",
                          .length = 0,
                          .values = std::vector<std::string>{"firms", "state", "households"},
                          .text = {}});
        flow = writer.variable({"/accounts/transaction_flow",
                                ValueType::int64,
                                {"month", "flow", "account"},
                                {"0.01 yuan", "flows", "", {}}});
        balance = writer.variable(
            {"/accounts/draws", ValueType::float32, {"draw", "account"}, {"1", "fixed table", "", {}}});
        writer.put(balance, std::vector<float>(12, 0.5F));
        note = writer.variable({"/accounts/note", ValueType::text, {"flow"}, {"", "remarks", "", {}}});
        writer.put(note, std::vector<std::string>{
                             "paid monthly",
                             "",
                         });
    }

    void declare_records()
    {
        event = writer.unlimited({.path = "/events/event", .block = 8, .has_values = false, .text = {}});
        event_month = writer.variable({"/events/month", ValueType::int32, {"event"}, {"month", "month", "", {}}});
        event_kind = writer.variable(
            {"/events/kind", ValueType::int8, {"event"}, {"1", "kind", "", flags({"entry", "bankruptcy"})}});
        event_firm = writer.variable({"/events/firm", ValueType::uint64, {"event"}, {"1", "firm's id", "", {}}});
        row = writer.unlimited({.path = "/panel/row", .block = 8, .has_values = false, .text = {}});
        panel_month = writer.variable({"/panel/month", ValueType::int32, {"row"}, {"month", "month", "", {}}});
        panel_firm = writer.variable({"/panel/firm", ValueType::uint64, {"row"}, {"1", "firm's id", "", {}}});
        panel_output = writer.variable({"/panel/output", ValueType::float64, {"row"}, {"yuan", "output", "", {}}});
    }

    void write_month(int m)
    {
        const auto x = static_cast<double>(m);
        writer.put(hash, std::uint64_t{0x9e3779b97f4a7c15u} * static_cast<std::uint64_t>(m + 1));
        writer.put(output, 1000.0 + std::sqrt(x));
        writer.put(firms, std::vector<std::int32_t>{100 + m});
        writer.put(by_size, std::vector<double>{x, x / 3, -x, 1e-300 * x});
        writer.put(by_sector, std::vector<float>{0.1F, static_cast<float>(m), 3.0F});
        std::vector<std::int64_t> flows(6);
        for (std::size_t i = 0; i < flows.size(); ++i)
            flows[i] = (std::int64_t{1} << 40) * m + static_cast<std::int64_t>(i);
        writer.put(flow, flows);
        write_events(m);
        write_panel(m);
        writer.advance(month, m);
    }

    // m % 4 events, so that some months have none and blocks fill in the midst of a month.
    void write_events(int m)
    {
        const auto n = static_cast<std::size_t>(m % 4);
        writer.put(event_month, std::vector<std::int32_t>(n, m));
        writer.put(event_kind, std::vector<std::int8_t>(n, static_cast<std::int8_t>(m % 2)));
        std::vector<std::uint64_t> ids(n);
        for (std::size_t i = 0; i < n; ++i) ids[i] = static_cast<std::uint64_t>(m) * 10 + i;
        writer.put(event_firm, ids);
        writer.advance_rows(event, n);
    }

    // Every third month 2 or 20 rows: below and above a block.
    void write_panel(int m)
    {
        if (m % 3 != 0) return;
        const std::size_t n = m % 2 == 0 ? 20 : 2;
        writer.put(panel_month, std::vector<std::int32_t>(n, m));
        std::vector<std::uint64_t> ids(n);
        std::vector<double> values(n);
        for (std::size_t i = 0; i < n; ++i) {
            ids[i] = i;
            values[i] = m + 0.001 * static_cast<double>(i);
        }
        writer.put(panel_firm, ids);
        writer.put(panel_output, values);
        writer.advance_rows(row, n);
    }
};

// Months [from, to) onto what is there.
inline void write_months(Sample& sample, int from, int to)
{
    for (int m = from; m < to; ++m) sample.write_month(m);
}

inline void write_whole(const std::filesystem::path& path, int months, WriterOptions options = {})
{
    Sample sample(ResultsWriter(path, options));
    write_months(sample, 0, months);
    sample.writer.finish();
}

} // namespace rongtong::sample
