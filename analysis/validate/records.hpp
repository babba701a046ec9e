// Single firms and supply links of a run, as far as it recorded them: one month at a time is in memory.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/validate/family.hpp"
#include "analysis/validate/tables.hpp"
#include "output/results_reader.hpp"

namespace rongtong::validation {

// The firms of a month, ids ascending; columns as long as `firms`.
struct Firms {
    int month = 0;
    std::vector<std::uint64_t> firms;
    std::map<std::string, std::vector<double>> columns;
    const std::vector<double>& operator[](const std::string& name) const { return columns.at(name); }
    std::size_t size() const { return firms.size(); }
};

struct Links {
    int month = 0;
    std::vector<std::uint64_t> buyers, suppliers;
    std::vector<double> values; // orders of the month, yuan
};

struct Losses { // trade_loss events: who lost how much on a buyer that failed
    std::vector<std::int64_t> months;
    std::vector<std::uint64_t> firms;
    std::vector<double> lost;
};

class Records {
public:
    explicit Records(const ResultsReader& file);
    explicit Records(const RecordTables& tables); // of all firms, without events

    const std::vector<int>& panel_months() const { return panel_months_; } // ascending
    const std::vector<int>& network_months() const { return network_months_; }
    bool has(const std::vector<std::string>& variables) const; // of the panel
    bool all_firms() const { return all_firms_; }              // the panel holds every firm, not a sample of them
    // nullopt where the panel has not all of these variables, or not that month.
    std::optional<Firms> firms(int month, const std::vector<std::string>& variables) const;
    std::optional<Firms> last_firms(const std::vector<std::string>& variables) const;
    std::optional<Links> links(int month) const;
    // Ids of firms to which an event of this kind ("bankruptcy") happened after `from` and up to `to`; nullopt: no events recorded.
    std::optional<std::vector<std::uint64_t>> hit(const std::string& kind, int from, int to) const;
    // Firms and shares of events of these kinds, after `from` and up to `to`; nullopt: no events, or none with shares, recorded.
    std::optional<std::vector<std::pair<std::uint64_t, double>>> shares(const std::vector<std::string>& kinds, int from,
                                                                        int to) const;
    std::optional<Losses> trade_losses() const;
    const ResultsReader* file() const { return file_; } // nullptr where they come from tables
    int last_month() const { return last_month_; }      // of the run

private:
    std::optional<int> kind_number(const std::string& kind) const;

    const ResultsReader* file_ = nullptr;
    std::vector<std::int64_t> panel_rows_, network_rows_; // month of each row
    std::vector<int> panel_months_, network_months_;
    bool all_firms_ = false;
    int last_month_ = 0;
    const RecordTables* tables_ = nullptr;
};

// The place of each id of `of` in `in` (both ascending); size of `in` where it is not there.
std::vector<std::size_t> places(const std::vector<std::uint64_t>& of, const std::vector<std::uint64_t>& in);

// Regularities that are measured run by run, out of records.
struct RecordRegularity {
    Regularity regularity;
    std::optional<RecordFigure> (*figure)(const Records&); // nullopt where the run did not record what it takes
};
using RecordList = std::vector<RecordRegularity>;

std::vector<Regularity> regularities_of(const RecordList& list);
// Mean and spread over the runs of each ensemble with luck.
std::vector<Finding> measure_records(const Material& material, const RecordList& list);
// Of all families.
RecordFigures figures_of(const Records& records);
RecordFigures record_figures(const ResultsReader& file);

} // namespace rongtong::validation
