// The tables of records, as far as the scenario asks for them: panel of firms, supply links, events.
#pragma once

#include "models/economy.hpp"
#include "output/results_sink.hpp"
#include "scenarios/output_request.hpp"

#include <functional>
#include <string>
#include <vector>

namespace rongtong {
struct PanelVariable;
}

namespace rongtong::cli {

class RecordTables {
public:
    RecordTables(ResultsSink& sink, const OutputRequest& request, const Setup& setup);

    void write(const Economy& economy); // what is due in the month that is complete

    std::vector<std::uint64_t> never_seen() const; // firms that the panel asks for by id and that it has no record of

private:
    struct PanelColumn {
        const PanelVariable* source;
        VariableId variable;
    };

    VariableId declare(const std::string& path, const std::string& axis, ValueType type, const std::string& units,
                       const std::string& long_name, const std::string& comment = "", Attributes further = {});
    void declare_panel(std::uint64_t firms, const Calibration& calibration);
    void declare_network(std::uint64_t firms, const Calibration& calibration);
    void declare_events(const Calibration& calibration);
    void write_panel(const Economy& economy);
    void write_network(const Economy& economy);
    void write_events(const Economy& economy);
    void put_month(VariableId variable, const Economy& economy, std::size_t rows);

    ResultsSink& sink_;
    const OutputRequest& request_;
    DimensionId row_{}, edge_{}, event_{};
    VariableId panel_month_{}, panel_firm_{};
    std::vector<PanelColumn> panel_;
    std::vector<char> seen_; // of the firms that the panel lists
    VariableId edge_month_{}, buyer_{}, supplier_{}, value_{}, owed_{}, term_{}, age_{}, found_on_{}, link_kind_{},
        buyer_sector_{}, supplier_sector_{};
    VariableId event_month_{}, kind_{}, firm_{}, sector_{}, region_{}, size_{}, workers_{}, event_owed_{}, lost_{},
        partner_{}, investor_{}, paid_{}, share_{};
};

} // namespace rongtong::cli
